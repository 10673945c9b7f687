// Random lives of adoptions, in memory and on PostgreSQL, against the model of the domain, and many hands at once (docs/decisions/0023).

import { randomOf, traitsOf } from "@/lib/adoptions/testing/commands";
import { compareSequence, makeTally, type Tally } from "@/lib/adoptions/testing/compare";
import { makeMemory } from "@/lib/adoptions/testing/memory";
import { listWrongCounters } from "@/lib/adoptions/testing/postgres";
import { compareOnDatabase } from "@/lib/adoptions/testing/sequences";
import { writeTogether } from "@/lib/adoptions/testing/writers";
import { database } from "@/lib/core/db";
import { compareMerged } from "@/lib/herindelingen/testing/merged-lives";

const [inMemory = 1_000_000, onDatabase = 5_000, seed = Date.now() % 2 ** 31, seconds = 60] = process.argv
  .slice(2)
  .map(Number);

/** Of so many sequences a gemeente gets a quarter: more adoptions than there are facilities, and it merges in one transaction. */
const mostMerged = 1_000;

console.log(`Startgetal ${seed}`);
report("in het geheugen", inMemory, compareInMemory());
const merged = Math.min(onDatabase, mostMerged);
report("op PostgreSQL", merged, await compareOnDatabase(merged, seed));
if (merged > 0) reportMerged(await compareMerged());
if (onDatabase > merged)
  report("op PostgreSQL", onDatabase - merged, await compareOnDatabase(onDatabase - merged, seed + merged));
const { changes, refused, deadlocks } = await writeTogether(seconds);
console.log(
  `\nAcht schrijvers op één voorziening, ${seconds} s: ${changes} wijzigingen, ${refused} geweigerd, ${deadlocks} deadlocks`,
);
const wrong = await listWrongCounters();
console.log(
  wrong.length === 0 ? "Alle tellers kloppen." : `Tellers die niet kloppen: ${JSON.stringify(wrong)}`,
);
process.exitCode = wrong.length + deadlocks === 0 ? 0 : 1;
await database().$disconnect();

function compareInMemory(): Tally {
  const random = randomOf(seed);
  const kinds = Object.values(traitsOf);
  const tally = makeTally();
  for (let run = 0; run < inMemory; run++) {
    const traits = kinds[run % kinds.length];
    if (traits) compareSequence(makeMemory(traits), { random, traits, today: "2024-01-01", tally });
  }
  return tally;
}

function reportMerged({ lives, closed, proposed }: Awaited<ReturnType<typeof compareMerged>>) {
  console.log(
    `\nTwee van de vier gemeenten opgegaan in de derde: geen verschil met het domein
${lives} adopties nagelezen, ${closed} gesloten, ${proposed} voorgesteld aan de opvolger`,
  );
}

function report(where: string, sequences: number, { commands, refused, reached }: Tally) {
  const format = new Intl.NumberFormat("nl-NL");
  console.log(`\n${format.format(sequences)} reeksen ${where}: geen verschil met het model`);
  console.log(`${format.format(commands)} opdrachten, waarvan ${format.format(refused)} geweigerd`);
  console.log([...reached].map(([status, times]) => `${status} ${format.format(times)}`).join("  "));
}
