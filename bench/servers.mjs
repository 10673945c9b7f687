// The two servers that are compared, each in a process of its own, so that neither slows the other
// or the load down by sharing a thread.
import { fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { inRoot, root } from "../scripts/steps/paths.mjs";
import { freePort } from "../scripts/steps/postgres.mjs";

/** What Node is told in `npm start`. */
const { scripts } = JSON.parse(readFileSync(inRoot("package.json"), "utf8"));
const startFlags = scripts.start.match(/--\S+/g) ?? [];

/** The production build of the site on this database. */
export async function startSite(databaseUrl, settings = {}) {
  const port = await freePort();
  return startServer("site.mjs", {
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    NODE_ENV: "production",
    // Its own queries would be counted with those of a page.
    PLUS1_JOBS: "0",
    // One address asks more than a whole gemeente does.
    RATE_LIMIT_FACTOR: "1000000",
    LOG_LEVEL: "error",
    NEXT_TELEMETRY_DISABLED: "1",
    NEXTAUTH_URL: `http://localhost:${port}`,
    NEXTAUTH_SECRET: randomBytes(32).toString("base64url"),
    ...settings,
  });
}

/** The plain server; `hold` gives it the answer to send. */
export async function startPlain() {
  const server = await startServer("plain.mjs", { PORT: String(await freePort()) });
  return { ...server, hold: ({ headers, body }) => server.ask({ kind: "order", headers, body }) };
}

async function startServer(file, env) {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
    cwd: root,
    execArgv: startFlags,
    env: { ...process.env, ...env },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  await nextMessage(child);
  const ask = (message) => {
    const answered = nextMessage(child);
    child.send(message);
    return answered;
  };
  return {
    origin: `http://127.0.0.1:${env.PORT}`,
    ask,
    readCpu: async () => (await ask({ kind: "cpu" })).cpuMicroseconds,
    isAlive: () => isRunning(child),
    stop: (signal = "SIGTERM") => stopChild(child, signal),
  };
}

function nextMessage(child) {
  return new Promise((resolve, reject) => {
    const onExit = (code) => reject(new Error(`a measured server ended with code ${code}`));
    child.once("exit", onExit);
    child.once("message", (message) => {
      child.removeListener("exit", onExit);
      resolve(message);
    });
  });
}

const isRunning = (child) => child.exitCode === null && child.signalCode === null;

function stopChild(child, signal) {
  if (!isRunning(child)) return;
  return new Promise((resolve) => {
    child.once("exit", resolve);
    child.kill(signal);
  });
}
