// Search with facets over HTTP beside its bare SQL: the statements that the site ran for the same questions,
// with the same values, through pg.
import pg from "pg";
import { capture } from "./capture.mjs";
import { findAmount, runRound, summarise } from "./load.mjs";
import { searches } from "./pages.mjs";
import { listStatements } from "./statements.mjs";

/** Measures both in turns at each number of connections. */
export async function measureSearch({ cluster, database, site, seconds }) {
  // The first visit stems words and counts the catalogue, which are remembered.
  const visitAll = async () => {
    for (const search of searches) await capture(site.origin, search);
  };
  await visitAll();
  const visits = searches.map((search) => () => capture(site.origin, search));
  const perSearch = await listStatements(cluster, database.name, visits);
  const speeds = [];
  for (const connections of [1, 10])
    speeds.push(await compareWithSql(site, { url: database.url, perSearch, connections, seconds }));
  return { questions: searches.length, statements: perSearch.flat().length, speeds };
}

async function compareWithSql(site, { url, perSearch, connections, seconds }) {
  const page = { path: "/", headers: searches[0].headers, requests: searches };
  const count = Math.max(2, Math.round(seconds / 2));
  const amount = await findAmount(site, page, { connections, seconds: seconds / count });
  const clients = await openClients(url, connections);
  const rounds = { site: [], sql: [] };
  try {
    // Whoever asks a statement for the first time prepares it.
    await runStatements(clients, perSearch, amount);
    for (let round = 0; round < count; round++) {
      rounds.site.push(await runRound(site, page, { connections, amount }));
      rounds.sql.push(await runStatements(clients, perSearch, amount));
    }
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
  return { connections, site: summarise(rounds.site), plain: summarise(rounds.sql) };
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
