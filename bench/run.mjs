// One run from begin to end: per size a database, the site on it, and each page measured.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import { inData, inRoot, root } from "../scripts/steps/paths.mjs";
import { step } from "../scripts/steps/report.mjs";
import { capture, weigh } from "./capture.mjs";
import { describeDatabase, ensureDatabase, startCluster } from "./databases.mjs";
import { measureGrowth } from "./growth.mjs";
import { known } from "./growth-known.mjs";
import { describeGrowth } from "./growth-report.mjs";
import { compare, findAmount, measureAlone, runRound } from "./load.mjs";
import { allSearches, listPages, madeAnew } from "./pages.mjs";
import { describeRun, describeSize, describeWrites } from "./report.mjs";
import { measureSearch } from "./search.mjs";
import { startPlain, startSite } from "./servers.mjs";
import { countStatements } from "./statements.mjs";
import { measureWrites } from "./writes.mjs";

/**
 * Measures the sizes of the plan, and how statements grow over the sizes of `growth`, how durable writes fare at the size `writes`; prints the tables and
 * writes them to a file. `keeps`: these are the results that the project keeps.
 */
export async function runBench({ sizes, growth, writes, seconds, keeps }) {
  const startedAt = new Date();
  const cluster = await startCluster();
  // The measured servers end with their parent; the database is a process of its own.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.once(signal, () => cluster.stop().finally(() => process.exit(1)));
  try {
    const head = describeRun({ seconds, startedAt });
    const tables = [];
    for (const size of sizes) tables.push(describeSize(await measureSize(cluster, size, seconds)));
    if (tables.length > 0) keep("latest.md", [head, ...tables], keeps);
    if (writes) {
      const database = await ensureDatabase(cluster.url, writes);
      const measured = await measureWrites(cluster, database, Math.max(6, seconds * 3));
      keep("writes.md", [head, describeWrites(measured)], keeps);
    }
    if (growth.length > 0)
      keep("growth.md", [head, describeGrowth(await measureGrowth(cluster, growth, step), known)], keeps);
  } finally {
    await cluster.stop();
  }
}

/** Only a run of the usual plan replaces the results that the project keeps. */
function keep(name, texts, keeps) {
  const report = texts.join("\n");
  const file = keeps ? inRoot("bench", "results", name) : inData("bench", name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, report);
  console.log(`\n${report}\nOok in ${relative(root, file)}.\n`);
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
    await step(`${size}: opwarmen`, () => warmUp(site, pages, seconds * warmth));
    const measured = [];
    for (const page of pages) {
      await step(
        `${size}: ${page.name}`,
        async () => void measured.push(await measurePage({ cluster, database, site, plain, page, seconds })),
      );
    }
    let search;
    await step(`${size}: zoeken als JSON naast de SQL`, async () => {
      search = await measureSearch({ cluster, database, site, seconds });
    });
    return { contents, pages: measured, search };
  } finally {
    for (const server of servers) await server.stop();
  }
}

/** How much longer than it is measured each page is asked first. */
const warmth = 5;

/**
 * The first answers prepare statements and fill caches; and for some thousands of answers V8 makes the code of a page
 * faster, in threads that count as processor time of the site. A site runs for weeks: none of that is measured.
 */
async function warmUp(site, pages, seconds) {
  for (const page of [...pages.map(madeAnew), allSearches]) {
    const amount = await findAmount(site, page, { connections: 2, seconds });
    await runRound(site, page, { connections: 2, amount });
  }
}

async function measurePage({ cluster, database, site, plain, page, seconds }) {
  const anew = madeAnew(page);
  const sql = await countStatements(cluster, database.name, () => capture(site.origin, anew));
  const made = await measureAlone(site, anew, { connections: 1, seconds });
  const captured = await capture(site.origin, page);
  const weight = await weigh(site.origin, page, captured);
  await plain.hold(captured);
  const speeds = [];
  for (const connections of [1, 10]) speeds.push(await compare(site, plain, page, { connections, seconds }));
  return { ...page, sql, made, weight, speeds };
}
