// Which SQL a page runs, read from PostgreSQL's own log: what no library can leave out.
import { closeSync, openSync, readSync, statSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { onServer } from "./databases.mjs";

const settings = {
  log_min_duration_statement: "0",
  log_line_prefix: "bench %d|",
  // Of a statement that took too long the values too.
  log_parameter_max_length_on_error: "-1",
};
const repeats = 5;

/** Every statement of each visit, in the order of the visits. */
export async function listStatements(cluster, databaseName, visits) {
  return withLog(cluster, async () => {
    const lists = [];
    for (const visit of visits) lists.push(await logVisit(cluster.logFile, databaseName, visit));
    return lists;
  });
}

/**
 * Runs `visit` a few times and returns the statements of a visit: the highest number seen, and of the
 * visit with the median database time its total and its slowest statement, in ms.
 */
export async function countStatements(cluster, databaseName, visit) {
  const visits = await listStatements(cluster, databaseName, Array(repeats).fill(visit));
  return summariseVisits(visits);
}

/** While `work` runs the server writes down every statement. */
function withLog(cluster, work) {
  return onServer(cluster.url, async (server) => {
    await configure(server, Object.entries(settings));
    try {
      return await work();
    } finally {
      await configure(
        server,
        Object.keys(settings).map((name) => [name, null]),
      );
    }
  });
}

/** Takes effect in open connections too, a moment later. */
async function configure(server, entries) {
  for (const [name, value] of entries)
    await server.query(
      value === null ? `ALTER SYSTEM RESET ${name}` : `ALTER SYSTEM SET ${name} = '${value}'`,
    );
  await server.query("SELECT pg_reload_conf()");
  await wait(300);
}

async function logVisit(logFile, databaseName, visit) {
  const start = statSync(logFile).size;
  await visit();
  // A page may still do something after its answer.
  await wait(150);
  const log = readFrom(logFile, start);
  return [...readStatements(log, databaseName), ...readCutStatements(log, databaseName)];
}

function readFrom(file, start) {
  const bytes = Buffer.alloc(statSync(file).size - start);
  const handle = openSync(file, "r");
  readSync(handle, bytes, 0, bytes.length, start);
  closeSync(handle);
  return bytes.toString("utf8");
}

// Further lines of a statement begin with a tab.
const logged =
  /^bench ([^|\n]*)\|LOG: {2}duration: ([\d.]+) ms {2}(parse|bind|execute|statement)(?: [^:\n]*)?: (.*(?:\n\t.*)*)(?:\nbench [^|\n]*\|DETAIL: {2}Parameters: (.*(?:\n\t.*)*))?/gm;
const cut =
  /^bench ([^|\n]*)\|ERROR: {2}canceling statement due to [^\n]*(?:\nbench [^|\n]*\|CONTEXT: {2}(.*(?:\n\t.*)*))?\nbench [^|\n]*\|STATEMENT: {2}(.*(?:\n\t.*)*)/gm;
const parameter = /\$\d+ = (NULL|'(?:[^']|'')*')/g;
const boundary = /^(BEGIN|COMMIT|ROLLBACK|SET|SHOW|DEALLOCATE|DISCARD|LISTEN)\b/i;

/**
 * The statements in a piece of log: one per execution, its time with parsing and binding included, and the
 * values of its parameters as text.
 */
export function readStatements(log, databaseName) {
  const statements = [];
  const preparing = new Map();
  for (const [, database, duration, stage, raw, given] of log.matchAll(logged)) {
    const sql = raw.replace(/\s+/g, " ").trim();
    if (database !== databaseName || boundary.test(sql)) continue;
    const milliseconds = Number(duration) + (preparing.get(sql) ?? 0);
    if (stage === "parse" || stage === "bind") {
      preparing.set(sql, milliseconds);
    } else {
      preparing.delete(sql);
      statements.push({ sql, milliseconds, text: raw.replaceAll("\n\t", "\n"), values: readValues(given) });
    }
  }
  return statements;
}

/** The statements in a piece of log that the site gave up, because they took too long. */
export function readCutStatements(log, databaseName) {
  return [...log.matchAll(cut)]
    .filter(([, database]) => database === databaseName)
    .map(([, , given, raw]) => ({
      sql: raw.replace(/\s+/g, " ").trim(),
      text: raw.replaceAll("\n\t", "\n"),
      values: readValues(given),
    }));
}

function readValues(given = "") {
  return [...given.matchAll(parameter)].map(([, value]) =>
    value === "NULL" ? null : value.slice(1, -1).replaceAll("''", "'").replaceAll("\n\t", "\n"),
  );
}

function summariseVisits(visits) {
  const totals = visits
    .map((statements) => ({
      statements,
      milliseconds: statements.reduce((sum, statement) => sum + statement.milliseconds, 0),
    }))
    .sort((a, b) => a.milliseconds - b.milliseconds);
  const median = totals[Math.floor(totals.length / 2)];
  const slowest = median.statements.toSorted((a, b) => b.milliseconds - a.milliseconds)[0] ?? null;
  const count = Math.max(...visits.map((statements) => statements.length));
  return { count, milliseconds: median.milliseconds, slowest };
}
