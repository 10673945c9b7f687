import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { isDatabaseTrouble } from "@/scripts/steps/door/trouble.mjs";
import { database, insertRow, inTransaction, runStatement, type Transaction, updateRow } from "./db";
import { Prisma } from "./generated/prisma/client";

// A table whose every read is refused with a code of choice, as PostgreSQL itself refuses under pressure.
const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });

beforeAll(async () => {
  await owner.connect();
  await owner.query(`
    CREATE TABLE "RefusedWith" ("code" text);
    INSERT INTO "RefusedWith" VALUES ('');
    CREATE FUNCTION refuse() RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER AS $$ BEGIN
      RAISE EXCEPTION USING ERRCODE = (SELECT "code" FROM "RefusedWith"), MESSAGE = 'no';
    END $$;
    ALTER TABLE "Synonym" RENAME TO "RealSynonym";
    CREATE VIEW "Synonym" AS SELECT s.* FROM "RealSynonym" s WHERE refuse();
    GRANT SELECT ON "Synonym" TO PUBLIC;`);
});

afterAll(() => owner.end());

const reads = {
  "a read of Prisma's own": () => database().synonym.findMany({ select: { id: true } }),
  "a statement of ours": () => database().$queryRaw`SELECT "id" FROM "Synonym"`,
  "a read in a transaction": () => database().$transaction((tx) => tx.synonym.count()),
  "a statement past Prisma": () => runStatement(Prisma.sql`SELECT "id" FROM "Synonym"`),
  "one in a transaction": () =>
    inTransaction((tx) => runStatement(Prisma.sql`SELECT "id" FROM "Synonym"`, tx)),
};

const codes = {
  "53100": "a disk or shared memory that is full",
  "53200": "memory that is used up",
  "53300": "too many connections",
  "57014": "a statement that took too long",
  "57P01": "a server that stops",
  "55P03": "a lock that is not free",
  "40P01": "two that wait for each other",
  "40001": "two that change the same",
};

for (const [code, what] of Object.entries(codes)) {
  test.each(Object.entries(reads))(
    `${what} (${code}) is told apart from a fault of ours in %s`,
    async (_, read) => {
      await owner.query(`UPDATE "RefusedWith" SET "code" = $1`, [code]);
      const refused = await read().then(
        () => null,
        (error: unknown) => error,
      );
      expect(refused).toBeInstanceOf(Error);
      expect(isDatabaseTrouble(refused), JSON.stringify(refused)).toBe(true);
    },
  );
}

test("a fault of ours is none of these", async () => {
  await owner.query(`UPDATE "RefusedWith" SET "code" = '22012'`);
  const refused = await reads["a read of Prisma's own"]().catch((error: unknown) => error);
  expect(isDatabaseTrouble(refused)).toBe(false);
});

const place = Prisma.sql`SELECT pg_backend_pid() AS "pid", pg_current_xact_id()::text AS "transaction", 1::bigint AS "one"`;
const aSlug = () => `rij-${crypto.randomUUID()}`;
const addParty = (tx: Transaction, slug: string) =>
  insertRow(tx, "Organisation", { slug, kind: "KOEPEL", name: "Eén ’koepel’" });
const countParties = (slug: string) => database().organisation.count({ where: { slug } });

test("a statement goes past Prisma, on the connection and in the transaction that Prisma began", async () => {
  await inTransaction(async (tx) => {
    const [own] = await runStatement<object>(place, tx);
    const [prismas] = await tx.$queryRaw<object[]>(place);
    // As text says that `pg` itself answered; Prisma makes it a BigInt.
    expect(own).toEqual({ ...prismas, one: "1" });
  });
});

test("a copy of this module, as the bundler makes them, finds the connection of the one client too", async () => {
  const client = database();
  vi.resetModules();
  const copy = await import("./db");
  expect(copy.runStatement).not.toBe(runStatement);
  expect(copy.database()).toBe(client);
  await copy.inTransaction(async (tx) => {
    expect(await copy.runStatement(place, tx)).toMatchObject([{ one: "1" }]);
  });
});

test("transactions at once each keep to their own connection", async () => {
  const pids = await Promise.all(
    Array.from({ length: 8 }, () =>
      inTransaction(async (tx) => {
        const [own] = await runStatement<{ pid: number }>(place, tx);
        // Whatever else begins meanwhile, within it or not.
        await inTransaction((other) => runStatement(place, other));
        const [later] = await runStatement<{ pid: number }>(place, tx);
        expect(later).toEqual(own);
        return own?.pid;
      }),
    ),
  );
  expect(new Set(pids).size).toBe(8);
});

test("what it wrote is seen by Prisma in the same transaction, and undone with it", async () => {
  const slug = aSlug();
  const undone = inTransaction(async (tx) => {
    const id = await addParty(tx, slug);
    await updateRow(tx, "Organisation", id, { name: "Anders", website: undefined, tooiUri: null });
    expect(await tx.organisation.findUnique({ where: { slug } })).toMatchObject({ id, name: "Anders" });
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect(await countParties(slug)).toBe(0);
});

test("after the end of its transaction a statement is refused, whether that was kept or took too long", async () => {
  const [late, kept] = [aSlug(), aSlug()];
  const { ended } = await inTransaction(async (tx) => ({ ended: tx }));
  await expect(addParty(ended, kept)).rejects.toMatchObject({ code: "P2028" });
  const tooLong = inTransaction(async (tx) => {
    // Twice: a connection that is idle for seven seconds is ended by PostgreSQL itself.
    await wait(3_600);
    await runStatement(place, tx);
    await wait(3_600);
    await addParty(tx, late);
  });
  const refusal = await tooLong.catch((error: unknown) => error);
  expect(isDatabaseTrouble(refusal)).toBe(true);
  expect([await countParties(kept), await countParties(late)]).toEqual([0, 0]);
});
