// A database that is gone, deaf, slow or locked, while visitors keep asking.
import { setTimeout as rest } from "node:timers/promises";
import pg from "pg";
import { judgeAnswers } from "./judge.mjs";
import { startProbes } from "./probes.mjs";

/**
 * The faults, each with a way to begin and to end it. `seconds` that it lasts; `stopServer` and `startServer`
 * stop the database itself where the run has one of its own.
 */
export function listOutages({ proxy, ownerUrl, stopServer, startServer, seconds }) {
  return [
    { name: "database gestopt", seconds: seconds.gone, begin: stopServer, end: startServer },
    {
      name: "database zwijgt (lijn bevroren)",
      seconds: seconds.frozen,
      begin: () => proxy.become("frozen"),
      end: () => proxy.become("pass"),
    },
    {
      name: "iedere vraag 5 s trager",
      seconds: seconds.slow,
      begin: () => proxy.become("slow", 5_000),
      end: () => proxy.become("pass"),
    },
    { name: "alle verbindingen bezet door een slot", seconds: seconds.locked, ...makeLock(ownerUrl) },
  ];
}

/** Runs one fault on a site that is well, and returns what the table says of it. */
export async function runOutage(site, { name, seconds, begin, end }, settle) {
  const probes = await startProbes(site);
  await rest(1_000);
  const from = performance.now();
  await begin();
  await rest(seconds * 1000);
  await end();
  const until = performance.now();
  await rest(settle);
  const { figures, faults } = judgeAnswers(await probes.stop(), { from, until });
  if (!site.isAlive()) faults.push("het proces leeft niet meer");
  return { name, seconds, figures, faults };
}

/** A lock on the tables that every page reads: each question takes a connection and waits. */
function makeLock(url) {
  let client;
  return {
    begin: async () => {
      client = new pg.Client({ connectionString: url });
      client.on("error", () => {});
      await client.connect();
      await client.query(
        `BEGIN; LOCK TABLE "Solution", "Organisation", "Session", "Membership" IN ACCESS EXCLUSIVE MODE`,
      );
    },
    end: async () => {
      await client.query("ROLLBACK");
      await client.end();
    },
  };
}
