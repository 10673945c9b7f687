// A Chromium for the journeys: one of the system, else Playwright's own, else it is installed.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Refusal } from "./report.mjs";
import { run } from "./run.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The path of a browser that exists; installs one if it must, or says what to install. */
export async function ensureChromium() {
  const found = await findChromium();
  if (found) return found;
  await install();
  const installed = await findChromium();
  if (installed) return installed;
  throw new Refusal(
    "Er is geen Chromium. Installeer het (Debian: apt-get install chromium; elders: npx playwright install chromium) of zet CHROMIUM_PATH.",
  );
}

async function findChromium() {
  const folders = [
    ...(process.env.PATH ?? "").split(delimiter),
    "/usr/bin",
    "/Applications/Google Chrome.app/Contents/MacOS",
  ];
  const candidates = [
    process.env.CHROMIUM_PATH,
    ...folders.flatMap((folder) => [...names, "Google Chrome"].map((name) => join(folder, name))),
  ];
  const { chromium } = await import("@playwright/test");
  return [...candidates, chromium.executablePath()].find((path) => path && existsSync(path)) ?? null;
}

async function install() {
  const isDebianRoot = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  const ways = [
    ...(isDebianRoot
      ? [
          () =>
            run("sh", [
              "-c",
              "apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q chromium",
            ]),
        ]
      : []),
    () => run(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"]),
  ];
  for (const way of ways) {
    try {
      await way();
      return;
    } catch {
      // The next way, or the sentence that says what to install.
    }
  }
}
