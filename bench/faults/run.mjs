// One run of all faults on the real site, from a database with the demonstration in it.
import { copyDatabase, siteUrl, startTestCluster } from "../../scripts/steps/test-cluster.mjs";
import { runKills } from "./kills.mjs";
import { listOutages, runOutage } from "./outages.mjs";
import { startProxy } from "./proxy.mjs";
import { startMortalSite } from "./site.mjs";

/** How long each fault lasts, in seconds, and how often the process is killed. */
export const plans = {
  full: { gone: 60, frozen: 30, slow: 30, locked: 30, settle: 12, kills: 50, stopsServer: true },
  // The server of the tests is not this run's alone: the line to it is cut instead. What must lead to a refusal
  // lasts longer than the eight seconds after which the site gives up; twice as long where the question that is under
  // way as it begins may still be answered.
  quick: { gone: 3, frozen: 10, slow: 18, locked: 9, settle: 2, kills: 3, stopsServer: false },
};

/**
 * Runs the plan and returns the outcome of each fault: name, seconds, figures, and a sentence per promise that
 * was not kept. `report` hears each outcome as it comes. `only` picks faults by a part of their name.
 */
export async function runFaults(plan, { report = () => {}, only = "" } = {}) {
  const place = await openPlace(plan);
  const outcomes = [];
  const add = (outcome) => {
    outcomes.push(outcome);
    report(outcome);
  };
  try {
    const { site, ownerUrl } = place;
    for (const outage of listOutages({ ...place, seconds: plan })) {
      if (outage.name.includes(only)) add(await runOutage(site, outage, plan.settle * 1000));
    }
    if ("gedood".includes(only)) add(await runKills(site, { times: plan.kills, ownerUrl }));
  } finally {
    await place.close();
  }
  return outcomes;
}

/** A database with the demonstration, a line to it that can break, and the site behind that line. */
async function openPlace({ stopsServer }) {
  const name = stopsServer ? "faults" : "test";
  let cluster = await startTestCluster({ name });
  const database = await copyDatabase(cluster.url, cluster.seeded);
  const proxy = await startProxy(cluster.url);
  const site = await startMortalSite(proxy.url(siteUrl(cluster.appUrl, database.url)));
  return {
    proxy,
    site,
    ownerUrl: database.url,
    stopServer: () => (stopsServer ? cluster.stop() : proxy.become("dead")),
    startServer: async () => {
      if (stopsServer) cluster = await startTestCluster({ name });
      else await proxy.become("pass");
    },
    close: async () => {
      await site.stop();
      await proxy.stop();
      await database.drop();
      await cluster.stop();
    },
  };
}
