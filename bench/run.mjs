// One run from begin to end: per size a database, the site on it, and each page measured.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import { inData, inRoot, root } from "../scripts/steps/paths.mjs";
import { step } from "../scripts/steps/report.mjs";
import { capture, weigh } from "./capture.mjs";
import { describeDatabase, ensureDatabase, startCluster } from "./databases.mjs";
import { compare, findAmount } from "./load.mjs";
import { listPages } from "./pages.mjs";
import { describeRun, describeSize } from "./report.mjs";
import { startPlain, startSite } from "./servers.mjs";
import { countStatements } from "./statements.mjs";

/** Measures the sizes of the plan, prints the tables and writes them to a file. */
export async function runBench({ sizes, seconds, isComplete }) {
  const startedAt = new Date();
  const cluster = await startCluster();
  // The measured servers end with their parent; the database is a process of its own.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.once(signal, () => cluster.stop().finally(() => process.exit(1)));
  try {
    const texts = [describeRun({ seconds, startedAt })];
    for (const size of sizes) texts.push(describeSize(await measureSize(cluster, size, seconds)));
    const report = texts.join("\n");
    console.log(`\n${report}`);
    console.log(`Ook in ${relative(root, keep(report, isComplete))}.\n`);
  } finally {
    await cluster.stop();
  }
}

/** Only a complete run replaces the results that the project keeps. */
function keep(report, isComplete) {
  const file = isComplete ? inRoot("bench", "results", "latest.md") : inData("bench", "latest.md");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, report);
  return file;
}

async function measureSize(cluster, size, seconds) {
  const database = await ensureDatabase(cluster.url, size);
  const contents = await describeDatabase(database.url);
  const servers = [];
  try {
    const site = await startSite(database.url);
    servers.push(site);
    const plain = await startPlain();
    servers.push(plain);
    const pages = listPages(contents.busiest);
    await step(`${size}: opwarmen`, () => warmUp(site, pages, seconds / 2));
    const measured = [];
    for (const page of pages) {
      await step(
        `${size}: ${page.name}`,
        async () => void measured.push(await measurePage({ cluster, database, site, plain, page, seconds })),
      );
    }
    return { contents, pages: measured };
  } finally {
    for (const server of servers) await server.stop();
  }
}

/** The first answers compile, prepare statements and fill caches: those are not what is measured. */
async function warmUp(site, pages, seconds) {
  for (const page of pages) {
    await capture(site.origin, page);
    await findAmount(site, page, { connections: 10, seconds });
  }
}

async function measurePage({ cluster, database, site, plain, page, seconds }) {
  const sql = await countStatements(cluster, database.name, () => capture(site.origin, page));
  const captured = await capture(site.origin, page);
  const weight = await weigh(site.origin, page, captured);
  await plain.hold(captured);
  const speeds = [];
  for (const connections of [1, 10]) speeds.push(await compare(site, plain, page, { connections, seconds }));
  return { ...page, sql, weight, speeds };
}
