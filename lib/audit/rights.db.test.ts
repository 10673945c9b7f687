import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { testDatabase } from "@/lib/core/testing/test-database";
import { verifyChains } from "@/scripts/steps/audit-chain.mjs";
import { listMigrations, migrate } from "@/scripts/steps/migrate.mjs";
import { ensureRole, grantApplication } from "@/scripts/steps/roles.mjs";
import { copyDatabase } from "@/scripts/steps/test-cluster.mjs";

const refused = { code: "42501" };

const anEvent = `INSERT INTO "AuditEvent" ("action", "subjectType", "subjectId") VALUES ('adoption.moved', 'Adoption', 'x')`;

const { appUrl, client: owner } = await testDatabase({ seeded: true });
const cluster = inject("cluster");
const drops: (() => Promise<void>)[] = [];
const opened: pg.Client[] = [];
// Before the databases go: registered last, run first.
afterAll(async () => {
  await Promise.all(opened.map((client) => client.end()));
  for (const drop of drops) await drop();
});

async function connect(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  opened.push(client);
  return client;
}

/** A database without any table; returns its address. */
async function anEmptyDatabase(): Promise<string> {
  const { url, drop } = await copyDatabase(cluster.url, "template0");
  drops.push(drop);
  return url;
}

describe("the role of the site", () => {
  let site: pg.Client;
  beforeAll(async () => {
    site = await connect(appUrl);
    await site.query(anEvent);
  });

  test.each([
    `UPDATE "AuditEvent" SET "action" = 'x'`,
    `DELETE FROM "AuditEvent"`,
    `TRUNCATE "AuditEvent"`,
    `UPDATE "AdoptionEvent" SET "reason" = 'x'`,
    `DELETE FROM "AdoptionEvent"`,
    `TRUNCATE "AdoptionEvent" CASCADE`,
    `UPDATE "AuditHead" SET "position" = 0`,
    `INSERT INTO "AuditHead" ("chain", "position", "hash") VALUES ('platform', 1, '')`,
    `DELETE FROM "AuditHead"`,
    `ALTER TABLE "AuditEvent" DISABLE TRIGGER ALL`,
    `ALTER TABLE "AuditEvent" DISABLE TRIGGER chained`,
    `ALTER TABLE "AuditEvent" DROP COLUMN "hash"`,
    `ALTER TABLE "AuditEvent" OWNER TO CURRENT_USER`,
    `DROP TRIGGER append_only ON "AuditEvent"`,
    `DROP TABLE "AuditEvent"`,
    `CREATE TRIGGER mine BEFORE INSERT ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
    `CREATE OR REPLACE FUNCTION chain_audit_event() RETURNS trigger LANGUAGE sql AS 'SELECT NULL'`,
    `DROP FUNCTION audit_text CASCADE`,
    `CREATE TABLE public.mine ()`,
    `SET session_replication_role = 'replica'`,
    `SET ROLE postgres`,
    `GRANT UPDATE ON "AuditEvent" TO CURRENT_USER`,
    `UPDATE "_prisma_migrations" SET checksum = 'x'`,
  ])("may not: %s", async (sql) => {
    // A right that cannot be given is a warning to PostgreSQL; then nothing must have changed.
    if (sql.startsWith("GRANT")) {
      await site.query(sql).catch(() => {});
      await expect(site.query(`UPDATE "AuditEvent" SET "action" = 'x'`)).rejects.toMatchObject(refused);
    } else {
      await expect(site.query(sql)).rejects.toMatchObject(refused);
    }
  });

  test("may write an event, and its own tables, and read whether the migrations are there", async () => {
    await site.query(anEvent);
    await site.query(`UPDATE "Organisation" SET "website" = "website"`);
    await site.query(`CREATE SCHEMA jobs CREATE TABLE waiting (id int)`);
    const { rows } = await site.query(`SELECT count(*)::int AS n FROM "_prisma_migrations"`);
    expect(rows[0].n).toBe(listMigrations().length);
    expect((await verifyChains(site)).faults).toEqual([]);
  });

  test("even the owner changes no row while the trigger is there", async () => {
    for (const sql of [
      `UPDATE "AuditEvent" SET "action" = 'x'`,
      `DELETE FROM "AuditEvent"`,
      `TRUNCATE "AuditEvent"`,
    ])
      await expect(owner.query(sql)).rejects.toMatchObject({ code: "23001" });
  });
});

test("one role for everything takes from itself what it needs not", async () => {
  const name = `alone_${process.pid}`;
  await ensureRole(cluster.url, { name, password: "alone" });
  const ownerUrl = await anEmptyDatabase();
  const server = await connect(cluster.url);
  await server.query(`ALTER DATABASE "${new URL(ownerUrl).pathname.slice(1)}" OWNER TO "${name}"`);
  drops.push(async () => {
    const last = new pg.Client({ connectionString: cluster.url });
    await last.connect();
    await last.query(`DROP ROLE IF EXISTS "${name}"`).catch(() => {});
    await last.end();
  });
  const inside = await connect(ownerUrl);
  await inside.query(`ALTER SCHEMA public OWNER TO "${name}"`);
  const url = new URL(ownerUrl);
  url.username = name;
  url.password = "alone";
  await migrate(url.href);
  expect(await grantApplication({ url: url.href, ownerUrl: url.href })).toBe("shared");
  const alone = await connect(url.href);
  await alone.query(anEvent);
  for (const sql of [
    `UPDATE "AuditEvent" SET "action" = 'x'`,
    `DELETE FROM "AuditEvent"`,
    `TRUNCATE "AuditEvent"`,
  ])
    await expect(alone.query(sql)).rejects.toMatchObject(refused);
  // A second start changes nothing, and needs no right that it gave up.
  expect(await migrate(url.href)).toEqual([]);
  expect(await grantApplication({ url: url.href, ownerUrl: url.href })).toBe("shared");
});

test("what was logged before there were chains becomes their begin", async () => {
  const url = await anEmptyDatabase();
  const client = await connect(url);
  const migrations = listMigrations();
  const at = migrations.findIndex(({ name }) => name.endsWith("_audit_chain"));
  for (const { sql } of migrations.slice(0, at)) await client.query(sql);
  await client.query(`INSERT INTO "Organisation" ("slug", "kind", "name") VALUES ('a', 'KOEPEL', 'A')`);
  await client.query(`
    INSERT INTO "AuditEvent" ("organisationId", "action", "subjectType", "subjectId", "detail", "isDemo", "at")
    SELECT CASE WHEN n % 3 = 0 THEN o."id" END, 'adoption.moved', 'Adoption', 'É' || n, '{"b": 1, "a": "“"}', n % 2 = 0,
      '2026-11-20T10:00:00.123Z'::timestamptz + n * interval '1 second'
    FROM generate_series(1, 60) n, "Organisation" o`);
  for (const { sql } of migrations.slice(at)) await client.query(sql);
  await client.query(anEvent);
  const { rows } = await client.query(
    `SELECT "chain", count(*)::int AS n, min("position")::int AS first, max("position")::int AS last
     FROM "AuditEvent" GROUP BY 1 ORDER BY n, 1 DESC`,
  );
  expect(rows.map(({ n, first, last }) => [n, first, last])).toEqual([
    [10, 1, 10],
    [10, 1, 10],
    [20, 1, 20],
    [21, 1, 21],
  ]);
  expect((await verifyChains(client)).faults).toEqual([]);
  await expect(client.query(`DELETE FROM "AuditEvent"`)).rejects.toMatchObject({ code: "23001" });
});
