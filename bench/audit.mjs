// `npm run bench:audit`: what the chain of the audit log costs. The same durable transaction, a change of
// visibility with its locks and its audit event, on two databases in turns: one as it is, one without chain.
import pg from "pg";
import { createDatabase, urlOf } from "../scripts/steps/database.mjs";
import { migrate } from "../scripts/steps/migrate.mjs";
import { fail, step } from "../scripts/steps/report.mjs";
import { loadData } from "../scripts/steps/seed.mjs";
import { onServer, startCluster } from "./databases.mjs";
import { summarise } from "./load.mjs";

const seconds = 2;
const rounds = 4;
/** Without a chain an event costs no more than its row: no head, no hash, and no place to keep unique. */
const unchain = `
  DROP TRIGGER chained ON "AuditEvent";
  ALTER TABLE "AuditEvent" DROP CONSTRAINT "AuditEvent_is_chained";
  DROP INDEX "AuditEvent_chain_position_key"`;

const cases = [
  { name: "1 verbinding", connections: 1, organisations: 1 },
  { name: "10 verbindingen, één organisatie", connections: 10, organisations: 1 },
  { name: "10 verbindingen, tien organisaties", connections: 10, organisations: 10 },
];

try {
  const cluster = await startCluster();
  try {
    await main(cluster.url);
  } finally {
    await cluster.stop();
  }
} catch (error) {
  fail(error);
}

async function main(serverUrl) {
  const names = ["audit_chained", "audit_plain"];
  for (const name of names) await make(serverUrl, name);
  const [chained, plain] = names.map((name) => urlOf(serverUrl, name));
  await onServer(plain, (client) => client.query(unchain));
  console.log(
    "\n| | met keten /s | zonder /s | verhouding | p50 ms met | zonder |\n|---|---:|---:|---:|---:|---:|",
  );
  for (const one of cases) console.log(toLine(one, await compare(chained, plain, one)));
}

async function make(serverUrl, name) {
  await onServer(serverUrl, (client) => client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`));
  const url = await createDatabase(serverUrl, name);
  await step(`Gegevens in ${name}`, async () => {
    await migrate(url);
    await loadData(url, { demo: true });
  });
}

/** In turns, so that the noise of a shared machine hits both. */
async function compare(chained, plain, { connections, organisations }) {
  const taken = { chained: [], plain: [] };
  const targets = [
    { url: chained, rounds: taken.chained },
    { url: plain, rounds: taken.plain },
  ];
  for (let round = 0; round <= rounds; round++) {
    for (const { url, rounds: list } of targets) {
      const result = await runRound(url, { connections, organisations });
      // The first warms up.
      if (round > 0) list.push(result);
    }
  }
  return { chained: summarise(taken.chained), plain: summarise(taken.plain) };
}

async function runRound(url, { connections, organisations }) {
  const clients = await Promise.all(Array.from({ length: connections }, () => open(url)));
  const subjects = await listSubjects(clients[0], organisations);
  const latencies = [];
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1000;
  const writers = clients.map(async (client, index) => {
    for (let turn = index; performance.now() < endsAt; turn += connections) {
      const begun = performance.now();
      await change(client, subjects[turn % subjects.length]);
      latencies.push(performance.now() - begun);
    }
  });
  await Promise.all(writers);
  const round = { latencies, seconds: (performance.now() - startedAt) / 1000, cpu: 0 };
  await Promise.all(clients.map((client) => client.end()));
  return round;
}

async function open(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

/** Adoptions of different solutions, so that writers meet each other in the log only. */
async function listSubjects(client, organisations) {
  const { rows } = await client.query(
    `SELECT DISTINCT ON ("solutionId") "id", "solutionId", "gemeenteId" FROM "Adoption" ORDER BY "solutionId", "id" LIMIT 60`,
  );
  const writers = [...new Set(rows.map(({ gemeenteId }) => gemeenteId))].slice(0, organisations);
  return rows.map((row, index) => ({ ...row, organisationId: writers[index % writers.length] }));
}

async function change(client, { id, solutionId, organisationId }) {
  await client.query("BEGIN");
  await client.query({
    name: "solution",
    text: `SELECT "id" FROM "Solution" WHERE "id" = $1 FOR NO KEY UPDATE`,
    values: [solutionId],
  });
  await client.query({
    name: "adoption",
    text: `UPDATE "Adoption" SET "isHidden" = NOT "isHidden", "version" = "version" + 1 WHERE "id" = $1`,
    values: [id],
  });
  await client.query({
    name: "audit",
    text: `INSERT INTO "AuditEvent" ("organisationId", "action", "subjectType", "subjectId", "detail", "address", "requestId")
      VALUES ($1, 'adoption.visibility', 'Adoption', $2, '{"visibility": "hidden"}', '192.0.2.0/24', 'r')`,
    values: [organisationId, id],
  });
  await client.query("COMMIT");
}

function toLine({ name }, { chained, plain }) {
  const number = (value, digits = 0) => value.toFixed(digits);
  const ratio = number(chained.perSecond / plain.perSecond, 2);
  const cells = [name, number(chained.perSecond), number(plain.perSecond), ratio];
  return `| ${[...cells, number(chained.p50, 2), number(plain.p50, 2)].join(" | ")} |`;
}
