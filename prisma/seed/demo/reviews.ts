import type { ReviewKind, SolutionKind } from "@/lib/core/generated/prisma/enums";
import type { DemoAdoption } from "./adoptions";
import { addDays, daysBetween, earliest, today } from "./calendar";
import type { DemoSolution } from "./history";
import { listPeople } from "./people";
import { chanceOf, uuidOf } from "./random";
import { pitfallsFor, tipsFor } from "./texts";

/** One invented oordeel of a gemeente. */
export type DemoReview = Record<Criterion, number | null> & {
  id: string;
  gemeente: string;
  solution: string;
  authorId: string | null;
  kind: ReviewKind;
  score: number;
  recommend: number;
  leadTimeMonths: number | null;
  effortHours: number | null;
  tip: string | null;
  pitfall: string | null;
  writtenOn: string;
};

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
type Criterion = (typeof criteria)[number];

const experienced = ["CONNECTING", "PILOT", "IN_USE", "PHASING_OUT", "ENDED"];
const expecting = ["INTERESTED", "EXPLORING", "DECIDING", "COMMITTED"];

// Pages must be seen at the borders: no mean is shown under three.
const exactly: Record<string, number> = {
  diwi: 2,
  haven: 2,
  omc: 2,
  referentielijsten: 2,
  "haal-centraal-brk": 2,
  "3dbag": 2,
  "klantinteracties-api": 1,
  opencatalogi: 3,
  consul: 3,
  vrijbrp: 3,
  zaakbrug: 3,
  "totaal-3d": 0,
};

/** Invents one oordeel per gemeente per solution, for a part of those with experience. */
export function makeReviews(adoptions: DemoAdoption[], solutions: DemoSolution[]): DemoReview[] {
  const bySolution = new Map<string, DemoAdoption[]>(solutions.map(({ slug }) => [slug, []]));
  for (const adoption of adoptions)
    if (adoption.cycle === 1) bySolution.get(adoption.solution)?.push(adoption);
  return solutions.flatMap((solution) => {
    const own = bySolution.get(solution.slug) ?? [];
    return [...experiencesOf(solution, own), ...expectationsOf(solution, own)];
  });
}

function experiencesOf(solution: DemoSolution, adoptions: DemoAdoption[]): DemoReview[] {
  // Nobody reviews what is their own.
  const able = adoptions.filter(
    (adoption) => experienced.includes(adoption.status) && adoption.gemeente !== solution.provider,
  );
  const share = chanceOf(`share ${solution.slug}`).between(18, 50) / 100;
  const count = exactly[solution.slug] ?? Math.min(38, Math.round(able.length * share));
  return drawFrom(able, count).map((adoption) => review(solution, adoption, "EXPERIENCE"));
}

function expectationsOf(solution: DemoSolution, adoptions: DemoAdoption[]): DemoReview[] {
  const able = adoptions.filter(
    (adoption) => expecting.includes(adoption.status) && adoption.gemeente !== solution.provider,
  );
  return drawFrom(able, Math.round(able.length * 0.14)).map((adoption) =>
    review(solution, adoption, "EXPECTATION"),
  );
}

function drawFrom(adoptions: DemoAdoption[], count: number): DemoAdoption[] {
  const lots = adoptions.map((adoption) => ({ adoption, lot: chanceOf(`draw ${adoption.id}`).next() }));
  return lots
    .sort((a, b) => a.lot - b.lot)
    .slice(0, count)
    .map(({ adoption }) => adoption);
}

function review(solution: DemoSolution, adoption: DemoAdoption, kind: ReviewKind): DemoReview {
  const chance = chanceOf(`review ${adoption.id}`);
  const given = grade(solution, adoption);
  const grades = criteria.map((criterion) => given[criterion]).filter((value) => value !== null);
  const score = grades.reduce((sum, value) => sum + value, 0) / grades.length;
  const isExperience = kind === "EXPERIENCE";
  return {
    ...given,
    id: uuidOf(`review ${adoption.id}`),
    gemeente: adoption.gemeente,
    solution: solution.slug,
    authorId: listPeople(adoption.gemeente, "MANAGER")[0]?.id ?? null,
    kind,
    score,
    recommend: Math.max(0, Math.min(10, Math.round(score * 2 + (chance.next() - 0.5) * 2.5))),
    leadTimeMonths: isExperience ? leadTimeOf(adoption) : null,
    effortHours: isExperience ? chance.between(2, 60) * effortOf[solution.kind] : null,
    tip: isExperience && chance.isTrue(0.8) ? chance.pick(tipsFor(solution.kind)) : null,
    pitfall: isExperience && chance.isTrue(0.7) ? chance.pick(pitfallsFor(solution.kind)) : null,
    writtenOn: dateOf(adoption, isExperience),
  };
}

/** Hours per unit of work: a component asks more of a gemeente than a dashboard. */
const effortOf: Record<SolutionKind, number> = {
  COMPONENT: 16,
  INFRASTRUCTUUR: 12,
  DIENST: 8,
  REGISTER: 6,
  STANDAARD: 8,
  RAAMOVEREENKOMST: 4,
  HANDREIKING: 3,
  DASHBOARD: 1,
};

function grade(solution: DemoSolution, { id }: DemoAdoption): Record<Criterion, number | null> {
  const quality = 3.1 + 1.3 * chanceOf(`quality ${solution.slug}`).next();
  const chance = chanceOf(`grades ${id}`);
  const mood = (chance.next() + chance.next() - 1) * 1.1;
  const entries = criteria.map((criterion) => {
    const trait = (chanceOf(`trait ${solution.slug} ${criterion}`).next() - 0.5) * 1.4;
    const value = Math.round(quality + mood + trait + (chance.next() - 0.5) * 1.2);
    const isSilent = criterion !== "addedValue" && chance.isTrue(0.08);
    return [criterion, isSilent ? null : Math.max(1, Math.min(5, value))];
  });
  return Object.fromEntries(entries);
}

function leadTimeOf({ steps, inUseOn }: DemoAdoption): number | null {
  const start = steps.find(({ to }) => to === "COMMITTED" || to === "CONNECTING");
  return start && inUseOn ? Math.max(1, Math.round(daysBetween(start.occurredOn, inUseOn) / 30)) : null;
}

/** Between two months after the state that gave the experience and today. */
function dateOf({ id, steps, since }: DemoAdoption, isExperience: boolean): string {
  const chance = chanceOf(`written ${id}`);
  const from = isExperience ? (steps.find(({ to }) => experienced.includes(to))?.occurredOn ?? since) : since;
  const room = Math.max(0, daysBetween(from, today) - 3);
  const recent = Math.min(room, 900);
  const offset = chance.isTrue(0.75)
    ? room - chance.between(0, recent)
    : chance.between(Math.min(60, room), room);
  return earliest(addDays(from, offset), today);
}
