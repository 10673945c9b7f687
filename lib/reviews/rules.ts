import type { AdoptionStatus } from "@/lib/adoptions/rules";
import { toDay } from "@/lib/core/dates";
import { ReviewKind } from "@/lib/core/generated/prisma/enums";
import { type Criterion, criteria, type Marks } from "./schema";

export { ReviewKind };

/** No mean is shown of fewer oordelen than this. */
export const minimumForMean = 3;

/** How many oordelen of the catalogue's mean weigh in when facilities are ranked. */
export const priorWeight = 5;
const monthsUntilOld = 24;
const monthsBetweenReviews = 12;

const experienced: readonly AdoptionStatus[] = ["CONNECTING", "PILOT", "IN_USE", "PHASING_OUT", "ENDED"];

/**
 * Experience or expectation, from the states of the gemeente's adoptions of the solution: one per
 * cycle, so that whoever stopped and is interested again keeps the experience of the first time.
 */
export function reviewKind(statuses: readonly AdoptionStatus[]): ReviewKind {
  return statuses.some((status) => experienced.includes(status)) ? "EXPERIENCE" : "EXPECTATION";
}

/** The mean of the criteria that were given, 1 to 5; null when none was. */
export function scoreOf(marks: Partial<Marks>): number | null {
  const given = criteria.map((criterion) => marks[criterion]).filter((mark) => typeof mark === "number");
  return given.length > 0 ? given.reduce((sum, mark) => sum + mark, 0) / given.length : null;
}

/** Older than 24 months: counts half and is shown in grey. Days are ISO days. */
export function isOld(writtenOn: string, today: string): boolean {
  return writtenOn < monthsBefore(today, monthsUntilOld);
}

/** Within twelve months after an oordeel there is no second one: the first can be changed. */
export function isCurrent(writtenOn: string, today: string): boolean {
  return writtenOn > monthsBefore(today, monthsBetweenReviews);
}

/** The same day some months ago, or the last day of that month: as PostgreSQL subtracts an interval. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 0, dayOfMonth = 0] = day.split("-").map(Number);
  const lastDay = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return toDay(new Date(Date.UTC(year, month - 1 - months, Math.min(dayOfMonth, lastDay))));
}

/** What of an oordeel bears on the mean. `writtenOn` is an ISO day. */
export type Rated = {
  gemeenteId: string;
  kind: ReviewKind;
  isOfficial: boolean;
  writtenOn: string;
  createdAt: Date;
  score: number | null;
};

/** The oordelen that count: of each gemeente its newest official experience. One gemeente, one vote. */
export function countingReviews<R extends Rated>(reviews: readonly R[]): R[] {
  const newest = new Map<string, R>();
  for (const review of reviews) {
    if (!review.isOfficial || review.kind !== "EXPERIENCE" || review.score === null) continue;
    const other = newest.get(review.gemeenteId);
    if (!other || isNewer(review, other)) newest.set(review.gemeenteId, review);
  }
  return [...newest.values()];
}

function isNewer(review: Rated, other: Rated): boolean {
  if (review.writtenOn !== other.writtenOn) return review.writtenOn > other.writtenOn;
  return review.createdAt > other.createdAt;
}

/** How many gemeenten gave an oordeel, their weighted sum, and the sum of the weights. */
export type Rating = { count: number; sum: number; weight: number };

/** The rating of the oordelen that count; the function recount_solution of the database gives the same. */
export function ratingOf(reviews: readonly Rated[], today: string): Rating {
  const rating = { count: 0, sum: 0, weight: 0 };
  for (const { score, writtenOn } of countingReviews(reviews)) {
    const weight = isOld(writtenOn, today) ? 0.5 : 1;
    rating.count += 1;
    rating.sum += (score ?? 0) * weight;
    rating.weight += weight;
  }
  return rating;
}

/** The mean that may be shown, 1 to 5; null under three oordelen. */
export function shownMean({ count, sum, weight }: Rating): number | null {
  return count < minimumForMean ? null : sum / weight;
}

/** The mean to rank by: a few oordelen stay near the mean of the catalogue (`priorMean`, weight 5). */
export function bayesianMean({ sum, weight }: Pick<Rating, "sum" | "weight">, priorMean: number): number {
  return (priorWeight * priorMean + sum) / (priorWeight + weight);
}

/** How the marks of one criterion are spread: `counts[0]` gave a 1, `counts[4]` a 5. */
export type Spread = { criterion: Criterion; counts: number[]; given: number; mean: number | null };

/** The spread per criterion over the oordelen that count, unweighted. */
export function spreadOf(reviews: readonly Marks[]): Spread[] {
  return criteria.map((criterion) => {
    const counts = [0, 0, 0, 0, 0];
    for (const { [criterion]: mark } of reviews)
      if (mark !== null) counts[mark - 1] = (counts[mark - 1] ?? 0) + 1;
    const given = counts.reduce((sum, count) => sum + count, 0);
    const total = counts.reduce((sum, count, index) => sum + count * (index + 1), 0);
    return { criterion, counts, given, mean: given < minimumForMean ? null : total / given };
  });
}

/** The mean of what was given and how many gave it; no mean under three. */
export function meanOf(values: readonly (number | null)[]): { given: number; mean: number | null } {
  const numbers = values.filter((value) => value !== null);
  const sum = numbers.reduce((total, value) => total + value, 0);
  return { given: numbers.length, mean: numbers.length < minimumForMean ? null : sum / numbers.length };
}

/** The marks that were given, in the order of the criteria. */
export function listMarks(marks: Marks): { criterion: Criterion; mark: number }[] {
  return criteria.flatMap((criterion) => {
    const mark = marks[criterion];
    return mark === null ? [] : [{ criterion, mark }];
  });
}
