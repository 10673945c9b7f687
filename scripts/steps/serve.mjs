// Serves the site from this process, and ends in order: no new requests, finish the running
// ones, then the database.
import { createServer } from "node:http";
import next from "next";
import { withNotFoundPage } from "./not-found-page.mjs";
import { root } from "./paths.mjs";

const drainTime = 2_500;

/** Starts listening on `port`; SIGINT and SIGTERM stop the server and the database. */
export async function serve({ port, isDev, stopDatabase }) {
  let handle;
  const server = createServer((request, response) => handle(request, response));
  const app = next({
    dev: isDev,
    dir: root,
    port,
    hostname: "localhost",
    httpServer: server,
    turbopack: isDev,
  });
  await app.prepare();
  handle = withNotFoundPage(app.getRequestHandler(), `http://localhost:${port}`);
  server.keepAliveTimeout = 65_000;
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, resolve);
  });
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await closeServer(server);
    await stopDatabase();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
}

function closeServer(server) {
  return new Promise((resolve) => {
    server.close(resolve);
    server.closeIdleConnections();
    setTimeout(() => {
      server.closeAllConnections();
      resolve();
    }, drainTime).unref();
  });
}
