// `npm test`: everything that must hold, on a fresh clone. Ends with "N passed, N failed".
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { ensureBuild } from "./steps/build.mjs";
import { runChecks } from "./steps/checks.mjs";
import { ensureClient } from "./steps/packages.mjs";
import { inData, inRoot, root } from "./steps/paths.mjs";
import { freePort } from "./steps/postgres.mjs";
import { fail, step } from "./steps/report.mjs";

const total = { passed: 0, failed: 0 };
const count = ({ passed, failed }) => {
  total.passed += passed;
  total.failed += failed;
};

try {
  await main();
} catch (error) {
  fail(error);
}

async function main() {
  console.log("\nPlusEén: alle proeven\n");
  await step("Databaseclient", ensureClient);
  mkdirSync(inData("test"), { recursive: true });
  count(await runChecks());
  const built = await tryStep("Bouwen", ensureBuild);
  count({ passed: built ? 1 : 0, failed: built ? 0 : 1 });
  count(await runVitest("vitest"));
  // Who may what, by one of every standing; everybody is for `npm run matrix`.
  const matrix = ["--project", "access", "e2e/access/matrix.test.ts"];
  if (built) count(await runVitest("access", matrix, { ACCESS: "some" }));
  if (built) count(await runJourneys());
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

async function tryStep(title, work) {
  try {
    await step(title, work);
    return true;
  } catch (error) {
    console.error(error.message);
    return false;
  }
}

async function runVitest(name, args = [], env = {}) {
  const file = inData("test", `${name}.json`);
  rmSync(file, { force: true });
  const code = await runShown(
    "node_modules/vitest/vitest.mjs",
    ["run", ...args, "--reporter=dot", "--reporter=json", `--outputFile.json=${file}`],
    env,
  );
  const { numPassedTests: passed, numTotalTests, numFailedTestSuites = 0, testResults } = readReport(file);
  // A file that does not load has no tests to count, yet it failed.
  const unloaded =
    testResults?.filter(
      ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
    ).length ?? numFailedTestSuites;
  const failed = (numTotalTests ?? 0) - (passed ?? 0) + unloaded;
  return { passed: passed ?? 0, failed: failed === 0 && code !== 0 ? 1 : failed };
}

/** The journeys run against `npm start` itself, on a database of its own. */
async function runJourneys() {
  const { ensureChromium } = await import("./steps/chromium.mjs");
  let chromium;
  await step("Chromium", async () => (chromium = await ensureChromium()));
  const data = inData("test", "journeys");
  rmSync(data, { recursive: true, force: true });
  const port = await freePort();
  // The journeys receive the mail of the site themselves, and are the OpenID provider of an organisation.
  const around = {
    SMTP_URL: `smtp://127.0.0.1:${await freePort()}`,
    MAIL_FROM: "PlusEén <noreply@pluseen.test>",
    OUTBOUND_ALLOWED_HOSTS: `http://127.0.0.1:${await freePort()}`,
  };
  const site = await startSite(port, data, around);
  const file = inData("test", "playwright.json");
  rmSync(file, { force: true });
  const code = await runShown(
    "node_modules/@playwright/test/cli.js",
    ["test", "--config=e2e/playwright.config.ts"],
    {
      BASE_URL: `http://localhost:${port}`,
      CHROMIUM_PATH: chromium,
      PLUS1_DATA: data,
      ...around,
      PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    },
  );
  await stopSite(site);
  const { stats: { expected = 0, flaky = 0, unexpected = 0, skipped = 0 } = {}, suites = [] } =
    readReport(file);
  for (const title of listFlaky(suites)) console.log(`Lukte pas de tweede keer: ${title}`);
  const failed = unexpected + skipped;
  return { passed: expected + flaky, failed: failed === 0 && code !== 0 ? 1 : failed };
}

function listFlaky(suites) {
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [
    ...specs
      .filter(({ tests }) => tests.some(({ status }) => status === "flaky"))
      .map(({ file, title }) => `${file} › ${title}`),
    ...listFlaky(inner),
  ]);
}

function startSite(port, data, around) {
  return new Promise((resolve, reject) => {
    const site = spawn(process.execPath, ["scripts/start.mjs"], {
      cwd: root,
      env: {
        ...process.env,
        ...around,
        DATABASE_URL: "",
        PORT: String(port),
        PLUS1_DATA: data,
        PLUS1_DEMO: "1",
      },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let output = "";
    site.stdout.on("data", (chunk) => {
      output += chunk;
      if (output.includes("Klaar:")) resolve(site);
    });
    site.on("exit", (code) => reject(new Error(`npm start eindigde met ${code}:\n${output}`)));
  });
}

function stopSite(site) {
  return new Promise((resolve) => {
    site.removeAllListeners("exit");
    site.once("exit", resolve);
    site.kill("SIGTERM");
  });
}

function runShown(file, args, env = {}) {
  return new Promise((resolve) => {
    spawn(process.execPath, [inRoot(file), ...args], {
      cwd: root,
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0", ...env },
      stdio: "inherit",
    }).on("close", resolve);
  });
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return {};
  }
}
