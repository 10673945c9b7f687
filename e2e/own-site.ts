import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { expect } from "@playwright/test";
import pg from "pg";
import { siteDatabase } from "./database";

export type OwnSite = { origin: string; stop: () => Promise<void> };

/**
 * A site beside that of the other journeys: their build and their database server, a database of its own called
 * `name`. `settings` adds to the environment of theirs; what is undefined is left out.
 */
export async function startOwnSite(
  name: string,
  settings: Record<string, string | undefined> = {},
): Promise<OwnSite> {
  await onServer(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  await onServer(`CREATE DATABASE "${name}"`);
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const site = spawn(process.execPath, ["scripts/start.mjs"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: siteDatabase(name),
      PORT: `${port}`,
      NEXTAUTH_URL: origin,
      PLUS1_DEMO: "1",
      PLUS1_DATA: `${process.env.PLUS1_DATA ?? ".data"}/${name}`,
      ...settings,
    },
  });
  await untilReady(site);
  return {
    origin,
    stop: async () => {
      await ended(site);
      await onServer(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    },
  };
}

async function onServer(sql: string) {
  const client = new pg.Client({ connectionString: siteDatabase("postgres") });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

async function untilReady(site: ChildProcess) {
  let output = "";
  site.stdout?.on("data", (chunk) => (output += chunk));
  site.stderr?.on("data", (chunk) => (output += chunk));
  await expect.poll(() => output, { timeout: 150_000 }).toMatch(/Klaar:|eindigde|fout/);
}

const ended = (site: ChildProcess) =>
  new Promise<void>((resolve) => {
    site.once("exit", () => resolve());
    site.kill("SIGTERM");
  });
