// `npm run bench`: how fast the real site is beside a plain server that sends the same bytes. See docs/bench.md.
import { parseArgs } from "node:util";
import { ensureBuild } from "./steps/build.mjs";
import { withLock } from "./steps/lock.mjs";
import { ensureClient, ensurePackages, requireNode } from "./steps/packages.mjs";
import { inData } from "./steps/paths.mjs";
import { fail, Refusal, step } from "./steps/report.mjs";

const allSizes = [114, 10_000];
const growthSizes = [1_000, 10_000, 50_000];

try {
  await main();
  // A connection that lingers must not keep a finished command alive.
  process.exit();
} catch (error) {
  fail(error);
}

async function main() {
  requireNode();
  const plan = readPlan();
  const sizes = [...new Set([...plan.sizes, ...plan.growth])];
  console.log(`\nPlusEén: metingen bij ${sizes.join(", ")} voorzieningen\n`);
  await withLock(inData("start.lock"), async () => {
    await step("Pakketten", ensurePackages);
    await step("Databaseclient", ensureClient);
    await step("Bouwen", ensureBuild);
  });
  const { runBench } = await import("../bench/run.mjs");
  await runBench(plan);
}

/** Which sizes, and for how many seconds each measurement lasts. */
function readPlan() {
  const { size, seconds, quick, growth } = readOptions();
  const sizes = size.map(Number);
  if (!sizes.every((value) => Number.isInteger(value) && value > 0 && value <= 100_000))
    throw new Refusal(`--size moet een getal zijn van 1 tot 100000, niet "${size.join(", ")}".`);
  const duration = Number(seconds ?? (quick ? 2 : 4));
  if (!(duration >= 1 && duration <= 600))
    throw new Refusal(`--seconds moet een getal zijn van 1 tot 600, niet "${seconds}".`);
  const isPlain = size.length === 0 && !quick && seconds === undefined;
  const chosen = sizes.length > 0 ? sizes : quick ? allSizes.slice(0, 1) : allSizes;
  if (growth) return { sizes, growth: growthSizes, seconds: duration, keeps: isPlain };
  return { sizes: chosen, growth: isPlain ? growthSizes : [], seconds: duration, keeps: isPlain };
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        size: { type: "string", multiple: true, default: [] },
        seconds: { type: "string" },
        quick: { type: "boolean", default: false },
        growth: { type: "boolean", default: false },
      },
    }).values;
  } catch {
    throw new Refusal(
      "Gebruik: npm run bench -- [--size 10000] [--seconds 4] [--quick] [--growth]\n--size mag vaker voorkomen.",
    );
  }
}
