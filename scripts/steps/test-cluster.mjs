// A PostgreSQL for tests: fast, not durable, with two databases to copy from: one with tables
// only, one with the reference data and the demo layer.
import pg from "pg";
import { createDatabase, urlOf } from "./database.mjs";
import { fingerprint } from "./fingerprint.mjs";
import { withLock } from "./lock.mjs";
import { migrate } from "./migrate.mjs";
import { inData } from "./paths.mjs";
import { appRole, startPostgres } from "./postgres.mjs";
import { grantApplication } from "./roles.mjs";
import { loadData } from "./seed.mjs";

/**
 * Starts the cluster; returns its address, the names of both templates and `stop`. Whoever must be able to
 * stop it while others go on takes a `name` of their own.
 */
export async function startTestCluster({ name = "test" } = {}) {
  const server = await startPostgres({ folder: inData(name, "postgres"), durable: false });
  const print = fingerprint([
    "prisma",
    "lib/adoptions/rules.ts",
    "lib/adoptions/history/rules.ts",
    "scripts/steps/roles.mjs",
  ]).slice(0, 12);
  const empty = `empty_${print}`;
  const seeded = `seeded_${print}`;
  await withLock(inData(name, "template.lock"), async () => {
    const prepare = async (ownerUrl) => {
      await migrate(ownerUrl);
      await grantApplication({ url: siteUrl(server.appUrl, ownerUrl), ownerUrl });
    };
    await makeTemplate(server.url, empty, prepare);
    await makeTemplate(server.url, seeded, async (ownerUrl) => {
      await prepare(ownerUrl);
      await loadData(ownerUrl, { demo: true });
    });
  });
  return { url: server.url, appUrl: server.appUrl, empty, seeded, stop: server.stop };
}

/** The same database as the site connects to it. */
export const siteUrl = (appUrl, ownerUrl) => urlOf(appUrl, new URL(ownerUrl).pathname.slice(1));

/** Under a working name first: a template that exists is complete. */
async function makeTemplate(serverUrl, name, fill) {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (rowCount) return;
    await client.query(`DROP DATABASE IF EXISTS "${name}_making" WITH (FORCE)`);
    await fill(await createDatabase(serverUrl, `${name}_making`));
    await client.query(`ALTER DATABASE "${name}_making" RENAME TO "${name}"`);
  } finally {
    await client.end();
  }
}

let count = 0;

/** A database of its own, copied from a template; returns its address and a way to remove it. */
export async function copyDatabase(serverUrl, template) {
  const name = `test_${process.pid}_${Date.now()}_${count++}`;
  const url = await createDatabase(serverUrl, name, { template });
  await allowSchemas(serverUrl, name);
  return { url, drop: () => dropDatabase(serverUrl, name) };
}

/** The one right of the site that is not copied with a database: to make a schema for its jobs. */
async function allowSchemas(serverUrl, name) {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`GRANT CREATE ON DATABASE "${name}" TO "${appRole}"`);
  await client.end();
}

async function dropDatabase(serverUrl, name) {
  const client = new pg.Client({ connectionString: urlOf(serverUrl, "postgres") });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  await client.end();
}
