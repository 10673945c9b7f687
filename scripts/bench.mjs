// `npm run bench`: how fast the real site is beside a plain server that sends the same bytes. See docs/bench.md.
import { parseArgs } from "node:util";
import { ensureBuild } from "./steps/build.mjs";
import { withLock } from "./steps/lock.mjs";
import { ensureClient } from "./steps/packages.mjs";
import { inData } from "./steps/paths.mjs";
import { fail, Refusal, step } from "./steps/report.mjs";

const allSizes = [114, 10_000];
const writesSize = 10_000;
const growthSizes = [1_000, 10_000, 50_000].map((solutions) => ({
  name: `${solutions.toLocaleString("nl-NL")} voorzieningen`,
  solutions,
}));

try {
  await main();
  // A connection that lingers must not keep a finished command alive.
  process.exit();
} catch (error) {
  fail(error);
}

async function main() {
  const plan = readPlan();
  const sizes = [...new Set([...plan.sizes, ...plan.growth.map(({ solutions }) => solutions)])];
  console.log(`\nPlusEén: metingen bij ${sizes.join(", ")} voorzieningen\n`);
  await withLock(inData("start.lock"), async () => {
    await step("Databaseclient", ensureClient);
    await step("Bouwen", ensureBuild);
  });
  const { runBench } = await import("../bench/run.mjs");
  await runBench(plan);
}

/** Which sizes, and for how many seconds each measurement lasts. */
function readPlan() {
  const { size, seconds, quick, growth, writes, ...scale } = readOptions();
  const sizes = size.map(Number);
  if (!sizes.every((value) => Number.isInteger(value) && value > 0 && value <= 100_000))
    throw new Refusal(`--size moet een getal zijn van 1 tot 100000, niet "${size.join(", ")}".`);
  const duration = Number(seconds ?? (quick ? 2 : 4));
  if (!(duration >= 1 && duration <= 600))
    throw new Refusal(`--seconds moet een getal zijn van 1 tot 600, niet "${seconds}".`);
  const isPlain = size.length === 0 && !quick && seconds === undefined;
  const chosen = sizes.length > 0 ? sizes : quick ? allSizes.slice(0, 1) : allSizes;
  const grows = [...growthSizes, ...readScale(scale)];
  if (writes) return { sizes, growth: [], writes: writesSize, seconds: duration, keeps: isPlain };
  if (growth) return { sizes, growth: grows, seconds: duration, keeps: isPlain };
  const all = isPlain ? { growth: grows, writes: writesSize } : { growth: [] };
  return { sizes: chosen, ...all, seconds: duration, keeps: isPlain };
}

/** A size beyond the country: 100.000 gemeenten with five million adoptions, for who has half an hour. */
function readScale({ gemeenten, adoptions }) {
  if (!gemeenten && !adoptions) return [];
  const scale = { gemeenten: Number(gemeenten), adoptions: Number(adoptions) };
  if (!Object.values(scale).every((value) => Number.isInteger(value) && value > 0))
    throw new Refusal("--gemeenten en --adoptions horen bij elkaar en zijn gehele getallen.");
  const [gemeentenName, adoptionsName] = Object.values(scale).map((value) => value.toLocaleString("nl-NL"));
  return [{ name: `${gemeentenName} gemeenten, ${adoptionsName} adopties`, solutions: 1_000, scale }];
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        size: { type: "string", multiple: true, default: [] },
        seconds: { type: "string" },
        quick: { type: "boolean", default: false },
        growth: { type: "boolean", default: false },
        writes: { type: "boolean", default: false },
        gemeenten: { type: "string" },
        adoptions: { type: "string" },
      },
    }).values;
  } catch {
    throw new Refusal(
      "Gebruik: npm run bench -- [--size 10000] [--seconds 4] [--quick] [--growth [--gemeenten 100000 --adoptions 5000000]] [--writes]\n--size mag vaker voorkomen.",
    );
  }
}
