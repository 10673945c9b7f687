// The checks that need no database. Each counts as one in the final line of `npm test`.
import { existsSync } from "node:fs";
import { findEntrancesWithoutRow } from "./entrances.mjs";
import { findLayerFaults } from "./layers.mjs";
import { inRoot } from "./paths.mjs";
import { Refusal, step } from "./report.mjs";
import { runTool } from "./run.mjs";

const checks = [
  ["Opmaak en lint", () => runTool("@biomejs/biome/bin/biome", ["ci", "--reporter=summary", "."])],
  ["Types", checkTypes],
  ["Lagen", checkLayers],
];

/** Runs them all, also after a failure; returns how many passed and failed. */
export async function runChecks() {
  let failed = 0;
  for (const [title, check] of checks) {
    try {
      await step(title, async () => void (await check()));
    } catch (error) {
      failed++;
      console.error(error.message);
    }
  }
  tellEntrances();
  return { passed: checks.length - failed, failed };
}

async function checkTypes() {
  // Next's own types of routes exist only after this.
  await runTool("next/dist/bin/next", ["typegen"], { env: { NEXT_TELEMETRY_DISABLED: "1" } });
  const compiler = existsSync(inRoot("node_modules/typescript/bin/tsc"))
    ? "typescript/bin/tsc"
    : "typescript/lib/tsc.js";
  await runTool(compiler, ["--noEmit"]);
}

function checkLayers() {
  const faults = findLayerFaults();
  if (faults.length > 0) throw new Refusal(faults.join("\n"));
}

/** `npm run matrix` fails on these; here they are only named, so that whoever adds one hears it at once. */
function tellEntrances() {
  const missing = findEntrancesWithoutRow();
  if (missing.length === 0) return;
  console.warn(
    `  Let op: nog geen regel in e2e/access/table/ (docs/access.md) voor\n    ${missing.join("\n    ")}`,
  );
}
