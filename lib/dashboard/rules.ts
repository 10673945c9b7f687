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

/** First and last day that a gemeente existed; null is "always" and "still". */
type LifeSpan = { validFrom: string | null; validTo: string | null };

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
  return gemeenten.filter(
    ({ validFrom, validTo }) =>
      (validFrom === null || validFrom <= day) && (validTo === null || validTo > day),
  ).length;
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

function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return toDay(new Date(Date.UTC(year, number, 0)));
}

/** Adoptions in one province, one theme and one state; those that a gemeente hides from others apart. */
export type CrossCount = {
  province: string;
  theme: string;
  status: AdoptionStatus;
  isHidden: boolean;
  count: number;
};

/** Adds up what fits, by one of the keys. */
export function sumBy<K extends "province" | "theme" | "status">(
  counts: readonly CrossCount[],
  key: K,
  fits: (count: CrossCount) => boolean = () => true,
): Map<CrossCount[K], number> {
  const sums = new Map<CrossCount[K], number>();
  for (const one of counts) if (fits(one)) sums.set(one[key], (sums.get(one[key]) ?? 0) + one.count);
  return sums;
}

/** Does this count adoptions that are in use? */
export const isUse = ({ status }: Pick<CrossCount, "status">) => toStatusGroup(status) === "inUse";

/** What is hidden counts for the country as a whole, not for a province: there the number may tell whose it is. */
export const isSeen = ({ isHidden }: Pick<CrossCount, "isHidden">) => !isHidden;

type Countable = { province: string; inhabitants: number; inUseCount: number };

export type Coverage = {
  /** Gemeenten with at least one solution in use, and all. */
  gemeenten: number;
  ofGemeenten: number;
  inhabitants: number;
  ofInhabitants: number;
  uses: number;
};

/** How much of these gemeenten, and of the people who live there, uses at least one solution. */
export function measureCoverage(gemeenten: readonly Countable[]): Coverage {
  const users = gemeenten.filter(({ inUseCount }) => inUseCount > 0);
  return {
    gemeenten: users.length,
    ofGemeenten: gemeenten.length,
    inhabitants: sum(users, ({ inhabitants }) => inhabitants),
    ofInhabitants: sum(gemeenten, ({ inhabitants }) => inhabitants),
    uses: sum(users, ({ inUseCount }) => inUseCount),
  };
}

/** Part of a whole, 0 to 1, that rounds to 0 % and to 100 % only when it is nothing and all. */
export function toShare(part: number, whole: number): number {
  if (part <= 0 || whole <= 0) return 0;
  return part >= whole ? 1 : Math.min(0.99, Math.max(0.01, part / whole));
}

function sum<T>(items: readonly T[], measure: (item: T) => number): number {
  return items.reduce((total, item) => total + measure(item), 0);
}
