// How the time of each statement grows with the catalogue and with the country: the statements that the site runs
// for a visit, run again one after another on databases of several sizes.
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { capture } from "./capture.mjs";
import { describeDatabase, ensureDatabase, onServer } from "./databases.mjs";
import { percentile } from "./load.mjs";
import { asMember } from "./member.mjs";
import { listFurtherPages, listPages, madeAnew, searches } from "./pages.mjs";
import { toQuery } from "./search.mjs";
import { startSite } from "./servers.mjs";
import { listStatements } from "./statements.mjs";

const repeats = 20;
/** Slow ones tell enough in fewer turns. */
const patience = 2_000;
/** The longest that a statement is waited for; the site itself gives up sooner. */
const longest = 60_000;

/**
 * Per size the time of every statement of every visit. A size is `{ name, solutions, scale }`; with more
 * gemeenten than the country has, pages that name them all may not come in time, but their statements count.
 */
export async function measureGrowth(cluster, sizes, step) {
  const measured = [];
  for (const size of sizes) {
    const database = await ensureDatabase(cluster.url, size.solutions, size.scale);
    await step(`${size.name}: elke SQL-opdracht`, async () => {
      measured.push({ ...size, ...(await measureStatements(cluster, database, size)) });
    });
  }
  return measured;
}

async function measureStatements(cluster, database, { scale }) {
  const { busiest } = await describeDatabase(database.url);
  return onServer(database.url, (client) =>
    asMember(client, "zwolle", async (cookie) => {
      const pages = [...listPages(busiest), ...listFurtherPages(busiest, cookie)].map(madeAnew);
      const visits = [...pages, ...searches.map(toVisit)];
      const { lists, failed } = await visitAll({
        cluster,
        database,
        client,
        visits,
        mayFail: Boolean(scale),
      });
      return { failed, statements: await timeAll(database.url, visits, lists) };
    }),
  );
}

const toVisit = (search) => ({ ...search, name: `zoek ${decodeURIComponent(search.path.split("?")[1])}` });

/** The statements of each visit to a site that just started: what its process remembers it reads only once. */
async function visitAll({ cluster, database, visits, mayFail }) {
  const site = await startSite(database.url);
  const failed = new Set();
  const visit = async ({ name, path, headers }) => {
    try {
      await capture(site.origin, { path, headers });
    } catch (error) {
      if (!mayFail) throw error;
      failed.add(name);
    }
    // What a visit that was given up still does would be taken for a part of the next one.
    await site.readCpu();
    await becomeIdle(cluster, database.name);
  };
  try {
    const turns = visits.map((one) => () => visit(one));
    const lists = await listStatements(cluster, database.name, turns);
    return { lists, failed: [...failed] };
  } finally {
    await site.stop();
  }
}

function becomeIdle({ url }, name) {
  // From elsewhere, so that this question is not taken for one of the site.
  return onServer(url, async (server) => {
    const isBusy = `SELECT FROM pg_stat_activity WHERE "datname" = $1 AND "state" = 'active' AND "backend_type" = 'client backend'`;
    while ((await server.query(isBusy, [name])).rowCount > 0) await wait(100);
  });
}

async function timeAll(connectionString, visits, lists) {
  const client = new pg.Client({ connectionString, statement_timeout: longest });
  await client.connect();
  try {
    const timed = [];
    for (const [index, { name }] of visits.entries()) {
      // A statement that a visit runs twice is one row; how many values a list of them has does not matter.
      const own = new Map(lists[index].map((statement) => [shapeOf(statement), statement]));
      for (const [sql, statement] of own) timed.push({ name, sql, ...(await time(client, statement)) });
    }
    return timed;
  } finally {
    await client.end();
  }
}

const shapeOf = ({ sql }) => sql.replace(/\$\d+/g, "$$").replace(/\$(?:, ?\$)+/g, "$$…");

/** p50 and p99 in ms; `isCut`: it took longer than it was given. */
async function time(client, statement) {
  const query = toQuery(statement);
  const latencies = [];
  const startedAt = performance.now();
  const isOver = () => performance.now() - startedAt > patience;
  const run = async () => {
    const begun = performance.now();
    await client.query(query);
    return performance.now() - begun;
  };
  try {
    // Prepared first, and from the sixth time on perhaps with a plan for all values.
    for (let turn = 0; turn < 6 && !isOver(); turn++) await run();
    do latencies.push(await run());
    while (latencies.length < repeats && !isOver());
  } catch (error) {
    if (error.code !== tookTooLong) throw error;
    return { p50: longest, p99: longest, isCut: true };
  }
  latencies.sort((a, b) => a - b);
  return { p50: percentile(latencies, 50), p99: percentile(latencies, 99) };
}

/** `query_canceled` */
const tookTooLong = "57014";
