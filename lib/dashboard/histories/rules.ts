import { type AdoptionStatus, statuses } from "@/lib/adoptions/rules";
import type { Province, SolutionKind, Theme } from "@/lib/core/generated/prisma/enums";

// Where every gemeente stood with every solution, on any day: pure, from the histories as they were read.

/** One step that stands: from `day` on the adoption is in state `to`. */
export type StandingStep = {
  day: string;
  to: AdoptionStatus;
  /** The day that was planned for going live, as entered with this step. */
  plannedOn: string | null;
};

/** One gemeente x one solution x one cycle. */
export type History = {
  cbsCode: string;
  cycle: number;
  isHidden: boolean;
  isPublic: boolean;
  isDemo: boolean;
  /** By day; what a later correction undid is left out. */
  steps: StandingStep[];
  /** The first day on which it no longer counts: the gemeente merged, or a new cycle began. */
  until: string | null;
};

export type SolutionHistories = {
  id: string;
  slug: string;
  name: string;
  kind: SolutionKind;
  theme: Theme;
  provider: { id: string; slug: string; name: string };
  participationPublic: boolean;
  histories: History[];
};

/** A gemeente at any time; `years` holds the inhabitants on 1 January of the years that are known. */
export type GemeenteEver = {
  id: string;
  cbsCode: string;
  slug: string;
  name: string;
  province: Province;
  hexCol: number;
  hexRow: number;
  /** First day with it and first day without it; null is "always" and "still". */
  validFrom: string | null;
  validTo: string | null;
  years: Record<string, number>;
};

/** Does the gemeente exist on this ISO day? */
export function existsOn({ validFrom, validTo }: Pick<GemeenteEver, "validFrom" | "validTo">, day: string) {
  return (validFrom === null || validFrom <= day) && (validTo === null || validTo > day);
}

/**
 * Inhabitants on 1 January of the year of this day; of a year that is not known those of the last known
 * year before it, or else of the first one after it.
 */
export function inhabitantsOn({ years }: Pick<GemeenteEver, "years">, day: string): number {
  const known = Object.keys(years).sort();
  const year = known.findLast((one) => one <= day.slice(0, 4)) ?? known[0];
  return year === undefined ? 0 : (years[year] ?? 0);
}

/**
 * Histories from one line each, as the database writes them: "GM0193 1 hpd 2021-03-01:0,2021-09-12:4:2022-01-01".
 * A step has the place of its state among all states; h is hidden, p public, d fictitious.
 */
export function parseHistories(lines: string, ends: ReadonlyMap<string, string | null>): History[] {
  const histories = lines.split("\n").map(parseLine);
  const starts = new Map(histories.map((one) => [`${one.cbsCode} ${one.cycle}`, one.steps[0]?.day ?? null]));
  return histories.map((history) => {
    const next = starts.get(`${history.cbsCode} ${history.cycle + 1}`) ?? null;
    return { ...history, until: earliest(ends.get(history.cbsCode) ?? null, next) };
  });
}

function parseLine(line: string): History {
  const [cbsCode = "", cycle = "1", flags = "", steps = ""] = line.split(" ");
  return {
    cbsCode,
    cycle: Number(cycle),
    isHidden: flags.includes("h"),
    isPublic: flags.includes("p"),
    isDemo: flags.includes("d"),
    steps: keepStanding(steps.split(",").map(parseStep)),
    until: null,
  };
}

function parseStep(text: string): StandingStep {
  const [day = "", place = "0", plannedOn = ""] = text.split(":");
  const isDay = /^\d{4}-\d\d-\d\d$/.test(plannedOn);
  return { day, to: statuses[Number(place)] ?? "INTERESTED", plannedOn: isDay ? plannedOn : null };
}

/**
 * The steps that count, of all in the order in which they were entered. A correction may go back in time;
 * from its day on it stands, and what was entered before it with a later day no longer does.
 */
export function keepStanding(steps: readonly StandingStep[]): StandingStep[] {
  let later = "9999";
  const kept: StandingStep[] = [];
  for (const step of steps.toReversed()) {
    if (step.day > later) continue;
    later = step.day;
    kept.push(step);
  }
  return kept.reverse();
}

/** The step that stands on this day; null before the first, and when the history is over. */
export function standingOn({ steps, until }: Pick<History, "steps" | "until">, day: string) {
  if (until !== null && until <= day) return null;
  return steps.findLast((step) => step.day <= day) ?? null;
}

/** A stretch of time in one state. `to` is the first day after it; null is "still". */
export type Stay = { status: AdoptionStatus; from: string; to: string | null; plannedOn: string | null };

/** The history as stretches, as it was known on `day`; an adjusted plan does not begin a new one. */
export function listStays({ steps, until }: Pick<History, "steps" | "until">, day: string): Stay[] {
  const stays: Stay[] = [];
  for (const { day: from, to: status, plannedOn } of steps) {
    if (from > day || (until !== null && from >= until)) break;
    const last = stays.at(-1);
    if (last?.status === status) last.plannedOn = plannedOn;
    else {
      if (last) last.to = from;
      stays.push({ status, from, to: null, plannedOn });
    }
  }
  const last = stays.at(-1);
  if (last && until !== null && until <= day) last.to = until;
  return stays;
}

function earliest(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
