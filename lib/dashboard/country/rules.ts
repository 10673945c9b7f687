import { canSeeAdoption } from "@/lib/adoptions/policy";
import type { AdoptionStatus } from "@/lib/adoptions/rules";
import type { Viewer } from "@/lib/core/roles";
import { toSizeClass } from "@/lib/gemeenten/rules";
import {
  existsOn,
  type GemeenteEver,
  type History,
  inhabitantsOn,
  listStays,
  type SolutionHistories,
  type Stay,
} from "../histories/rules";
import { isPartOfCountry, type Scope } from "../scope/schema";

// What is counted for whom (docs/decisions/0024). Of the country as a whole everything counts, and one or
// two are kept back. Of a part of it, down to one gemeente, a viewer counts what they may see by name.

export type GemeenteThen = GemeenteEver & { inhabitants: number };

/** A gemeente with a solution, in stretches until the day that is asked for. */
export type Entry = {
  solution: SolutionHistories;
  gemeente: GemeenteEver;
  isDemo: boolean;
  stays: readonly Stay[];
};

export type Country = {
  scope: Scope;
  /** Does every figure count only what the viewer may see by name? */
  isByName: boolean;
  /** Gemeenten in the scope that existed on the day, by name. */
  gemeenten: GemeenteThen[];
  /** Gemeenten in the scope that existed on any day until then. */
  ever: GemeenteEver[];
  /** What counts for figures of the whole scope. */
  entries: Entry[];
  /** What may stand beside a name or in a part of the scope: the stays that the viewer may see. */
  seen: Entry[];
};

type Given = {
  viewer: Viewer;
  scope: Scope;
  gemeenten: readonly GemeenteEver[];
  solutions: readonly SolutionHistories[];
};

/** The scope as it was on its day, with as much of it as this viewer may know. */
export function toCountry({ viewer, scope, gemeenten, solutions }: Given): Country {
  // What came after the day was not known on it.
  const ever = gemeenten.filter(
    (one) => fits(one, scope) && (one.validFrom === null || one.validFrom <= scope.day),
  );
  const byCode = new Map(ever.map((one) => [one.cbsCode, one]));
  const entries = solutions.flatMap((solution) =>
    solution.histories.flatMap((history) => {
      const gemeente = byCode.get(history.cbsCode);
      return gemeente ? [toEntry({ solution, history, gemeente, day: scope.day })] : [];
    }),
  );
  const started = entries.filter(({ stays }) => stays.length > 0);
  const seen = started.flatMap((entry) => onlySeen(viewer, entry));
  const isByName = isPartOfCountry(scope);
  return {
    scope,
    isByName,
    gemeenten: ever
      .filter((one) => existsOn(one, scope.day))
      .map((one) => ({ ...one, inhabitants: inhabitantsOn(one, scope.day) })),
    ever,
    entries: isByName ? seen : started,
    seen,
  };
}

/** The size of a gemeente is that on the day, or on its last day where it had merged by then. */
function fits(gemeente: GemeenteEver, { province, size, day }: Scope): boolean {
  if (province !== null && gemeente.province !== province) return false;
  return size === null || toSizeClass(inhabitantsOn(gemeente, day)).id === size;
}

type WithHistory = Entry & { history: History };

function toEntry(given: {
  solution: SolutionHistories;
  history: History;
  gemeente: GemeenteEver;
  day: string;
}) {
  const { history, day } = given;
  return { ...given, isDemo: history.isDemo, stays: staysOf(history, day) } satisfies WithHistory;
}

/** Histories are remembered from one request to the next; most ask for today. */
const known = new WeakMap<History, { day: string; stays: readonly Stay[] }>();

function staysOf(history: History, day: string): readonly Stay[] {
  const last = known.get(history);
  if (last?.day === day) return last.stays;
  const stays = listStays(history, day);
  known.set(history, { day, stays });
  return stays;
}

/** Whether a gemeente hides its adoption, or made it public, is asked as it is now, also of the past. */
function onlySeen(viewer: Viewer, entry: WithHistory): Entry[] {
  const { solution, gemeente, history } = entry;
  const asked = {
    gemeenteId: gemeente.id,
    isHidden: history.isHidden,
    isPublic: history.isPublic,
    solution: { providerId: solution.provider.id, participationPublic: solution.participationPublic },
  };
  const stays = entry.stays.filter(({ status }) => canSeeAdoption(viewer, Object.assign(asked, { status })));
  // Most are seen whole, and there may be thirty thousand.
  if (stays.length === entry.stays.length) return [entry];
  return stays.length > 0 ? [{ ...entry, stays }] : [];
}

/** Where a gemeente stands with a solution on the day. */
export type Standing = Omit<Entry, "stays"> & {
  status: AdoptionStatus;
  since: string;
  plannedOn: string | null;
};

/** Ten parts of one page ask this of the same entries. */
const standingsOf = new WeakMap<readonly Entry[], readonly Standing[]>();

/** Where each of these stands on the day; what is over, or of a gemeente that is gone, is left out. */
export function listStandings(entries: readonly Entry[]): readonly Standing[] {
  const known = standingsOf.get(entries) ?? entries.flatMap(toStanding);
  standingsOf.set(entries, known);
  return known;
}

function toStanding({ solution, gemeente, isDemo, stays }: Entry): Standing[] {
  const last = stays.at(-1);
  if (!last || last.to !== null) return [];
  return [{ solution, gemeente, isDemo, status: last.status, since: last.from, plannedOn: last.plannedOn }];
}

/** A sum, and what in it stands for one or two by itself: how many such counts, and what they make together. */
export type Sum = { total: number; small: number; smallSum: number };

/** Adds a count to a sum. */
export function addTo(sum: Sum, count: number): void {
  sum.total += count;
  if (count === 1 || count === 2) {
    sum.small++;
    sum.smallSum += count;
  }
}

/**
 * What may be told of a sum of counts that each stand somewhere by themselves, where one or two are kept back. A
 * single one of those would be what is left of the sum: it is left out. Of what the viewer sees by name nothing
 * needs to be kept.
 */
export function tellSum({ isByName }: Pick<Country, "isByName">, { total, small, smallSum }: Sum): number {
  const isGivenAway = small === 1 || (small > 0 && smallSum < 3);
  return !isByName && isGivenAway && total - smallSum >= 3 ? total - smallSum : total;
}

/** Adds up per solution what is counted of it. */
export function sumPerSolution(
  country: Pick<Country, "isByName">,
  counts: ReadonlyMap<string, number>,
): number {
  const sum = { total: 0, small: 0, smallSum: 0 };
  for (const count of counts.values()) addTo(sum, count);
  return tellSum(country, sum);
}

/** How many standings there are per key. */
export function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}
