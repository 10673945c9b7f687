import { expect, test } from "vitest";
import { measure, parts, readQuestions, summarise } from "@/bench/relevance/measure";
import { database } from "@/lib/core/db";
import { visitor } from "@/lib/core/roles";
import { searchSolutions } from "./queries";
import { searchSchema } from "./schema";

// A floor a little under what was measured (docs/zoeken.md): who changes the search sees what it costs.
const floors = {
  development: { ndcg: 0.93, success: 0.98 },
  "held-out": { ndcg: 0.94, success: 0.98 },
  "held-out-2": { ndcg: 0.82, success: 0.86 },
  "held-out-3": { ndcg: 0.9, success: 0.94 },
};

test("the questions of the evaluation are answered as well as before", async () => {
  const outcomes = await measure(async (q) => {
    const { items } = await searchSolutions(visitor, searchSchema.parse({ q }));
    return items.map(({ slug }) => slug);
  });
  for (const part of parts) {
    const { ndcg, success } = summarise(outcomes, part);
    expect(ndcg, `nDCG@10 of ${part}`).toBeGreaterThanOrEqual(floors[part].ndcg);
    expect(success, `success@3 of ${part}`).toBeGreaterThanOrEqual(floors[part].success);
  }
});

test("every facility that a question expects exists", async () => {
  const rows = await database().solution.findMany({ select: { slug: true } });
  const slugs = new Set(rows.map(({ slug }) => slug));
  const unknown = readQuestions().flatMap(({ expected }) =>
    [...expected.keys()].filter((slug) => !slugs.has(slug)),
  );
  expect(unknown).toEqual([]);
});

test("every synonym leads to something that is published", async () => {
  const idle = await database().$queryRaw<{ term: string }[]>`
    SELECT y."term" FROM "Synonym" y WHERE NOT EXISTS (
      SELECT FROM unnest(y."expansions") AS expansion, "Solution" s
      WHERE s."publication" = 'PUBLISHED' AND NOT EXISTS (
        SELECT FROM search_words(expansion) AS word
        WHERE cardinality(ts_lexize('dutch_stem', word)) > 0 AND NOT EXISTS (
          SELECT FROM "SolutionWord" w WHERE w."solutionId" = s."id" AND w."stem" = search_stem(word))))`;
  expect(idle.map(({ term }) => term)).toEqual([]);
});
