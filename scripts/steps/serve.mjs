// Serves the site from this process: Next behind the door.
import next from "next";
import pg from "pg";
import { makePages } from "./cache/pages.mjs";
import { makeDoor } from "./door/door.mjs";
import { listSecurityHeaders } from "./door/headers.mjs";
import { makeReadiness } from "./door/health.mjs";
import { stopOnSignals } from "./door/lifecycle.mjs";
import { catchConsole, logError, makeLog } from "./door/log.mjs";
import { makeRates } from "./door/rates.mjs";
import { makeRefusals } from "./door/refusals.mjs";
import { loadRoutes } from "./door/routes.mjs";
import { readSettings } from "./door/settings.mjs";
import { makeServer } from "./door/sockets.mjs";
import { root } from "./paths.mjs";

/** Starts listening on `port`; SIGINT and SIGTERM stop the server and the database. */
export async function serve({ port, isDev, stopDatabase }) {
  const settings = await readSettings({ isDev });
  const log = makeLog(settings.logLevel);
  const refusals = makeRefusals(settings.site.origin);
  const pool = makePool(settings.databaseUrl, log);
  let open;
  const server = makeServer((request, response) => open(request, response), { settings, refusals, log });
  const innerOrigin = `http://localhost:${port}`;
  // Where Next asks itself for the page that follows a form; else it would go by the name of the site.
  process.env.__NEXT_PRIVATE_ORIGIN = innerOrigin;
  const app = next({
    dev: isDev,
    dir: root,
    port,
    hostname: "localhost",
    httpServer: server,
    turbopack: isDev,
  });
  await app.prepare();
  if (!isDev) catchConsole(log);
  // Whoever develops wants to see each change of the sources.
  const pages = isDev
    ? null
    : makePages({ settings, innerOrigin, securityHeaders: listSecurityHeaders(settings) });
  const { isStopping } = stopOnSignals({
    server,
    drainTime: settings.drainTime,
    log,
    release: () => Promise.all([pages?.stop(), pool.end(), stopDatabase()]),
  });
  open = makeDoor({
    handle: app.getRequestHandler(),
    settings,
    innerOrigin,
    log,
    refusals,
    takeTurn: makeRates({
      pool,
      factor: settings.rateFactor,
      secret: settings.secret,
      onTrouble: (error) => logError(log, error, "limits are counted by this process alone"),
    }),
    answerReadiness: makeReadiness(pool, isStopping),
    findRoute: loadRoutes(),
    pages,
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, resolve);
  });
  if (!isDev) await warmUp(innerOrigin);
}

/** Of eight seconds, after which a question is given up while the reading goes on: fifty thousand facilities take two. */
const mostTurns = 3;

/**
 * The first question of a process reads the whole catalogue (docs/decisions/0034): that is asked here, so that no
 * visitor waits for it. Without a database there is nothing to read, and the site says so itself.
 */
async function warmUp(innerOrigin) {
  for (let turn = 0; turn < mostTurns; turn++) {
    const answer = await fetch(`${innerOrigin}/api/v1/voorzieningen?q=begin`).catch(() => null);
    await answer?.arrayBuffer().catch(() => null);
    if (answer?.status !== 503) return;
  }
}

/** Two connections of our own: whether the application has any left does not matter here, nor does it wait long. */
function makePool(connectionString, log) {
  const pool = new pg.Pool({
    connectionString,
    max: 2,
    connectionTimeoutMillis: 1_000,
    query_timeout: 1_000,
    statement_timeout: 1_000,
    application_name: "pluseen door",
  });
  pool.on("error", (error) => logError(log, error));
  return pool;
}
