import { isPublicReason, replay, type Standing } from "@/lib/adoptions/history/rules";
import { type AdoptionStatus, isClosed } from "@/lib/adoptions/rules";
import type { Province } from "@/lib/core/generated/prisma/enums";
import { addDays, daysBetween, earliest, latest, today } from "./calendar";
import { type DemoSolution, type DemoStep, makeHistory } from "./history";
import { mayKeep, plannedFor } from "./portfolios";
import { type Profile, profiles } from "./profiles";
import { type Chance, chanceOf, uuidOf } from "./random";
import { contacts, nextAction } from "./steps";

export type DemoGemeente = { slug: string; cbsCode: string; province: Province; inhabitants: number };

/** One invented adoption with its whole history. */
export type DemoAdoption = Standing & {
  id: string;
  gemeente: string;
  solution: string;
  cycle: number;
  nextStep: string | null;
  nextOn: string | null;
  contactName: string | null;
  leadName: string | null;
  coverage: number | null;
  via: string | null;
  isHidden: boolean;
  isPublic: boolean;
  steps: DemoStep[];
};

/** Gemeenten that let a shared organisation do much of their work (public facts). */
export const partners: Record<string, string> = {
  "stede-broec": "sed-organisatie",
  enkhuizen: "sed-organisatie",
  drechterland: "sed-organisatie",
  druten: "werkorganisatie-druten-wijchen",
  wijchen: "werkorganisatie-druten-wijchen",
  dinkelland: "noaberkracht-dinkelland-tubbergen",
  tubbergen: "noaberkracht-dinkelland-tubbergen",
  barendrecht: "bar-organisatie",
  albrandswaard: "bar-organisatie",
  ridderkerk: "bar-organisatie",
};

/** Invents all adoptions: the same for the same gemeenten and solutions, whatever the machine or the day. */
export function makeAdoptions(gemeenten: DemoGemeente[], solutions: DemoSolution[]): DemoAdoption[] {
  const bySlug = new Map(solutions.map((solution) => [solution.slug, solution]));
  return profiles.flatMap((profile) => {
    const solution = bySlug.get(profile.slug);
    return solution ? adoptSolution(solution, profile, gemeenten) : [];
  });
}

function adoptSolution(solution: DemoSolution, profile: Profile, gemeenten: DemoGemeente[]): DemoAdoption[] {
  const order = rankGemeenten(profile, gemeenten);
  return order.flatMap((gemeente, rank) => {
    const planned = plannedFor(gemeente.slug, solution.slug);
    const joins = rank < profile.gemeenten && mayKeep(gemeente.slug, solution);
    if (!planned && !joins) return [];
    const chance = chanceOf(`adoption ${solution.slug} ${gemeente.cbsCode}`);
    const entry = planned?.entry ?? entryDate(profile, rank, chance.next());
    const steps = makeHistory({
      solution,
      entry,
      chance,
      retiredOn: profile.retiredOn,
      until: planned?.until,
    });
    if (steps.length === 0) return [];
    const first = toAdoption(gemeente, solution, 1, steps);
    return planned ? [first] : [first, ...secondCycle(first, gemeente, solution, profile)];
  });
}

/** Who starts first: large gemeenten, eager ones, and neighbours of where it began. */
function rankGemeenten({ slug, home }: Profile, gemeenten: DemoGemeente[]): DemoGemeente[] {
  const scored = gemeenten.map((gemeente) => {
    const size = Math.log10(gemeente.inhabitants) - 4.5;
    const eagerness = chanceOf(`eager ${gemeente.cbsCode}`).next();
    const region =
      chanceOf(`region ${slug} ${gemeente.province}`).next() + (gemeente.province === home ? 0.8 : 0);
    const taste = chanceOf(`taste ${slug} ${gemeente.cbsCode}`).next();
    return { gemeente, score: 0.9 * size + 0.8 * eagerness + 0.9 * region + 0.9 * taste };
  });
  return scored.sort((a, b) => b.score - a.score).map(({ gemeente }) => gemeente);
}

/** The day on which the gemeente at this rank starts: few early, many halfway, few late (smoothstep, inverted). */
function entryDate({ start, gemeenten, grown, retiredOn }: Profile, rank: number, noise: number): string {
  const inverse = (share: number) => 0.5 - Math.sin(Math.asin(1 - 2 * share) / 3);
  const share = Math.min(0.999, (rank + 0.5) / Math.max(gemeenten, rank + 1));
  const last = retiredOn ? addDays(retiredOn, -400) : addDays(today, -10);
  const span = Math.max(30, daysBetween(start, last));
  const moment = (inverse(share * grown) / inverse(grown)) * span + (noise - 0.5) * 120;
  return earliest(latest(addDays(start, moment), start), last);
}

function toAdoption(
  gemeente: DemoGemeente,
  solution: DemoSolution,
  cycle: number,
  history: DemoStep[],
): DemoAdoption {
  const key = `${solution.slug} ${gemeente.cbsCode} ${cycle}`;
  const chance = chanceOf(`details ${key}`);
  const standing = replay(history);
  const steps = markPublic(tellPlan(history, standing, chance), solution);
  const plan = steps.at(-1)?.data ?? {};
  const partner = partners[gemeente.slug];
  return {
    ...standing,
    id: uuidOf(`adoption ${key}`),
    gemeente: gemeente.slug,
    solution: solution.slug,
    cycle,
    nextStep: text(plan.nextStep),
    nextOn: text(plan.nextOn),
    contactName: newest(steps, "contactName"),
    leadName: newest(steps, "leadName"),
    coverage: Number(newest(steps, "coverage")) || null,
    via: partner && chance.isTrue(0.5) ? partner : null,
    isHidden: chance.isTrue(0.02),
    isPublic: chance.isTrue(0.25),
    steps,
  };
}

/** Adds who is the contact to the first step and what happens next to the last: the row follows from them. */
function tellPlan(history: DemoStep[], { status }: Standing, chance: Chance): DemoStep[] {
  const isDone = isClosed(status) && status !== "DECLINED";
  const contactName = chance.pick(contacts);
  return history.map((step, index) => {
    const contact = index === 0 ? { contactName, ...step.data } : step.data;
    const isLast = index === history.length - 1 && !isDone;
    return { ...step, data: { ...contact, ...(isLast ? nextAction(step, chance) : {}) } };
  });
}

/** Where not applying must be explained, the reason is published: its event says so. */
function markPublic(steps: DemoStep[], solution: DemoSolution): DemoStep[] {
  return steps.map((step) =>
    isPublicReason(step.to, solution) ? { ...step, data: { ...step.data, isPublicReason: true } } : step,
  );
}

function text(value: string | number | true | undefined): string | null {
  return value === undefined ? null : String(value);
}

function newest(steps: DemoStep[], field: string): string | null {
  return text(steps.findLast(({ data }) => data[field] !== undefined)?.data[field]);
}

/** Some who refused earlier start again. */
function secondCycle(
  first: DemoAdoption,
  gemeente: DemoGemeente,
  solution: DemoSolution,
  profile: Profile,
): DemoAdoption[] {
  const chance = chanceOf(`again ${first.id}`);
  const entry = addDays(first.since, chance.between(300, 700));
  const again: AdoptionStatus[] = ["DECLINED"];
  if (profile.retiredOn || !again.includes(first.status) || entry > today || chance.isTrue(0.6)) return [];
  return [toAdoption(gemeente, solution, 2, makeHistory({ solution, entry, chance }))];
}
