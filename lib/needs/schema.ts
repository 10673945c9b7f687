import { z } from "zod";
import { hasNoNul, line } from "@/lib/core/forms";
import { firstOf } from "@/lib/core/text";

const shortestText = 20;
const longestText = 2_000;
const longestQuestion = 200;

/** A problem in the words of a gemeente. */
export const needForm = z.object({
  title: line(120),
  text: z.string().trim().min(shortestText).max(longestText).refine(hasNoNul, { error: "invalid" }),
  /** The question that found nothing, if it came from there. */
  question: z
    .string()
    .max(longestQuestion)
    .refine(hasNoNul, { error: "invalid" })
    .optional()
    .transform((text) => text?.trim() || null),
});
export type NeedInput = z.output<typeof needForm>;

/** Search params of the page: the question somebody comes with, and what just changed. */
export const needSearch = z.object({
  q: z.preprocess(
    firstOf,
    z
      .string()
      .catch("")
      .transform((text) =>
        text
          .replace(/[\p{C}\s]+/gu, " ")
          .trim()
          .slice(0, longestQuestion),
      ),
  ),
  melding: z.preprocess(firstOf, z.enum(["submitted"]).optional().catch(undefined)),
});
