// The database to work with: DATABASE_URL if it is set, else the embedded PostgreSQL.

import { inData } from "./paths.mjs";
import { startPostgres } from "./postgres.mjs";
import { Refusal } from "./report.mjs";

const embeddedName = "pluseen";

/**
 * Returns `{ url, ownerUrl, isEmbedded, stop }` of a database that exists and answers. `url` is for the
 * site; `ownerUrl` for whoever migrates, loads and clears, the same where one role does everything.
 */
export async function openDatabase() {
  const { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl = url } = process.env;
  if (url) {
    await requireAnswer("DATABASE_URL", url);
    if (ownerUrl !== url) await requireAnswer("DATABASE_OWNER_URL", ownerUrl);
    return { url, ownerUrl, isEmbedded: false, stop: async () => {} };
  }
  const server = await startPostgres({ folder: inData("postgres") });
  const own = await createDatabase(server.url, embeddedName);
  return { url: urlOf(server.appUrl, embeddedName), ownerUrl: own, isEmbedded: true, stop: server.stop };
}

/** Makes the database `name` on the server at `serverUrl` unless it exists, and returns its address. */
export async function createDatabase(serverUrl, name, { template = "" } = {}) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE "${name}"${template && ` TEMPLATE "${template}"`}`);
  } catch (error) {
    // 42P04: it exists; 23505: another process made it at this very moment.
    if (error.code !== "42P04" && error.code !== "23505") throw error;
  } finally {
    await client.end();
  }
  return urlOf(serverUrl, name);
}

export function urlOf(serverUrl, name) {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function requireAnswer(name, url) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    await client.query("SELECT 1");
  } catch (error) {
    throw new Refusal(`De database in ${name} antwoordt niet: ${error.message}`);
  } finally {
    await client.end().catch(() => {});
  }
}
