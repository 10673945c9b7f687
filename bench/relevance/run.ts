// Asks the questions of the evaluation to the real search and prints how good the answers are.
import { database } from "@/lib/core/db";
import { visitor } from "@/lib/core/roles";
import { searchSolutions } from "@/lib/search/queries";
import { searchSchema } from "@/lib/search/schema";
import { measure, type Outcome, parts, summarise } from "./measure";

const showHeldOut = process.argv.includes("--all");
const shown = Number(process.argv.find((word) => word.startsWith("--worst="))?.slice(8) ?? 15);

const outcomes = await measure(async (q) => {
  const { items } = await searchSolutions(visitor, searchSchema.parse({ q }));
  return items.map(({ slug }) => slug);
});
for (const part of parts) {
  const { questions, ndcg, success } = summarise(outcomes, part);
  const percent = `${(success * 100).toFixed(1)} %`;
  console.log(`${part.padEnd(12)} ${questions} vragen   nDCG@10 ${ndcg.toFixed(3)}   success@3 ${percent}`);
}
// Whoever reads the worst questions of the held-out part will tune on them.
const readable = outcomes.filter(({ part }) => showHeldOut || part === "development");
console.log("\nSlechtste vragen:");
for (const outcome of readable.sort((a, b) => a.ndcg - b.ndcg).slice(0, shown)) print(outcome);
await database().$disconnect();

function print({ question, expected, found, ndcg, succeeds }: Outcome) {
  console.log(`\n${ndcg.toFixed(2)} ${succeeds ? "goed" : "MIS "}  ${question}`);
  console.log(`  verwacht  ${[...expected].map(([slug, grade]) => `${slug}=${grade}`).join(" ")}`);
  console.log(`  gevonden  ${found.slice(0, 10).join(" ") || "niets"}`);
}
