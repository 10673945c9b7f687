import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { inData } from "./steps/paths.mjs";
import { freePort } from "./steps/postgres.mjs";

// These start the real site from its build, each time on the same folder of data.
const data = inData("test", "start met spatie");
const running = new Set<ChildProcess>();

// What this machine may have set for its own site is not for these.
const { DATABASE_URL: _url, NEXTAUTH_URL: _site, NEXTAUTH_SECRET: _secret, ...withoutOurs } = process.env;

type Site = { process: ChildProcess; port: number; output: () => string };

function launch(port: number, settings: Record<string, string> = {}): Site {
  const own = { NODE_ENV: "production", PORT: String(port), PLUS1_DATA: data, PLUS1_DEMO: "0", ...settings };
  const child: ChildProcess = spawn(process.execPath, ["scripts/start.mjs"], {
    env: { ...withoutOurs, ...own } as NodeJS.ProcessEnv,
  });
  let output = "";
  child.stdout?.on("data", (chunk) => (output += chunk));
  child.stderr?.on("data", (chunk) => (output += chunk));
  running.add(child);
  child.once("exit", () => running.delete(child));
  return { process: child, port, output: () => output };
}

async function start(port?: number, settings?: Record<string, string>): Promise<Site> {
  const site = launch(port ?? (await freePort()), settings);
  for (let attempt = 0; attempt < 900; attempt++) {
    if (site.output().includes("Klaar:")) return site;
    if (site.process.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the site did not start:\n${site.output()}`);
}

function end(site: Site, signal: "SIGTERM" | "SIGINT" | "SIGKILL"): Promise<number | null> {
  return new Promise((resolve) => {
    site.process.once("exit", (code) => resolve(code));
    site.process.kill(signal);
  });
}

const ask = (site: Site, path: string) => fetch(`http://localhost:${site.port}${path}`);
const readiness = async (site: Site) => (await ask(site, "/readyz")).json();

/** The process of the running database, which tells it itself; null when none answers. */
async function databasePid(): Promise<number | null> {
  try {
    const [{ file }] = await query<{ file: string }>("SELECT pg_read_file('postmaster.pid') AS file");
    const pid = Number(file.split("\n")[0]);
    // Signalling process 0 would end this very test run.
    return Number.isInteger(pid) && pid > 1 ? pid : null;
  } catch {
    return null;
  }
}

async function query<Row extends object>(sql: string): Promise<[Row, ...Row[]]> {
  const client = new pg.Client({ connectionString: connection() });
  client.on("error", () => {});
  await client.connect();
  try {
    const { rows } = await client.query(sql);
    return rows as [Row, ...Row[]];
  } finally {
    await client.end();
  }
}

function connection(): string {
  const { port, password } = JSON.parse(readFileSync(join(data, "postgres", "connection.json"), "utf8"));
  return `postgresql://postgres:${password}@127.0.0.1:${port}/pluseen`;
}

beforeAll(async () => {
  rmSync(data, { recursive: true, force: true });
  // The first start makes the database; what follows is about later ones.
  await end(await start(), "SIGTERM");
}, 180_000);

afterEach(async () => {
  for (const child of running) child.kill("SIGKILL");
});

afterAll(() => rmSync(data, { recursive: true, force: true }));

test("a start answers /healthz with the version, and /readyz with the database and its migrations", async () => {
  const site = await start();
  const version = expect.stringMatching(/^\d+\.\d+\.\d+$/);
  expect(await (await ask(site, "/healthz")).json()).toEqual({ status: "ok", version });
  expect(await readiness(site)).toEqual({ status: "ok", database: "ok", migrations: "ok", version });
  await query(`UPDATE "_prisma_migrations" SET rolled_back_at = now() WHERE migration_name LIKE '%init'`);
  await expect.poll(() => readiness(site)).toMatchObject({ status: "unavailable", migrations: "incomplete" });
  expect((await ask(site, "/readyz")).status).toBe(503);
  await query(`UPDATE "_prisma_migrations" SET rolled_back_at = NULL`);
  await end(site, "SIGTERM");
}, 120_000);

test("while it stops it is not ready, and finishes what is under way", async () => {
  const site = await start(undefined, { DRAIN_SECONDS: "2" });
  const ended = end(site, "SIGTERM");
  await expect.poll(() => readiness(site)).toMatchObject({ status: "stopping" });
  expect((await ask(site, "/nl")).status).toBe(200);
  expect(await ended).toBe(0);
}, 120_000);

test("what visitors send stands nowhere in the log, only what became of it", async () => {
  const site = await start(undefined, { TRUSTED_PROXIES: "1" });
  const origin = `http://localhost:${site.port}`;
  const secret = "gEh3im4VanJan";
  const headers = {
    origin,
    cookie: `next-auth.session-token=${secret}${secret}; ander=${secret}`,
    authorization: `Bearer ${secret}`,
    "user-agent": secret,
    referer: `${origin}/nl?q=${secret}`,
    "x-forwarded-for": "203.0.113.77",
    "x-request-id": secret,
    "accept-language": secret,
  };
  const body = () => {
    const form = new FormData();
    for (const name of ["email", "code", "userId", "next", "$ACTION_REF_1", "$ACTION_1:0", secret])
      form.append(name, `${secret}@gemeente.nl`);
    return form;
  };
  const paths = [
    "/nl/inloggen",
    "/nl/inloggen/code",
    "/api/auth/signin/email",
    "/api/auth/callback/x",
    "/nl",
    "/api/v1/x",
  ];
  const ids: string[] = [];
  for (const path of [...paths, `/nl/${secret}`, `/nl/voorzieningen/${secret}?q=${secret}`, `/%${secret}`]) {
    for (const method of ["GET", "POST"]) {
      const address = `${origin}${path}${path.includes("?") ? "&" : "?"}naar=${secret}`;
      const init = method === "POST" ? { method, headers, body: body() } : { headers };
      const answer = await fetch(address, { ...init, redirect: "manual" });
      ids.push(answer.headers.get("x-request-id") ?? "");
      await answer.arrayBuffer();
    }
  }
  await fetch(origin, {
    method: "POST",
    headers: { ...headers, origin: `https://${secret}.nl` },
    body: secret,
  });
  expect(await end(site, "SIGTERM")).toBe(0);
  expect(site.output()).not.toMatch(/gEh3im4VanJan|203\.0\.113|gemeente\.nl/i);
  for (const id of ids) expect(site.output()).toContain(`"id":"${id}"`);
}, 120_000);

test("an environment that is not right is refused, with a sentence per variable", async () => {
  const site = launch(await freePort(), {
    NEXTAUTH_URL: "http://pluseen.voorbeeld.nl",
    NEXTAUTH_SECRET: "changeme",
    DATABASE_URL: "mysql://server/pluseen",
  });
  const code = await new Promise((resolve) => site.process.once("exit", resolve));
  expect(code).toBe(1);
  for (const name of [
    "NEXTAUTH_URL",
    "NEXTAUTH_SECRET",
    "DATABASE_URL",
    "TRUSTED_PROXIES",
    "SECURITY_CONTACT",
  ])
    expect(site.output()).toContain(`- ${name} `);
}, 60_000);

test.each(["SIGTERM", "SIGINT"] as const)(
  "%s ends the site and its database in order",
  async (signal) => {
    const site = await start();
    const pid = databasePid();
    expect(pid).not.toBeNull();
    expect(await end(site, signal)).toBe(0);
    expect(() => process.kill(Number(pid), 0)).toThrow();
  },
  120_000,
);

test("after kill -9 the next start works and what was acknowledged is there", async () => {
  const site = await start();
  await query(
    `INSERT INTO "Organisation" (slug, kind, name) VALUES ('na-een-klap', 'KOEPEL', 'Na een klap')`,
  );
  const pid = await databasePid();
  if (pid === null) throw new Error("the database does not answer");
  process.kill(pid, "SIGKILL");
  await end(site, "SIGKILL");
  const again = await start();
  expect(await query(`SELECT name FROM "Organisation" WHERE slug = 'na-een-klap'`)).toEqual([
    { name: "Na een klap" },
  ]);
  await end(again, "SIGTERM");
}, 120_000);

test("two starts at once both serve, and the first to stop leaves the other its database", async () => {
  const [first, second] = await Promise.all([start(), start()]);
  expect(await readiness(first)).toMatchObject({ status: "ok" });
  await end(first, "SIGTERM");
  expect(await readiness(second)).toMatchObject({ status: "ok", database: "ok" });
  await end(second, "SIGTERM");
  expect(await databasePid()).toBeNull();
}, 120_000);

test("a port in use is refused with a sentence that names it and another way", async () => {
  const port = await freePort();
  const other = createServer().listen(port);
  const site = launch(port);
  const code = await new Promise((resolve) => site.process.once("exit", resolve));
  other.close();
  expect(code).toBe(1);
  expect(site.output()).toContain(`Poort ${port} is bezet`);
  expect(site.output()).toContain(`PORT=${port + 1}`);
}, 30_000);
