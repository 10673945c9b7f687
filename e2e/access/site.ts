import { type ChildProcess, spawn } from "node:child_process";
import pg from "pg";
import { inject } from "vitest";
import { inData, root } from "@/scripts/steps/paths.mjs";
import { freePort } from "@/scripts/steps/postgres.mjs";
import { copyDatabase, siteUrl } from "@/scripts/steps/test-cluster.mjs";

export type Site = {
  url: string;
  db: pg.Client;
  /** All that the site has written so far. */
  output: () => string;
  /** Waits until the site has written what it knows: it writes in batches. */
  settle: () => Promise<void>;
  stop: () => Promise<void>;
};

// What this machine may have set for a site of its own is not for this one.
const ours = ["DATABASE_URL", "DATABASE_OWNER_URL", "NEXTAUTH_URL", "NEXTAUTH_SECRET", "PORT"];

/**
 * The built site, as `npm start` serves it, on a copy of the seeded database that only this test
 * file uses; `env` adds settings. `db` is a connection with every right, to prepare and to check.
 */
export async function startSite(env: Record<string, string> = {}): Promise<Site> {
  const cluster = inject("cluster");
  const copy = await copyDatabase(cluster.url, cluster.seeded);
  const db = new pg.Client({ connectionString: copy.url });
  await db.connect();
  const port = await freePort();
  const { child, output } = await launch({
    DATABASE_URL: siteUrl(cluster.appUrl, copy.url),
    DATABASE_OWNER_URL: copy.url,
    PORT: String(port),
    // Everybody of a test is one address.
    RATE_LIMIT_FACTOR: "1000",
    PLUS1_DATA: inData("test", `access-${port}`),
    ...env,
  });
  const stop = async () => {
    await end(child);
    await db.end();
    await copy.drop();
  };
  const settle = async () => {
    // A request of its own: once its line is there, so are those of before.
    const { headers } = await fetch(`http://localhost:${port}/nl/toegankelijkheid`);
    const id = headers.get("x-request-id") ?? "";
    for (let attempt = 0; attempt < 500 && !output().includes(id); attempt++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return { url: `http://localhost:${port}`, db, output, settle, stop };
}

type Launched = { child: ChildProcess; output: () => string };

function launch(settings: Record<string, string>): Promise<Launched> {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.includes(name)));
  const child: ChildProcess = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: root,
    env: { ...inherited, NODE_ENV: "production", PLUS1_DEMO: "1", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return new Promise((resolve, reject) => {
    let output = "";
    const listen = (chunk: Buffer) => {
      output += chunk;
      if (output.includes("Klaar:")) resolve({ child, output: () => output });
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.once("exit", (code) => reject(new Error(`the site ended with ${code}:\n${output}`)));
  });
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}
