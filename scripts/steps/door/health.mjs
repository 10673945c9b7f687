// Is this process alive, and can it serve? Asked by whoever starts, stops and watches it.
import { readFileSync } from "node:fs";
import { listMigrations } from "../migrate.mjs";
import { inRoot } from "../paths.mjs";

/** Of the public API: on every answer of it, also a refusal (NL API Design Rules, core/version-header). */
export const { version, apiVersion } = JSON.parse(readFileSync(inRoot("package.json"), "utf8"));
const expected = listMigrations().map(({ name }) => name);

/** Alive: the process answers. Says nothing about the database, or a database that is gone would restart every site. */
export function answerHealth() {
  return json(200, { status: "ok", version });
}

/** Makes the answer to "may visitors be sent here?". `isStopping`: no longer. */
export function makeReadiness(pool, isStopping) {
  let asked = null;
  return async function answerReadiness() {
    if (isStopping()) return json(503, { status: "stopping", version });
    // However many ask: one question a second.
    if (!asked || Date.now() - asked.at > 1000) asked = { at: Date.now(), answer: askDatabase(pool) };
    const state = await asked.answer;
    return json(Object.values(state).every((part) => part === "ok") ? 200 : 503, { ...state, version });
  };
}

async function askDatabase(pool) {
  try {
    const { rows } = await pool.query(
      `SELECT migration_name AS name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
    );
    const done = new Set(rows.map(({ name }) => name));
    const isComplete = expected.every((name) => done.has(name));
    return {
      status: isComplete ? "ok" : "unavailable",
      database: "ok",
      migrations: isComplete ? "ok" : "incomplete",
    };
  } catch {
    return { status: "unavailable", database: "unavailable", migrations: "unknown" };
  }
}

function json(status, body) {
  return {
    status,
    headers: { "Content-Type": "application/json", "Cache-Control": "no-store" },
    body: JSON.stringify(body),
  };
}
