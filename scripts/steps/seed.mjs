// The reference data and, for whoever wants it, the fictitious layer of the demonstration.
import pg from "pg";
import { fingerprint } from "./fingerprint.mjs";
import { runTool } from "./run.mjs";

/**
 * Loads what changed since the last time and says what it did. The demo layer goes into a new database
 * only: whoever cleared it does not find it back after a restart, unless PLUS1_DEMO=1 asks for it.
 */
export async function loadData(url, { demo }) {
  const { loadedPrint, hasDemo } = await readState(url);
  const isNew = loadedPrint === null;
  const tasks = [];
  if (loadedPrint !== seedPrint()) tasks.push("reference");
  if (demo && !hasDemo && (isNew || process.env.PLUS1_DEMO === "1")) tasks.push("demo");
  return tasks.length > 0 ? runSeed(url, tasks) : "ongewijzigd";
}

/** Runs tasks of prisma/seed/main.ts (reference, demo, clear); returns what it said, refused rows below. */
export async function runSeed(url, tasks) {
  const output = await runTool("tsx/dist/cli.mjs", ["prisma/seed/main.ts", ...tasks], {
    env: { DATABASE_URL: url, SEED_FINGERPRINT: seedPrint() },
  });
  const lines = output.trim().split("\n");
  const details = lines.filter((line) => /, rij \d+: |^blijft staan: /.test(line));
  const summary = lines.filter((line) => !details.includes(line)).join("; ");
  return [summary, ...details.map((line) => `    ${line}`)].join("\n");
}

const seedPrint = () => fingerprint(["prisma/seed"]);

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
