// `npm run faults`: what happens to visitors and to their data when the database or the process fails. See docs/beheer.md.
import { mkdirSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { parseArgs } from "node:util";
import { ensureBuild } from "./steps/build.mjs";
import { withLock } from "./steps/lock.mjs";
import { ensureClient } from "./steps/packages.mjs";
import { inData, inRoot, root } from "./steps/paths.mjs";
import { fail, Refusal, step } from "./steps/report.mjs";

try {
  await main();
  process.exit();
} catch (error) {
  fail(error);
}

async function main() {
  const { quick, only } = readOptions();
  console.log("\nPlusEén: storingen\n");
  await withLock(inData("start.lock"), async () => {
    await step("Databaseclient", ensureClient);
    await step("Bouwen", ensureBuild);
  });
  const { plans, runFaults } = await import("../bench/faults/run.mjs");
  const { describeOutcome } = await import("../bench/faults/report.mjs");
  const texts = [`# Storingen, ${new Date().toISOString().slice(0, 16)}Z\n`];
  const outcomes = await runFaults(plans[quick ? "quick" : "full"], {
    only,
    report: (outcome) => {
      texts.push(describeOutcome(outcome));
      console.log(`\n${texts.at(-1)}`);
    },
  });
  console.log(`Ook in ${relative(root, keep(texts.join("\n"), !quick && only === ""))}.\n`);
  const failed = outcomes.filter(({ faults }) => faults.length > 0);
  if (failed.length > 0)
    throw new Refusal(`Niet zoals beloofd: ${failed.map(({ name }) => name).join(", ")}.`);
}

/** Only a complete run replaces the results that the project keeps. */
function keep(text, isComplete) {
  const file = isComplete ? inRoot("bench", "results", "faults.md") : inData("faults.md");
  mkdirSync(inData(), { recursive: true });
  writeFileSync(file, text);
  return file;
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        quick: { type: "boolean", default: false },
        only: { type: "string", default: "" },
      },
    }).values;
  } catch {
    throw new Refusal("Gebruik: npm run faults -- [--quick] [--only gestopt|bevroren|trager|slot|gedood]");
  }
}
