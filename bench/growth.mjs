// How the time of each statement grows with the catalogue: the statements that the site runs for a visit, run
// again one after another on databases of several sizes.
import pg from "pg";
import { capture } from "./capture.mjs";
import { describeDatabase, ensureDatabase } from "./databases.mjs";
import { percentile } from "./load.mjs";
import { listPages, madeAnew, searches } from "./pages.mjs";
import { number, shorten, table } from "./report.mjs";
import { toQuery } from "./search.mjs";
import { startSite } from "./servers.mjs";
import { listStatements } from "./statements.mjs";

const repeats = 20;
/** Slow ones tell enough in fewer turns. */
const patience = 2_000;

/**
 * Per size the time of every statement of every visit. A size is `{ name, solutions, scale }`; with more
 * gemeenten than the country has, pages that name them all may not come in time, but their statements count.
 */
export async function measureGrowth(cluster, sizes, step) {
  const measured = [];
  for (const size of sizes) {
    const database = await ensureDatabase(cluster.url, size.solutions, size.scale);
    await step(`${size.name}: elke SQL-opdracht`, async () => {
      measured.push({ ...size, statements: await measureStatements(cluster, database, size) });
    });
  }
  return measured;
}

async function measureStatements(cluster, database, { scale }) {
  const { busiest } = await describeDatabase(database.url);
  const site = await startSite(database.url);
  try {
    const visits = [...listPages(busiest).map(madeAnew), ...searches.map(toVisit)];
    const visit = ({ path, headers }) =>
      capture(site.origin, { path, headers }).catch((error) => {
        if (!scale) throw error;
      });
    for (const one of [...visits, ...visits]) await visit(one);
    const lists = await listStatements(
      cluster,
      database.name,
      visits.map((one) => () => visit(one)),
    );
    return await timeAll(database.url, visits, lists);
  } finally {
    await site.stop();
  }
}

const toVisit = (search) => ({ ...search, name: `zoek ${decodeURIComponent(search.path.split("?")[1])}` });

async function timeAll(connectionString, visits, lists) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const timed = [];
    for (const [index, { name }] of visits.entries()) {
      // A statement that a visit runs twice is one row.
      const own = new Map(lists[index].map((statement) => [statement.sql, statement]));
      for (const statement of own.values())
        timed.push({ name, sql: statement.sql, ...(await time(client, statement)) });
    }
    return timed;
  } finally {
    await client.end();
  }
}

async function time(client, statement) {
  const query = toQuery(statement);
  const latencies = [];
  // Prepared first, and from the sixth time on perhaps with a plan for all values.
  for (let turn = 0; turn < 6; turn++) await client.query(query);
  const startedAt = performance.now();
  while (latencies.length < repeats && performance.now() - startedAt < patience) {
    const begun = performance.now();
    await client.query(query);
    latencies.push(performance.now() - begun);
  }
  latencies.sort((a, b) => a - b);
  return { p50: percentile(latencies, 50), p99: percentile(latencies, 99) };
}

/** Of more than this many ms growth is worth a sentence. */
const noticeable = 1;

/** The table, statements that grow fastest first. Only those that every size ran are compared. */
export function describeGrowth(measured) {
  // A size beyond the country differs in more than its catalogue: shown, not compared.
  const end = measured.filter(({ scale }) => !scale).length - 1;
  const rows = toRows(measured, end);
  const sizes = measured.map(({ solutions }) => solutions);
  const names = measured.map(({ name }) => name);
  const [first, last] = [sizes[0], sizes[end]];
  const logarithmic = Math.log(last) / Math.log(first);
  const grows = (row) => row.growth > 1.3 * logarithmic && row.times[end].p50 - row.times[0].p50 > noticeable;
  return [
    "## Groei",
    "",
    `Elke SQL-opdracht van elk bezoek, los door pg, bij ${names.join(", ")}; p50 en p99 in ms. ` +
      `Logaritmisch is hoogstens ${number(logarithmic, 1)}×; wat met meer dan een derde daarboven en meer dan ${noticeable} ms groeit, is vet.`,
    "",
    table(
      `bezoek|opdracht|${names.map((name) => `${name} p50|p99`).join("|")}|groei`,
      rows.map((row) => [
        row.name.replaceAll("|", " "),
        `${row.place}`,
        ...row.times.flatMap(({ p50, p99 }) => [number(p50, 2), number(p99, 2)]),
        grows(row) ? `**${number(row.growth, 1)}×**` : `${number(row.growth, 1)}×`,
      ]),
    ),
    "",
    "Wat sneller groeit dan logaritmisch:",
    "",
    ...rows.filter(grows).map(({ name, place, sql }) => `- ${name}, ${place}: \`${shorten(sql)}\``),
    "",
  ].join("\n");
}

function toRows(measured, end) {
  const [smallest, ...others] = measured;
  const places = new Map();
  return smallest.statements
    .map((statement) => {
      places.set(statement.name, (places.get(statement.name) ?? 0) + 1);
      const same = ({ name, sql }) => name === statement.name && sql === statement.sql;
      const times = [statement, ...others.map(({ statements }) => statements.find(same))];
      return { ...statement, place: places.get(statement.name), times };
    })
    .filter(({ times }) => times.every(Boolean))
    .map((row) => ({ ...row, growth: row.times[end].p50 / row.times[0].p50 }))
    .sort((a, b) => b.times[end].p50 - b.times[0].p50 - (a.times[end].p50 - a.times[0].p50));
}
