import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { type Expected, ndcg, succeeds } from "./metrics";

export const parts = ["development", "held-out", "held-out-2", "held-out-3"] as const;
export type Part = (typeof parts)[number];

const rowSchema = z.object({
  part: z.enum(parts),
  question: z.string().min(1),
  expected: z.string().transform(
    (text): Expected =>
      new Map(
        text.split(";").map((pair) => {
          const [slug = "", grade = ""] = pair.split("=");
          return [slug, z.coerce.number().int().min(1).max(3).parse(grade)];
        }),
      ),
  ),
});

export type Question = z.infer<typeof rowSchema>;
export type Outcome = Question & { found: string[]; ndcg: number; succeeds: boolean };

/** The questions of the evaluation, see docs/zoeken.md. */
export function readQuestions(): Question[] {
  const text = readFileSync(join(import.meta.dirname, "questions.csv"), "utf8");
  return z.array(rowSchema).parse(parse(text, { columns: true }));
}

/** Asks every question; `search` answers with slugs, best first. */
export async function measure(search: (question: string) => Promise<string[]>): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const question of readQuestions()) {
    const found = await search(question.question);
    const { expected } = question;
    outcomes.push({ ...question, found, ndcg: ndcg(found, expected), succeeds: succeeds(found, expected) });
  }
  return outcomes;
}

/** Means over one part: nDCG@10, and the share of questions with success@3. */
export function summarise(outcomes: readonly Outcome[], part: Part) {
  const own = outcomes.filter((outcome) => outcome.part === part);
  const mean = (value: (outcome: Outcome) => number) =>
    own.reduce((sum, outcome) => sum + value(outcome), 0) / own.length;
  return {
    questions: own.length,
    ndcg: mean((outcome) => outcome.ndcg),
    success: mean((outcome) => Number(outcome.succeeds)),
  };
}
