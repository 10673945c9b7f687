import { beforeAll, beforeEach, expect, test } from "vitest";
import { testDatabase } from "@/lib/core/testing/test-database";
import { clearDemo, loadDemo } from "../demo";
import { recountAll } from "../recount";
import { loadReference } from "../reference";

const { client } = await testDatabase({ seeded: false });

let reference: Record<string, string>;

beforeAll(async () => {
  await loadReference(client);
  reference = await fingerprintTables();
});

beforeEach(async () => {
  await clearDemo(client);
  await loadDemo(client);
});

/** Per table the number of rows and a hash of what is in them; when a row was last touched does not count. */
async function fingerprintTables(): Promise<Record<string, string>> {
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1`,
  );
  const prints: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await client.query<{ print: string }>(`
      SELECT count(*) || ' ' || coalesce(md5(string_agg(line, E'\\n' ORDER BY line)), '') AS print
      FROM (SELECT (to_jsonb(t) - 'updatedAt')::text AS line FROM "${name}" t) lines`);
    prints[name] = rows[0]?.print ?? "";
  }
  return prints;
}

async function readOne<T>(query: string, values: unknown[] = []): Promise<T> {
  const { rows } = await client.query(query, values);
  return rows[0] as T;
}

const demoAdoption = `SELECT a."id" FROM "Adoption" a JOIN "Organisation" o ON o."id" = a."gemeenteId"
  WHERE o."slug" = 'zwolle' AND a."status" = 'CONNECTING' LIMIT 1`;
const demoManager = `SELECT "id" FROM "User" WHERE "isDemo" ORDER BY "email" LIMIT 1`;

async function addRealUser(): Promise<string> {
  const { id } = await readOne<{ id: string }>(
    `INSERT INTO "User" ("email") VALUES (gen_random_uuid() || '@echt.example') RETURNING "id"`,
  );
  return id;
}

test("everything of the layer is marked fictitious", async () => {
  const real = await readOne(`SELECT
    (SELECT count(*)::int FROM "Adoption" WHERE NOT "isDemo") AS adoptions,
    (SELECT count(*)::int FROM "AdoptionEvent" WHERE NOT "isDemo") AS events,
    (SELECT count(*)::int FROM "Review" WHERE NOT "isDemo") AS reviews,
    (SELECT count(*)::int FROM "User" WHERE NOT "isDemo") AS users,
    (SELECT count(*)::int FROM "Membership" WHERE NOT "isDemo") AS memberships`);
  expect(real).toEqual({ adoptions: 0, events: 0, reviews: 0, users: 0, memberships: 0 });
});

test("the layer is loaded once", async () => {
  const before = await fingerprintTables();
  expect(await loadDemo(client)).toBe(false);
  expect(await fingerprintTables()).toEqual(before);
});

test("recounting all agrees with recounting one by one", async () => {
  const before = await fingerprintTables();
  await client.query(`SELECT recount_solution("id") FROM "Solution"`);
  await client.query(`SELECT recount_gemeente("organisationId") FROM "Gemeente"`);
  const { Solution, Gemeente } = await fingerprintTables();
  expect({ Solution, Gemeente }).toEqual({ Solution: before.Solution, Gemeente: before.Gemeente });
  await client.query(`UPDATE "Solution" SET "inUseCount" = 0`);
  await recountAll(client);
  expect((await fingerprintTables()).Solution).toBe(before.Solution);
});

test("clearing leaves exactly what the reference alone gives", async () => {
  expect(await fingerprintTables()).not.toEqual(reference);
  const { kept } = await clearDemo(client);
  expect(kept).toEqual([]);
  expect(await fingerprintTables()).toEqual(reference);
});

test("what demo people did since is cleared too", async () => {
  const { id: user } = await readOne<{ id: string }>(demoManager);
  const { id: adoption } = await readOne<{ id: string }>(demoAdoption);
  await client.query(
    `INSERT INTO "AdoptionEvent" ("adoptionId", "position", "from", "to", "occurredOn", "enteredById", "isDemo")
     SELECT $1, max("position") + 1, 'CONNECTING', 'IN_USE', '2026-11-20', $2, true FROM "AdoptionEvent" WHERE "adoptionId" = $1`,
    [adoption, user],
  );
  await client.query(
    `INSERT INTO "AuditEvent" ("actorId", "action", "subjectType", "subjectId", "isDemo") VALUES ($1, 'x', 'Adoption', $2, true)`,
    [user, adoption],
  );
  await client.query(`INSERT INTO "Session" ("sessionToken", "userId", "expires") VALUES ('t', $1, now())`, [
    user,
  ]);
  await client.query(
    `INSERT INTO "Solution" ("slug", "name", "summary", "kind", "theme", "phase", "providerId", "isDemo")
     SELECT 'verzonnen', 'Verzonnen', 'Verzonnen', 'DIENST', 'DEMOCRATIE', 'IDEA', "id", true FROM "Organisation" WHERE "slug" = 'vng'`,
  );
  await client.query(
    `UPDATE "AdoptionProposal" SET "state" = 'REJECTED', "decidedById" = $1, "decidedAt" = now(), "decisionReason" = 'Nee'
     WHERE "id" = (SELECT "id" FROM "AdoptionProposal" WHERE "state" = 'OPEN' AND NOT "isDemo" LIMIT 1)`,
    [user],
  );
  expect((await clearDemo(client)).kept).toEqual([]);
  const after = await fingerprintTables();
  // The number of an audit event is used up; the table is empty all the same.
  expect(after).toEqual(reference);
});

test("a real solution that a demo person edited gets back its last real text and links", async () => {
  const { id } = await readOne<{ id: string }>(
    `SELECT "id" FROM "Solution" WHERE "slug" = 'nationaal-parkeer-register'`,
  );
  await client.query(
    `UPDATE "Solution" SET "name" = 'Onzin', "keywords" = '{x}', "phase" = 'RETIRED', "version" = 2 WHERE "id" = $1`,
    [id],
  );
  await client.query(`DELETE FROM "SolutionLink" WHERE "solutionId" = $1`, [id]);
  await client.query(
    `INSERT INTO "SolutionVersion" ("solutionId", "number", "publication", "content", "isDemo") VALUES ($1, 2, 'PUBLISHED', '{}', true)`,
    [id],
  );
  await clearDemo(client);
  const { SolutionLink, ...tables } = await fingerprintTables();
  const { SolutionLink: links, ...expected } = reference;
  expect(tables).toEqual(expected);
  expect(SolutionLink?.split(" ")[0]).toBe(links?.split(" ")[0]);
});

test("a real user's step in a fictitious history stays, with that history, and is reported", async () => {
  const user = await addRealUser();
  const { id } = await readOne<{ id: string }>(demoAdoption);
  await client.query(
    `INSERT INTO "AdoptionEvent" ("adoptionId", "position", "from", "to", "occurredOn", "enteredById")
     SELECT $1, max("position") + 1, 'CONNECTING', 'IN_USE', '2026-11-20', $2 FROM "AdoptionEvent" WHERE "adoptionId" = $1`,
    [id, user],
  );
  const { kept } = await clearDemo(client);
  expect(kept.some((reason) => reason.startsWith("adoptie van") && reason.includes("zwolle"))).toBe(true);
  expect(await readOne(`SELECT count(*)::int AS n FROM "Adoption"`)).toEqual({ n: 1 });
  const steps = await readOne<{ n: number; real: number }>(
    `SELECT count(*)::int AS n, count(*) FILTER (WHERE NOT "isDemo")::int AS real FROM "AdoptionEvent" WHERE "adoptionId" = $1`,
    [id],
  );
  expect(steps.real).toBe(1);
  expect(steps.n).toBeGreaterThan(1);
});
