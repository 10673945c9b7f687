// `npm run relevance`: how well search answers the questions in bench/relevance. See docs/zoeken.md.
import { ensureClient } from "./steps/packages.mjs";
import { fail, step } from "./steps/report.mjs";
import { runTool } from "./steps/run.mjs";

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
    await ask(database.url);
  } finally {
    await database.drop();
    await cluster.stop();
  }
} catch (error) {
  fail(error);
}

/** The code of the site itself, which only a server may load: hence the condition. */
async function ask(url) {
  const env = {
    DATABASE_URL: url,
    NEXTAUTH_SECRET: "a-secret-only-for-automated-tests",
    NEXTAUTH_URL: "http://localhost:3000",
    NODE_OPTIONS: "--conditions=react-server",
  };
  const words = ["bench/relevance/run.ts", ...process.argv.slice(2)];
  await runTool("tsx/dist/cli.mjs", words, { env, show: true });
}
