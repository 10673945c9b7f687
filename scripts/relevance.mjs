// `npm run relevance`: how well search answers the questions in bench/relevance. See docs/zoeken.md.
import { ensureClient } from "./steps/packages.mjs";
import { fail, step } from "./steps/report.mjs";
import { runSiteCode } from "./steps/site-code.mjs";

try {
  await step("Databaseclient", ensureClient);
  const { startTestCluster, copyDatabase } = await import("./steps/test-cluster.mjs");
  const { loadData } = await import("./steps/seed.mjs");
  const { migrate } = await import("./steps/migrate.mjs");
  const cluster = await startTestCluster();
  const database = await copyDatabase(cluster.url, cluster.empty);
  try {
    await step("Referentiegegevens", async () => {
      await migrate(database.url);
      return loadData(database.url, { demo: false });
    });
    await runSiteCode(database.url, ["bench/relevance/run.ts", ...process.argv.slice(2)], { show: true });
  } finally {
    await database.drop();
    await cluster.stop();
  }
} catch (error) {
  fail(error);
}
