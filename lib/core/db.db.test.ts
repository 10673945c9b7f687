import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isDatabaseTrouble } from "@/scripts/steps/door/trouble.mjs";
import { database } from "./db";

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
