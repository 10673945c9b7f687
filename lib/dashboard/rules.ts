import { type AdoptionStatus, type StatusGroup, toStatusGroup } from "@/lib/adoptions/rules";
import { toDay } from "@/lib/core/dates";

/** How many adoptions went from one state to another in a month ("2024-01"). */
export type MonthlyStep = { month: string; from: AdoptionStatus | null; to: AdoptionStatus; count: number };

export type CurvePoint = {
  month: string;
  inUse: number;
  joining: number;
  interested: number;
  /** Gemeenten that existed at the end of the month. */
  gemeenten: number;
};

/** First and last day that a gemeente existed, or so many alike; null is "always" and "still". */
type LifeSpan = { validFrom: string | null; validTo: string | null; count?: number };

/**
 * How many adoptions stood in each group at the end of every month, from January of the year of the
 * first step until `until`. Each step adds one to where it goes and takes one from where it came from.
 */
export function cumulateCurve(
  steps: readonly MonthlyStep[],
  gemeenten: readonly LifeSpan[],
  until: string,
): CurvePoint[] {
  const [first = until] = steps.map(({ month }) => month).sort();
  const standing: Record<StatusGroup, number> = { interested: 0, joining: 0, inUse: 0, stopped: 0 };
  return listMonths(`${first.slice(0, 4)}-01`, until).map((month) => {
    for (const { from, to, count } of steps.filter((step) => step.month === month)) {
      if (from) standing[toStatusGroup(from)] -= count;
      standing[toStatusGroup(to)] += count;
    }
    const { inUse, joining, interested } = standing;
    return { month, inUse, joining, interested, gemeenten: countExisting(gemeenten, lastDayOf(month)) };
  });
}

/** Gemeenten that exist on an ISO day: `validTo` is the first day without it. */
export function countExisting(gemeenten: readonly LifeSpan[], day: string): number {
  return gemeenten.reduce((total, { validFrom, validTo, count = 1 }) => {
    const exists = (validFrom === null || validFrom <= day) && (validTo === null || validTo > day);
    return exists ? total + count : total;
  }, 0);
}

/** Every month from one to another, both included. */
export function listMonths(from: string, until: string): string[] {
  const months: string[] = [];
  for (let month = from; month <= until; month = monthAfter(month)) months.push(month);
  return months;
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
}

/** The last day of a month, as an ISO day. */
export function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return toDay(new Date(Date.UTC(year, number, 0)));
}

/** Part of a whole, 0 to 1, that rounds to 0 % and to 100 % only when it is nothing and all. */
export function toShare(part: number, whole: number): number {
  if (part <= 0 || whole <= 0) return 0;
  return part >= whole ? 1 : Math.min(0.99, Math.max(0.01, part / whole));
}
