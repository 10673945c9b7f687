import "@/lib/core/forms";
import { z } from "zod";
import { line, optionalLine } from "@/lib/core/forms";

/** The eight criteria of an oordeel, in the order in which they are asked. */
export const criteria = [
  "addedValue",
  "usability",
  "implementability",
  "costBenefit",
  "standards",
  "security",
  "support",
  "localFit",
] as const;
export type Criterion = (typeof criteria)[number];

/** A mark per criterion; null is "not applicable". */
export type Marks = Record<Criterion, number | null>;

/** 1 to 5; left empty it does not apply. */
const mark = z.number().int().min(1).max(5).optional();

const marks = {
  addedValue: mark,
  usability: mark,
  implementability: mark,
  costBenefit: mark,
  standards: mark,
  security: mark,
  support: mark,
  localFit: mark,
} satisfies Record<Criterion, typeof mark>;

/** An oordeel as typed. `version` is that of the oordeel which is changed, 0 for a new one. */
export const reviewSchema = z
  .object({
    slug: line(200),
    version: z.number().int().min(0),
    ...marks,
    recommend: z.number().int().min(0).max(10).optional(),
    leadTimeMonths: z.number().int().min(0).max(240).optional(),
    effortHours: z.number().int().min(0).max(100_000).optional(),
    tip: optionalLine(1000),
    pitfall: optionalLine(1000),
  })
  .refine((input) => criteria.some((criterion) => input[criterion] !== undefined), {
    error: "reviewNeedsCriterion",
  });

export type ReviewInput = z.output<typeof reviewSchema>;

/** What the form for an oordeel starts from. */
export type SavedReview = Marks & {
  version: number;
  recommend: number | null;
  leadTimeMonths: number | null;
  effortHours: number | null;
  tip: string | null;
  pitfall: string | null;
};

/** What the form shows of an oordeel; the rest of the row is not sent to the browser. */
export function toSavedReview(review: SavedReview): SavedReview {
  const { version, recommend, leadTimeMonths, effortHours, tip, pitfall } = review;
  const marks = Object.fromEntries(criteria.map((criterion) => [criterion, review[criterion]])) as Marks;
  return { ...marks, version, recommend, leadTimeMonths, effortHours, tip, pitfall };
}

/** The one answer of the provider to an oordeel. */
export const answerSchema = z.object({
  slug: line(200),
  reviewId: z.uuid(),
  /** The oordeel that was read. */
  version: z.number().int().min(1),
  reply: line(1000),
});

export type AnswerInput = z.output<typeof answerSchema>;

/** The part of an address that names an oordeel; anything else leads to "not found". */
export const reviewIdSchema = z.uuid();
