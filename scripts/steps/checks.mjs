// The checks that need no database. Each counts as one in the final line of `npm test`.
import { existsSync } from "node:fs";
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
