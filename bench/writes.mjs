// Durable writes over HTTP beside the bare transaction: registering interest, with policy, history, counters and
// the log, against the same statements with other ids through pg.
import { urlOf } from "../scripts/steps/database.mjs";
import { Refusal } from "../scripts/steps/report.mjs";
import { onServer } from "./databases.mjs";
import { newVisitor } from "./faults/visitor.mjs";
import { summarise } from "./load.mjs";
import { addMember } from "./member.mjs";
import { openClients, toQuery } from "./search.mjs";
import { startSite } from "./servers.mjs";
import { listStatements } from "./statements.mjs";

/** Who writes at once, and by how many processes of the site; one process works on one core. */
const plans = [
  { connections: 1, processes: 1 },
  { connections: 10, processes: 1 },
  { connections: 10, processes: 2 },
];
const rounds = 3;

/** Measures both in turns for each plan, on a copy of the database that goes afterwards. */
export async function measureWrites(cluster, { url, name }, seconds) {
  return withCopy(cluster, name, async (copy) => {
    const database = { url: urlOf(url, copy), name: copy };
    const sites = [];
    try {
      while (sites.length < 2) sites.push(await startSite(database.url));
      return await measure({ cluster, database, sites, seconds });
    } finally {
      await Promise.all(sites.map((site) => site.stop()));
    }
  });
}

async function withCopy(cluster, name, work) {
  const copy = `${name}_writes`;
  const drop = (server) => server.query(`DROP DATABASE IF EXISTS "${copy}" WITH (FORCE)`);
  await onServer(cluster.url, async (server) => {
    await drop(server);
    await server.query(`CREATE DATABASE "${copy}" TEMPLATE "${name}"`);
  });
  try {
    return await work(copy);
  } finally {
    await onServer(cluster.url, drop);
  }
}

async function measure({ cluster, database, sites, seconds }) {
  const pairs = await listPairs(database.url, Math.max(...plans.map(({ connections }) => connections)));
  const writers = await onServer(database.url, (client) => signUp(client, sites[0], pairs));
  const sample = await captureWrite({ cluster, database, writer: writers[0] });
  const speeds = [];
  for (const { connections, processes } of plans) {
    const chosen = writers.slice(0, connections);
    const used = sites.slice(0, processes);
    for (const [at, writer] of chosen.entries()) writer.place.origin = used[at % processes].origin;
    speeds.push({
      processes,
      ...(await compareWrites({ database, used, writers: chosen, sample, seconds })),
    });
  }
  return { statements: sample.statements.length, speeds };
}

/** Gemeenten with the solutions that they do not follow yet, each pair to be used once. */
async function listPairs(url, count) {
  return onServer(url, async (client) => {
    const { rows } = await client.query(
      `SELECT g."organisationId" AS "gemeenteId", array_agg(s."id" ORDER BY s."id") AS "solutionIds"
       FROM (SELECT * FROM "Gemeente" WHERE "validTo" IS NULL ORDER BY "organisationId" LIMIT $1) g
       CROSS JOIN "Solution" s
       WHERE s."publication" = 'PUBLISHED' AND s."obligation" <> 'STATUTORY' AND s."phase" NOT IN ('RETIRED', 'STOPPED')
         AND NOT EXISTS (SELECT FROM "Adoption" a WHERE a."gemeenteId" = g."organisationId" AND a."solutionId" = s."id")
       GROUP BY 1`,
      [count],
    );
    return rows;
  });
}

/** A member of each gemeente who is signed in, with the form that registers interest. */
async function signUp(client, site, pairs) {
  const writers = [];
  for (const { gemeenteId, solutionIds } of pairs) {
    const { token } = await addMember(client, gemeenteId);
    const slug = await client.query(`SELECT "slug" FROM "Solution" WHERE "id" = $1`, [solutionIds[0]]);
    const path = `/nl/mijn/${slug.rows[0].slug}/belangstelling`;
    const place = { origin: site.origin };
    const visitor = newVisitor(() => place.origin);
    visitor.keep("next-auth.session-token", token);
    const form = await visitor.findForm(path, ({ id }) => id === "belangstelling");
    if (!form) throw new Refusal(`${path}: geen formulier voor belangstelling.`);
    writers.push({
      gemeenteId,
      place,
      write: (solutionId) => register({ visitor, path, form, solutionId }),
      left: solutionIds,
    });
  }
  return writers;
}

/** A solution that the gemeente does not follow yet. */
function nextOf({ left }) {
  const solutionId = left.pop();
  if (!solutionId) throw new Refusal("Er zijn te weinig voorzieningen om zo lang te schrijven.");
  return solutionId;
}

async function register({ visitor, path, form, solutionId }) {
  const { status, headers } = await visitor.send(path, form, { solutionId });
  if (status !== 303 || !/melding=/.test(headers.get("location") ?? ""))
    throw new Refusal(`${path}: de belangstelling werd niet vastgelegd (${status}).`);
}

/** What one write asks of the database within its transaction, and which ids are its own. */
async function captureWrite({ cluster, database, writer }) {
  await writer.write(nextOf(writer));
  const solutionId = nextOf(writer);
  const [seen] = await listStatements(cluster, database.name, [() => writer.write(solutionId)]);
  const first = seen.findIndex(({ text }) => /FROM "Solution".*FOR NO KEY UPDATE/s.test(text));
  const last = seen.findIndex(({ text }) => text.includes('"AuditEvent"'));
  const adoptionId = await onServer(database.url, async (client) => {
    const { rows } = await client.query(
      `SELECT "id" FROM "Adoption" WHERE "gemeenteId" = $1 AND "solutionId" = $2`,
      [writer.gemeenteId, solutionId],
    );
    return rows[0].id;
  });
  return { statements: seen.slice(first, last + 1), gemeenteId: writer.gemeenteId, solutionId, adoptionId };
}

async function compareWrites({ database, used, writers, sample, seconds }) {
  const clients = await openClients(database.url, writers.length);
  const measured = { site: [], sql: [] };
  try {
    const toSite = (writer) => () => writer.write(nextOf(writer));
    const toSql = (writer, at) => () => runBare(clients[at], sample, writer);
    // The first of each compile, and prepare their statements.
    await runTurns(writers.map(toSite), 0.5);
    await runTurns(writers.map(toSql), 0.5);
    for (let round = 0; round < rounds; round++) {
      const before = await readCpu(used);
      const turn = await runTurns(writers.map(toSite), seconds / rounds);
      measured.site.push({ ...turn, cpu: (await readCpu(used)) - before });
      measured.sql.push(await runTurns(writers.map(toSql), seconds / rounds));
    }
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
  return { connections: writers.length, site: summarise(measured.site), plain: summarise(measured.sql) };
}

async function readCpu(sites) {
  const spent = await Promise.all(sites.map((site) => site.readCpu()));
  return spent.reduce((total, one) => total + one, 0);
}

/** Everybody writes one after another until the time is over; what was begun is finished and counts. */
async function runTurns(writes, seconds) {
  const latencies = [];
  const startedAt = performance.now();
  const isOver = () => performance.now() - startedAt > seconds * 1000;
  await Promise.all(
    writes.map(async (write) => {
      while (!isOver()) {
        const begun = performance.now();
        await write();
        latencies.push(performance.now() - begun);
      }
    }),
  );
  return { latencies, seconds: (performance.now() - startedAt) / 1000, cpu: 0 };
}

/** The same statements in one transaction, for this writer's gemeente and its next solution. */
async function runBare(client, sample, writer) {
  const others = new Map([
    [sample.solutionId, nextOf(writer)],
    [sample.gemeenteId, writer.gemeenteId],
  ]);
  const toOther = (value) => {
    if (typeof value !== "string") return value;
    return [...others].reduce((text, [from, to]) => text.replaceAll(from, to), value);
  };
  await client.query("BEGIN");
  for (const statement of sample.statements) {
    const { rows } = await client.query(toQuery({ ...statement, values: statement.values.map(toOther) }));
    // The database gives the adoption its id; what follows names it.
    if (/INSERT INTO "Adoption" /.test(statement.text)) others.set(sample.adoptionId, rows[0].id);
  }
  await client.query("COMMIT");
}
