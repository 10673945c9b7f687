import { maskCount } from "@/lib/adoptions/policy";
import { type StatusGroup, toStatusGroup } from "@/lib/adoptions/rules";
import {
  addTo,
  type Country,
  type Entry,
  listStandings,
  type Sum,
  sumPerSolution,
  tellSum,
} from "../country/rules";
import { type Forecast, forecast, type Refusal } from "../forecast/rules";
import { countExisting, lastDayOf, listMonths } from "../rules";

// How taking part moved until the day that is asked for, and where it goes.

/** Counts at the end of a month, the last one on the day itself; null is fewer than three. */
export type CoursePoint = {
  month: string;
  inUse: number | null;
  joining: number | null;
  interested: number | null;
  /** Gemeenten of the scope that existed then. */
  gemeenten: number;
};

const groups = ["inUse", "joining", "interested"] as const satisfies StatusGroup[];
type Group = (typeof groups)[number];

/** The course from January of the year of the first step. */
export function drawCourse(country: Country): CoursePoint[] {
  const { day } = country.scope;
  const { months, sums } = countMonths(country);
  return months.map((month, at) => {
    const shown = (group: Group) => {
      const sum = sums[group][at];
      return maskCount(sum ? tellSum(country, sum) : 0, country.isByName);
    };
    const last = at === months.length - 1 ? day : lastDayOf(month);
    return {
      month,
      ...{ inUse: shown("inUse"), joining: shown("joining"), interested: shown("interested") },
      gemeenten: countExisting(country.ever, last),
    };
  });
}

/** Per group and month the sum over the solutions. */
function countMonths({ entries, scope: { day } }: Country) {
  const first = entries.reduce((earliest, { stays: [stay] }) => {
    return stay && stay.from < earliest ? stay.from : earliest;
  }, day);
  const months = listMonths(`${first.slice(0, 4)}-01`, day.slice(0, 7));
  const place = new Map(months.map((month, at) => [month, at]));
  // How much the count of each solution changes in each month.
  const perSolution = new Map<string, Record<Group, Int32Array>>();
  for (const { solution, stays } of entries)
    for (const { status, from, to } of stays) {
      const group = toStatusGroup(status);
      if (group === "stopped") continue;
      const known = perSolution.get(solution.id) ?? emptyCounts(months.length);
      perSolution.set(solution.id, known);
      change(known[group], place.get(from.slice(0, 7)), 1);
      if (to !== null) change(known[group], place.get(to.slice(0, 7)), -1);
    }
  return { months, sums: addUpMonths(months.length, perSolution.values()) };
}

/** One pass over all solutions and months: with thousands of solutions there are millions of both together. */
function addUpMonths(length: number, all: Iterable<Record<Group, Int32Array>>): Record<Group, Sum[]> {
  const none = () => Array.from({ length }, (): Sum => ({ total: 0, small: 0, smallSum: 0 }));
  const sums = { inUse: none(), joining: none(), interested: none() };
  for (const changes of all)
    for (const group of groups) {
      let count = 0;
      for (const [at, sum] of sums[group].entries()) {
        count += changes[group][at] ?? 0;
        addTo(sum, count);
      }
    }
  return sums;
}

function emptyCounts(length: number): Record<Group, Int32Array> {
  const none = () => new Int32Array(length);
  return { inUse: none(), joining: none(), interested: none() };
}

function change(counts: Int32Array, at: number | undefined, by: number): void {
  if (at !== undefined) counts[at] = (counts[at] ?? 0) + by;
}

/** The count at a future month's end when everybody goes live as planned. */
export type PlannedPoint = { month: string; count: number };

/** How far ahead plans are drawn. */
const plannedMonths = 36;

/**
 * What will be in use when those that connect or try go live on the day that they planned, by month; empty
 * when fewer than three plan, or when the count of today is kept back. Months that would tell of one or two are
 * left out.
 */
export function drawPlanned(country: Country): PlannedPoint[] {
  const { day } = country.scope;
  const standings = listStandings(country.entries);
  const now = countInUse(country, country.entries);
  const plans = standings.flatMap(({ status, plannedOn }) =>
    toStatusGroup(status) === "joining" && plannedOn !== null && plannedOn > day
      ? [plannedOn.slice(0, 7)]
      : [],
  );
  const isKept = (count: number) => maskCount(count, country.isByName) === null;
  if (plans.length === 0 || isKept(plans.length) || isKept(now)) return [];
  const last = monthsLater(day.slice(0, 7), plannedMonths);
  return listMonths(monthsLater(day.slice(0, 7), 1), last).flatMap((month) => {
    const planned = plans.filter((one) => one <= month).length;
    return isKept(planned) ? [] : [{ month, count: now + planned }];
  });
}

function monthsLater(month: string, months: number): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

function countInUse(country: Country, entries: readonly Entry[]): number {
  const perSolution = new Map<string, number>();
  for (const { solution, status } of listStandings(entries))
    if (toStatusGroup(status) === "inUse")
      perSolution.set(solution.id, (perSolution.get(solution.id) ?? 0) + 1);
  return sumPerSolution(country, perSolution);
}

/** When there is no S-curve to speak of: several solutions have no common ceiling. */
export type Outlook = Forecast | Refusal | "notOneSolution";

/** The forecast of one solution from its course per quarter; the ceiling is the number of gemeenten. */
export function lookAhead(country: Country, course: readonly CoursePoint[]): Outlook {
  if (country.scope.solution === null) return "notOneSolution";
  const quarters = course.filter(
    ({ month }, at) => Number(month.slice(5)) % 3 === 0 || at === course.length - 1,
  );
  const points = quarters.map(({ month, inUse }) => ({ at: yearOf(month), count: inUse ?? 0 }));
  return forecast(points, country.gemeenten.length);
}

/** The end of a month as a year with a fraction: "2025-06" is 2025.5. */
export function yearOf(month: string): number {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return year + number / 12;
}

/** The month in which such a moment lies. */
export function monthOf(at: number): string {
  const months = Math.round(at * 12) - 1;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`;
}
