import { maskTable } from "@/lib/adoptions/policy";
import { type AdoptionStatus, isClosed, statuses } from "@/lib/adoptions/rules";
import { median } from "@/lib/gemeenten/rules";
import { type Country, countBy, listStandings, type Standing, sumPerSolution } from "../country/rules";

// How many are in each state, how long that takes, and where it stalls.

export type FunnelRow = {
  status: AdoptionStatus;
  /** null is kept back: one or two, or what would give those away. */
  count: number | null;
  /** Of those that went on from this state, the middle number of days in it; null when fewer than three did. */
  medianDays: number | null;
  /** Of those that are in it, how many have been for more than twice the median; null is kept back or unknown. */
  stuck: number | null;
};

export type Funnel = {
  rows: FunnelRow[];
  total: number;
  /** Where the largest part is stuck, among states in which at least three are; null when there is none. */
  stalls: AdoptionStatus | null;
};

/** A median of fewer would be the number of days of one of them. */
const leastStays = 3;
/** Longer than this many times the median is stuck. */
const patience = 2;

/** The states in which time passes on the way to use; in the others being there for long is no trouble. */
const underway: readonly AdoptionStatus[] = [
  "INTERESTED",
  "EXPLORING",
  "DECIDING",
  "COMMITTED",
  "CONNECTING",
  "PILOT",
  "ON_HOLD",
];

/** The funnel on the day of the scope. */
export function measureFunnel(country: Country): Funnel {
  const standings = listStandings(country.entries);
  const days = listDays(country);
  const counted = statuses.map((status) => {
    const here = standings.filter((one) => one.status === status);
    const medianDays = medianOf(days.get(status) ?? []);
    const stuck =
      medianDays === null || !underway.includes(status)
        ? null
        : here.filter(({ since }) => daysBetween(since, country.scope.day) > patience * medianDays);
    return { status, here, medianDays, stuck };
  });
  const sums = counted.map(({ here }) => sumOf(country, here));
  const [shown = []] = country.isByName ? [sums] : maskTable([sums]);
  const rows = counted.map(({ status, here, medianDays, stuck }, at): FunnelRow => {
    const count = shown[at] ?? null;
    return {
      status,
      count,
      medianDays,
      stuck: stuck && count !== null ? keepStuck(country, here, stuck) : null,
    };
  });
  return { rows, total: sums.reduce((sum, one) => sum + one, 0), stalls: findStall(rows) };
}

function sumOf(country: Country, standings: readonly Standing[]): number {
  return sumPerSolution(
    country,
    countBy(standings, ({ solution }) => solution.id),
  );
}

/** Beside the count of all the stuck give away the others, and the other way round: both are kept, or none. */
function keepStuck(country: Country, here: readonly Standing[], stuck: readonly Standing[]): number | null {
  const count = sumOf(country, stuck);
  if (country.isByName) return count;
  const rest = sumOf(country, here) - count;
  return maskTable([[count, Math.max(0, rest)]])[0]?.[0] ?? null;
}

/** Days in each state of those that left it on or before the day. */
function listDays({ entries }: Country): Map<AdoptionStatus, number[]> {
  const days = new Map<AdoptionStatus, number[]>();
  for (const { stays } of entries)
    for (const { status, from, to } of stays) {
      if (to === null || isClosed(status)) continue;
      const known = days.get(status);
      if (known) known.push(daysBetween(from, to));
      else days.set(status, [daysBetween(from, to)]);
    }
  return days;
}

function medianOf(days: readonly number[]): number | null {
  return days.length < leastStays ? null : median(days);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

function findStall(rows: readonly FunnelRow[]): AdoptionStatus | null {
  const shares = rows.flatMap(({ status, count, stuck }) =>
    count !== null && stuck !== null && stuck >= 3 ? [{ status, share: stuck / count }] : [],
  );
  return shares.sort((a, b) => b.share - a.share)[0]?.status ?? null;
}
