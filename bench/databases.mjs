// A PostgreSQL cluster for measuring, as durable as the real one, with a database per size. A
// database is kept and used again as long as what made it is the same.
import pg from "pg";
import { createDatabase, urlOf } from "../scripts/steps/database.mjs";
import { fingerprint } from "../scripts/steps/fingerprint.mjs";
import { withLock } from "../scripts/steps/lock.mjs";
import { migrate } from "../scripts/steps/migrate.mjs";
import { inData } from "../scripts/steps/paths.mjs";
import { startPostgres } from "../scripts/steps/postgres.mjs";
import { step } from "../scripts/steps/report.mjs";
import { loadData } from "../scripts/steps/seed.mjs";
import { generate } from "./generate/index.mjs";

const folder = inData("bench", "postgres");
const makers = [
  "prisma/migrations",
  "prisma/seed",
  "bench/generate",
  "bench/histories.mjs",
  "bench/quotas.mjs",
];

/** Starts the cluster; returns its address, where it logs, and `stop`. */
export async function startCluster() {
  const { url, stop } = await startPostgres({ folder });
  return { url, stop, logFile: inData("bench", "postgres", "postgres.log") };
}

/**
 * The address and name of a database with `size` solutions; makes it when it is not there yet. `scale`: how many
 * gemeenten and adoptions, if more than the country has.
 */
export async function ensureDatabase(serverUrl, size, scale = {}) {
  const kind = [size, ...Object.values(scale)].join("_");
  const name = `bench_${kind}_${fingerprint(makers).slice(0, 12)}`;
  await withLock(inData("bench", "making.lock"), () =>
    onServer(serverUrl, async (server) => {
      if (await exists(server, name)) return;
      await dropOlder(server, kind);
      await make(serverUrl, { kind, size, scale });
      // Under a working name first: a database that has this name is complete.
      await server.query(`ALTER DATABASE "bench_${kind}_making" RENAME TO "${name}"`);
    }),
  );
  return { name, url: urlOf(serverUrl, name) };
}

async function make(serverUrl, { kind, size, scale }) {
  const url = await createDatabase(serverUrl, `bench_${kind}_making`);
  await step(`Gegevens voor ${size} voorzieningen`, async () => {
    await migrate(url);
    await loadData(url, { demo: false });
    await onServer(url, (client) => generate(client, size, scale));
  });
}

async function dropOlder(server, kind) {
  const { rows } = await server.query("SELECT datname AS name FROM pg_database WHERE datname ~ $1", [
    `^bench_${kind}_([0-9a-f]{12}|making)$`,
  ]);
  for (const { name } of rows) await server.query(`DROP DATABASE "${name}" WITH (FORCE)`);
}

async function exists(server, name) {
  const { rowCount } = await server.query("SELECT FROM pg_database WHERE datname = $1", [name]);
  return rowCount > 0;
}

/** What is in the database, and the slug of the solution with most adoptions. */
export function describeDatabase(url) {
  return onServer(url, async (client) => {
    const { rows } = await client.query(`
      SELECT (SELECT count(*) FROM "Solution" WHERE "publication" = 'PUBLISHED')::int AS solutions,
        (SELECT count(*) FROM "Adoption")::int AS adoptions,
        (SELECT count(*) FROM "AdoptionEvent")::int AS events,
        (SELECT count(*) FROM "Review")::int AS reviews,
        (SELECT s."slug" FROM "Solution" s JOIN "Adoption" a ON a."solutionId" = s."id" WHERE s."publication" = 'PUBLISHED'
         GROUP BY s."id" ORDER BY count(*) DESC, s."participationPublic" DESC, s."slug" LIMIT 1) AS busiest`);
    return rows[0];
  });
}

/** Runs `work` with a connection to `url`. */
export async function onServer(url, work) {
  const client = new pg.Client({ connectionString: url });
  client.on("error", (error) => console.error(error.message));
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
