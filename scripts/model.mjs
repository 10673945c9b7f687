// `npm run model -- [1000000 [5000 [seed [60]]]]`: random lives of adoptions against the model of the
// domain, then eight people who change one solution for a minute.
import { ensureClient } from "./steps/packages.mjs";
import { fail, step } from "./steps/report.mjs";
import { runTool } from "./steps/run.mjs";

try {
  await step("Databaseclient", ensureClient);
  const { copyDatabase, siteUrl, startTestCluster } = await import("./steps/test-cluster.mjs");
  const cluster = await startTestCluster({ name: "model" });
  const database = await copyDatabase(cluster.url, cluster.seeded);
  try {
    // Its own tsconfig lets `server-only` in, as the condition for it would keep the translator of mails out.
    const program = ["--tsconfig", "bench/model/tsconfig.json", "bench/model/run.ts"];
    await runTool("tsx/dist/cli.mjs", [...program, ...process.argv.slice(2)], {
      env: {
        DATABASE_URL: siteUrl(cluster.appUrl, database.url),
        NEXTAUTH_SECRET: "a-secret-only-for-automated-tests",
        NEXTAUTH_URL: "http://localhost:3000",
      },
      show: true,
    });
  } finally {
    await database.drop();
    await cluster.stop();
  }
} catch (error) {
  fail(error);
}
