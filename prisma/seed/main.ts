// Loads the reference data, and the demo layer when asked. Started by scripts/steps/seed.mjs and scripts/demo.mjs.
import pg from "pg";
import { clearDemo, loadDemo } from "./demo";
import { loadReference } from "./reference";

const tasks = process.argv.slice(2);
const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
client.on("error", (error) => console.error(error.message));
await client.connect();
try {
  // Two starts at once take turns; the second finds everything done.
  await client.query("SELECT pg_advisory_lock(hashtext('pluseen seed'))");
  if (tasks.includes("reference")) await runReference();
  if (tasks.includes("demo"))
    console.log((await loadDemo(client)) ? "fictieve laag geladen" : "fictieve laag was er al");
  if (tasks.includes("clear")) await runClear();
  // A site that runs on this database shows no page from before (lib/core/db.ts).
  await client.query("NOTIFY pluseen_changed");
} finally {
  await client.end();
}

async function runReference() {
  const results = await loadReference(client);
  const total = (file: string) => {
    const result = results.find((candidate) => candidate.file === file);
    return result ? result.inserted + result.updated + result.unchanged + result.kept : 0;
  };
  const refused = results.reduce((sum, result) => sum + result.refused.length, 0);
  const counts = `${total("gemeenten.csv")} gemeenten, ${total("voorzieningen.csv")} voorzieningen, ${total("adoptie-feiten.csv")} feiten`;
  console.log(`${counts}; ${refused} rijen geweigerd`);
  if (process.env.SEED_FINGERPRINT) await noteFingerprint(process.env.SEED_FINGERPRINT);
}

async function runClear() {
  const { removed, kept } = await clearDemo(client);
  const total = Object.values(removed).reduce((sum, count) => sum + count, 0);
  console.log(`${total} fictieve rijen verwijderd`);
  for (const reason of kept) console.log(`blijft staan: ${reason}`);
}

/** The next start compares this with the files and skips loading when nothing changed. */
async function noteFingerprint(fingerprint: string) {
  await client.query(`DELETE FROM "ImportRun" WHERE "file" = 'seed'`);
  await client.query(
    `INSERT INTO "ImportRun" ("file", "fileHash", "finishedAt") VALUES ('seed', $1, clock_timestamp())`,
    [fingerprint],
  );
}
