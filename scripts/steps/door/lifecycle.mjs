// The end of the process: in order when asked, and not at every fault.

/** Longer than the deadline of a request, so that what is under way gets its answer. */
const longestFinish = 10_000;
const manyFaults = { count: 5, milliseconds: 60_000 };

/**
 * Watches for the signals to stop. First /readyz says no; after `drainTime` no new connections come in and
 * what is under way is finished; then `release` gives back the rest. A second signal waits for nothing.
 */
export function stopOnSignals({ server, drainTime, release, log }) {
  let stopping = false;
  const stop = async (code) => {
    if (stopping) return process.exit(code);
    stopping = true;
    log.info("stopping");
    await new Promise((resolve) => setTimeout(resolve, drainTime));
    await close(server);
    await release();
    log.flush();
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop(0));
  watchFaults(log, () => stop(1));
  return { isStopping: () => stopping };
}

function close(server) {
  return new Promise((resolve) => {
    // A connection that was busy a moment ago would else wait for its next request.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    const end = setTimeout(() => server.closeAllConnections(), longestFinish);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(end);
      resolve();
    });
  });
}

/**
 * An error that nobody caught belongs to one request or one connection, and the others go on: what is written
 * is in transactions. Many in a short time mean that the process itself is ill: it ends, to be started anew.
 */
function watchFaults(log, giveUp) {
  let recent = [];
  process.on("uncaughtException", (error) => {
    console.error(error);
    recent = recent.filter((at) => at > Date.now() - manyFaults.milliseconds).concat(Date.now());
    if (recent.length < manyFaults.count) return;
    log.fatal("too many uncaught errors: this process ends");
    giveUp();
  });
  process.on("unhandledRejection", (error) => console.error(error));
}
