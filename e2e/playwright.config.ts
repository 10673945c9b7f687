import { defineConfig } from "@playwright/test";

const isRoot = process.getuid?.() === 0;

// Without these Chromium calls home, which a closed network refuses many times over.
const quiet = [
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  globalSetup: "./mail.ts",
  outputDir: "../.data/test/journeys-output",
  // The journeys share one site and one database; each uses rows of its own. A journey waits as well as
  // works: three together keep two cores busy for seven eighths.
  workers: 3,
  fullyParallel: false,
  // A machine may be slow for a moment. What failed once is named at the end; what fails twice is a fault.
  retries: 1,
  forbidOnly: true,
  // A journey through several people checks every page on its way; two cores are shared with the site itself.
  timeout: 120_000,
  // A busy machine is no fault of the site.
  expect: { timeout: 15_000 },
  reporter: [["line"], ["json"]],
  use: {
    baseURL: process.env.BASE_URL ?? "http://localhost:3000",
    locale: "nl-NL",
    timezoneId: "Europe/Amsterdam",
    viewport: { width: 1280, height: 900 },
    screenshot: "only-on-failure",
    // To record every journey costs more than the journeys.
    trace: "on-first-retry",
    launchOptions: {
      ...(process.env.CHROMIUM_PATH && { executablePath: process.env.CHROMIUM_PATH }),
      args: isRoot ? ["--no-sandbox", ...quiet] : quiet,
    },
  },
});
