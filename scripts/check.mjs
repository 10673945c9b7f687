// `npm run check`: format, lint, types and the direction of imports, in seconds.
import { runChecks } from "./steps/checks.mjs";
import { ensureClient } from "./steps/packages.mjs";
import { fail, step } from "./steps/report.mjs";

try {
  await step("Databaseclient", ensureClient);
  const { failed } = await runChecks();
  process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
  fail(error);
}
