// The reference data and, for whoever wants it, the fictitious layer of the demonstration.
import pg from "pg";
import { fingerprint } from "./fingerprint.mjs";
import { runTool } from "./run.mjs";

/**
 * Loads what changed since the last time and says what it did. The demo layer goes into a new database
 * only: whoever cleared it does not find it back after a restart, unless PLUS1_DEMO=1 asks for it.
 */
export async function loadData(url, { demo }) {
  const print = fingerprint(["prisma/seed"]);
  const { loadedPrint, hasDemo } = await readState(url);
  const isNew = loadedPrint === null;
  const tasks = [];
  if (loadedPrint !== print) tasks.push("reference");
  if (demo && !hasDemo && (isNew || process.env.PLUS1_DEMO === "1")) tasks.push("demo");
  if (tasks.length === 0) return "ongewijzigd";
  return runSeed(url, tasks, { SEED_FINGERPRINT: print });
}

/** Runs tasks of prisma/seed/main.ts (reference, demo, clear); returns its sentences on one line. */
export async function runSeed(url, tasks, env = {}) {
  const output = await runTool("tsx/dist/cli.mjs", ["prisma/seed/main.ts", ...tasks], {
    env: { ...env, DATABASE_URL: url },
  });
  return output.trim().split("\n").join("; ");
}

async function readState(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(`
      SELECT (SELECT "fileHash" FROM "ImportRun" WHERE "file" = 'seed' ORDER BY "startedAt" DESC LIMIT 1) AS "loadedPrint",
        EXISTS (SELECT FROM "ImportRun" WHERE "file" = 'demo') AS "hasDemo"`);
    return rows[0];
  } finally {
    await client.end();
  }
}
