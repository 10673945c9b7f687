// A line to the database that can be made slow, deaf or dead, so that the site behind it meets what a network
// and a server can do to it.
import { connect, createServer } from "node:net";

/** Starts a proxy to the server at `targetUrl`; `url(of)` gives an address the way through it. */
export async function startProxy(targetUrl) {
  const target = { host: new URL(targetUrl).hostname, port: Number(new URL(targetUrl).port) };
  const lines = new Set();
  let mode = { kind: "pass" };
  const server = createServer((client) => {
    const line = joinLine(client, target, () => mode);
    lines.add(line);
    client.once("close", () => lines.delete(line));
  });
  await listen(server, 0);
  const { port } = server.address();

  /** "pass", "slow" (each query `milliseconds` later), "frozen" (nothing comes through) or "dead" (refused). */
  async function become(kind, milliseconds = 0) {
    const wasDead = mode.kind === "dead";
    mode = { kind, milliseconds };
    if (kind === "dead" && !wasDead) await close(server, lines);
    if (kind !== "dead" && wasDead) await listen(server, port);
    for (const line of lines) line.resume();
  }

  return {
    become,
    url: (of) => Object.assign(new URL(of), { hostname: "127.0.0.1", port: String(port) }).href,
    stop: () => close(server, lines),
  };
}

function joinLine(client, target, readMode) {
  const server = connect(target);
  let isSignedIn = false;
  const waiting = [];
  const pass = (to, chunk) => {
    if (readMode().kind === "frozen") waiting.push([to, chunk]);
    else to.write(chunk);
  };
  client.on("data", (chunk) => {
    const { kind, milliseconds } = readMode();
    if (kind === "slow" && isSignedIn) setTimeout(() => server.write(chunk), milliseconds);
    else pass(server, chunk);
  });
  server.on("data", (chunk) => {
    // Signing in takes several turns; "ready for a query" ends it.
    isSignedIn ||= chunk.includes("Z\0\0\0\x05");
    pass(client, chunk);
  });
  for (const [one, other] of [
    [client, server],
    [server, client],
  ])
    one.on("error", () => {}).on("close", () => other.destroy());
  return {
    resume: () => {
      for (const [to, chunk] of waiting.splice(0)) pass(to, chunk);
    },
    destroy: () => client.destroy(),
  };
}

function listen(server, port) {
  return new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
}

function close(server, lines) {
  const closed = new Promise((resolve) => server.close(resolve));
  for (const line of lines) line.destroy();
  return closed;
}
