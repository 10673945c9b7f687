// Search with facets over HTTP beside bare SQL through pg: one statement that answers the whole question by itself
// (lib/search/testing/reference.ts), and the statements that the site still sends, with the same values.
import { mkdirSync, readFileSync } from "node:fs";
import pg from "pg";
import { inData } from "../scripts/steps/paths.mjs";
import { runSiteCode } from "../scripts/steps/site-code.mjs";
import { capture } from "./capture.mjs";
import { findAmount, runRound, summarise } from "./load.mjs";
import { allSearches, searches } from "./pages.mjs";
import { listStatements } from "./statements.mjs";

/** Measures the three in turns at each number of connections, on a site that answered these questions before. */
export async function measureSearch({ cluster, database, site, seconds }) {
  const visits = searches.map((search) => () => capture(site.origin, search));
  const sent = await listStatements(cluster, database.name, visits);
  const whole = (await listReferences(database.url)).map((statement) => [statement]);
  const speeds = [];
  for (const connections of [1, 10])
    speeds.push(
      await compareWithSql(site, { url: database.url, lists: { whole, sent }, connections, seconds }),
    );
  return { questions: searches.length, statements: sent.flat().length, speeds };
}

/** Per search the statement that answers it whole. */
async function listReferences(url) {
  mkdirSync(inData("bench"), { recursive: true });
  const file = inData("bench", "reference.json");
  const questions = searches.map(({ path }) => path.split("?")[1]);
  await runSiteCode(url, ["bench/reference.ts", file, ...questions]);
  return JSON.parse(readFileSync(file, "utf8"));
}

async function compareWithSql(site, { url, lists, connections, seconds }) {
  const count = Math.max(2, Math.round(seconds / 2));
  const amount = await findAmount(site, allSearches, { connections, seconds: seconds / count });
  const clients = await openClients(url, connections);
  const rounds = { site: [], whole: [], sent: [] };
  try {
    // Whoever asks a statement for the first time prepares it.
    for (const list of Object.values(lists)) await runStatements(clients, list, list.length * connections);
    for (let round = 0; round < count; round++) {
      rounds.site.push(await runRound(site, allSearches, { connections, amount }));
      for (const [name, list] of Object.entries(lists))
        rounds[name].push(await runStatements(clients, list, amount));
    }
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
  const [own, whole, sent] = Object.values(rounds).map(summarise);
  return { connections, site: own, whole, sent };
}

/** So many connections, open. */
export async function openClients(connectionString, count) {
  const clients = Array.from({ length: count }, () => new pg.Client({ connectionString }));
  await Promise.all(clients.map((client) => client.connect()));
  return clients;
}

/** `amount` searches over these connections, each asking the next as soon as it has an answer. */
async function runStatements(clients, perSearch, amount) {
  const latencies = [];
  const startedAt = performance.now();
  let next = 0;
  const ask = async (client) => {
    while (next < amount) {
      const statements = perSearch[next++ % perSearch.length];
      const begun = performance.now();
      for (const statement of statements) await client.query(toQuery(statement));
      latencies.push(performance.now() - begun);
    }
  };
  await Promise.all(clients.map(ask));
  return { latencies, seconds: (performance.now() - startedAt) / 1000, cpu: 0 };
}

const names = new Map();

/** As a prepared statement with a name, which is what the site does too. */
export function toQuery({ text, values }) {
  if (!names.has(text)) names.set(text, `bench${names.size}`);
  return { name: names.get(text), text, values };
}
