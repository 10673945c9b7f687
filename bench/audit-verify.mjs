// `npm run bench:audit-verify [rows]`: how long and with how much memory `npm run audit:verify` recomputes a log
// of a million rows: nine in ten in the chains of fifty organisations, the rest in that of the platform.
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createDatabase, urlOf } from "../scripts/steps/database.mjs";
import { migrate } from "../scripts/steps/migrate.mjs";
import { inRoot, root } from "../scripts/steps/paths.mjs";
import { fail, step } from "../scripts/steps/report.mjs";
import { loadData } from "../scripts/steps/seed.mjs";
import { onServer, startCluster } from "./databases.mjs";

const rows = Number(process.argv[2] ?? 1_000_000);
const perTransaction = 2_000;
const name = "bench_audit_verify";

try {
  const cluster = await startCluster();
  try {
    await main(cluster.url);
  } finally {
    await onServer(cluster.url, (client) => client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`));
    await cluster.stop();
  }
} catch (error) {
  fail(error);
}

async function main(serverUrl) {
  await onServer(serverUrl, (client) => client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`));
  const url = await createDatabase(serverUrl, name);
  await step("Gegevens", async () => {
    await migrate(url);
    await loadData(url, { demo: false });
  });
  let filled = 0;
  await step(`${rows} regels in het logboek`, async () => {
    filled = await fill(urlOf(serverUrl, name));
  });
  const seen = await verify(url);
  const line = toLine({ filled, ...seen });
  writeFileSync(inRoot("bench", "results", "audit-verify.md"), line);
  console.log(`\n${line}`);
}

/** Row by row through the trigger, as the site writes them. */
async function fill(url) {
  const startedAt = performance.now();
  await onServer(url, async (client) => {
    await client.query("SET synchronous_commit = off");
    await client.query(
      `CREATE TEMP TABLE writer AS SELECT "id", row_number() OVER (ORDER BY "id") AS "at" FROM "Organisation" LIMIT 50`,
    );
    for (let first = 0; first < rows; first += perTransaction) {
      await client.query(
        `INSERT INTO "AuditEvent" ("organisationId", "action", "subjectType", "subjectId", "detail", "address", "requestId")
         SELECT CASE WHEN n % 10 > 0 THEN w."id" END, 'adoption.visibility', 'Adoption', gen_random_uuid(),
           '{"visibility": "hidden"}', '192.0.2.0/24', 'r' || n
         FROM generate_series($1::int, $2::int) n JOIN writer w ON w."at" = n / 10 % 50 + 1`,
        [first, Math.min(first + perTransaction, rows) - 1],
      );
    }
    await client.query(`VACUUM ANALYZE "AuditEvent"`);
  });
  return performance.now() - startedAt;
}

/** The command itself, in a process of its own; Linux remembers the most memory that it had. */
function verify(url) {
  const startedAt = performance.now();
  const child = spawn(process.execPath, ["scripts/audit-verify.mjs"], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: url },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  let peak = 0;
  child.stdout.on("data", (chunk) => (output += chunk));
  const watch = setInterval(() => {
    peak = Math.max(peak, readPeak(child.pid));
  }, 100);
  return new Promise((resolve, reject) => {
    child.on("close", (code) => {
      clearInterval(watch);
      const [said = ""] = output.split("\n");
      if (code !== 0 || !said.includes("klopt"))
        return reject(new Error(`audit:verify eindigde met ${code}: ${output}`));
      resolve({ took: performance.now() - startedAt, peak, said });
    });
  });
}

function readPeak(pid) {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function toLine({ filled, took, peak, said }) {
  const seconds = (ms) => (ms / 1000).toFixed(1).replace(".", ",");
  return `# Het logboek nagerekend

${new Date().toISOString().slice(0, 16).replace("T", " ")} UTC, Node ${process.versions.node}. \`node bench/audit-verify.mjs ${rows}\`

${said}

| regels | nagerekend in | per seconde | geheugen van de opdracht | geschreven in |
| ---: | ---: | ---: | ---: | ---: |
| ${rows.toLocaleString("nl-NL")} | ${seconds(took)} s | ${Math.round(rows / (took / 1000)).toLocaleString("nl-NL")} | ${peak ? `${Math.round(peak / 1024)} MB` : "niet gemeten"} | ${seconds(filled)} s |
`;
}
