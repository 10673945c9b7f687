import { maskCount } from "@/lib/adoptions/policy";
import { toStatusGroup } from "@/lib/adoptions/rules";
import { Province, Theme } from "@/lib/core/generated/prisma/enums";
import {
  type Country,
  countBy,
  type GemeenteThen,
  listStandings,
  type Standing,
  sumPerSolution,
} from "../country/rules";
import { existsOn, type SolutionHistories, type Stay } from "../histories/rules";

// The figures of one day: coverage, where, what is used most, what grows, who leads.

export const isInUse = ({ status }: Pick<Standing, "status">) => toStatusGroup(status) === "inUse";

export type Figures = {
  /** Gemeenten with at least one use, in the whole scope; null is fewer than three. */
  gemeenten: number | null;
  ofGemeenten: number;
  ofInhabitants: number;
  /** The gemeenten that the viewer may know by name, and who lives there. */
  named: { gemeenten: number; inhabitants: number };
  /** Solutions that at least one gemeente uses, and uses. */
  solutions: number;
  uses: number | null;
};

/** How far the scope is: in gemeenten, in people, in solutions and in uses. */
export function measureFigures(country: Country): Figures {
  const uses = listStandings(country.entries).filter(isInUse);
  const users = new Set(uses.map(({ gemeente }) => gemeente.id));
  const named = new Set(
    listStandings(country.seen)
      .filter(isInUse)
      .map(({ gemeente }) => gemeente.id),
  );
  const perSolution = countBy(uses, ({ solution }) => solution.id);
  return {
    gemeenten: maskCount(users.size, country.isByName),
    ofGemeenten: country.gemeenten.length,
    ofInhabitants: sumInhabitants(country.gemeenten),
    named: {
      gemeenten: named.size,
      inhabitants: sumInhabitants(country.gemeenten.filter(({ id }) => named.has(id))),
    },
    solutions: perSolution.size,
    uses: maskCount(sumPerSolution(country, perSolution), country.isByName),
  };
}

function sumInhabitants(gemeenten: readonly GemeenteThen[]): number {
  return gemeenten.reduce((sum, { inhabitants }) => sum + inhabitants, 0);
}

/** Uses per gemeente that the viewer may see by name, on each of these days; only gemeenten that existed then. */
export function countPerGemeente(country: Country, days: readonly string[]): Map<string, (number | null)[]> {
  const counts = new Map(
    country.ever.map((one) => [one.id, days.map((day): number | null => (existsOn(one, day) ? 0 : null))]),
  );
  for (const { gemeente, stays } of country.seen)
    for (const [at, day] of days.entries()) {
      const line = counts.get(gemeente.id);
      const count = line?.[at] ?? null;
      if (line && count !== null && stays.some((stay) => isUseOn(stay, day))) line[at] = count + 1;
    }
  return counts;
}

/** The last days of the years from the first use on, and the day of the scope itself. */
export function listYearEnds({ seen, scope: { day } }: Country): string[] {
  const first = seen.reduce((earliest, { stays }) => {
    const use = stays.find(isInUse);
    return use && use.from < earliest ? use.from : earliest;
  }, day);
  const years = Number(day.slice(0, 4)) - Number(first.slice(0, 4));
  const ends = Array.from({ length: years }, (_, at) => `${Number(first.slice(0, 4)) + at}-12-31`);
  return [...ends, day];
}

function isUseOn({ status, from, to }: Stay, day: string): boolean {
  return toStatusGroup(status) === "inUse" && from <= day && (to === null || to > day);
}

export type ProvinceFigures = {
  province: Province;
  gemeenten: number;
  ofGemeenten: number;
  inhabitants: number;
  ofInhabitants: number;
  uses: number;
};

/** Per province with gemeenten in the scope: of what the viewer may see by name. */
export function measureProvinces(country: Country): ProvinceFigures[] {
  const uses = countBy(listStandings(country.seen).filter(isInUse), ({ gemeente }) => gemeente.id);
  return Object.values(Province).flatMap((province) => {
    const all = country.gemeenten.filter((one) => one.province === province);
    const users = all.filter(({ id }) => uses.has(id));
    if (all.length === 0) return [];
    return {
      province,
      gemeenten: users.length,
      ofGemeenten: all.length,
      inhabitants: sumInhabitants(users),
      ofInhabitants: sumInhabitants(all),
      uses: users.reduce((sum, { id }) => sum + (uses.get(id) ?? 0), 0),
    };
  });
}

/** Uses per theme (rows) and province (columns) that the viewer may see by name. */
export function measureThemes(country: Country): { theme: Theme; counts: number[] }[] {
  const uses = listStandings(country.seen).filter(isInUse);
  const cells = countBy(uses, ({ solution, gemeente }) => `${solution.theme} ${gemeente.province}`);
  return Object.values(Theme).map((theme) => ({
    theme,
    counts: Object.values(Province).map((province) => cells.get(`${theme} ${province}`) ?? 0),
  }));
}

export type NamedSolution = Pick<SolutionHistories, "slug" | "name">;
export type Leader = { solution: NamedSolution; count: number };
/** `before` is null when it was fewer than three. */
export type Riser = Leader & { before: number | null };

/** The solutions that most gemeenten use; those that fewer than three use would tell who. */
export function listLeaders(country: Country, take = 10): Leader[] {
  return [...countUsers(country, country.scope.day)]
    .filter(([, count]) => maskCount(count, country.isByName) !== null)
    .map(([solution, count]) => ({ solution: nameOf(solution), count }))
    .sort((a, b) => b.count - a.count || a.solution.name.localeCompare(b.solution.name, "nl"))
    .slice(0, take);
}

/** The solutions that won most users in the year before the day. */
export function listRisers(country: Country, take = 10): Riser[] {
  const { day } = country.scope;
  const before = countUsers(country, yearBefore(day));
  return [...countUsers(country, day)]
    .map(([solution, count]) => ({ solution, count, won: count - (before.get(solution) ?? 0) }))
    .filter(({ count, won }) => won > 0 && maskCount(count, country.isByName) !== null)
    .sort((a, b) => b.won - a.won || a.solution.name.localeCompare(b.solution.name, "nl"))
    .slice(0, take)
    .map(({ solution, count }) => {
      return {
        solution: nameOf(solution),
        count,
        before: maskCount(before.get(solution) ?? 0, country.isByName),
      };
    });
}

export const nameOf = ({ slug, name }: NamedSolution): NamedSolution => ({ slug, name });

/** The same day a year earlier; 29 February becomes 28 February. */
export function yearBefore(day: string): string {
  const [year = 0] = day.split("-").map(Number);
  const rest = day.slice(4) === "-02-29" ? "-02-28" : day.slice(4);
  return `${String(year - 1).padStart(4, "0")}${rest}`;
}

function countUsers({ entries }: Country, day: string): Map<SolutionHistories, number> {
  const counts = new Map<SolutionHistories, number>();
  for (const { solution, stays } of entries)
    if (stays.some((stay) => isUseOn(stay, day))) counts.set(solution, (counts.get(solution) ?? 0) + 1);
  return counts;
}

export type LeadingGemeente = { gemeente: GemeenteThen; count: number; before: number };

/** The gemeenten that use most, and those that won most in a year, of what the viewer may see by name. */
export function listLeadingGemeenten(country: Country, take = 10) {
  const { day } = country.scope;
  const counts = countPerGemeente(country, [yearBefore(day), day]);
  const rows = country.gemeenten.flatMap((gemeente): LeadingGemeente[] => {
    const [before, count] = counts.get(gemeente.id) ?? [];
    return count ? [{ gemeente, count, before: before ?? 0 }] : [];
  });
  const by = (measure: (row: LeadingGemeente) => number) =>
    rows
      .filter((row) => measure(row) > 0)
      .sort((a, b) => measure(b) - measure(a))
      .slice(0, take);
  return { most: by(({ count }) => count), fastest: by(({ count, before }) => count - before) };
}
