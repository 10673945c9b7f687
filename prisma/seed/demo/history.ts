import {
  type AdoptionStatus,
  canTransition,
  firstStatus,
  isFree,
  type SolutionTraits,
} from "@/lib/adoptions/rules";
import type { DecidingBody, SolutionKind, SolutionPhase } from "@/lib/core/generated/prisma/enums";
import { addDays, daysBetween, earliest, latest, today } from "./calendar";
import type { Chance } from "./random";
import { describeStep } from "./steps";

export type DemoSolution = SolutionTraits & {
  slug: string;
  kind: SolutionKind;
  phase: SolutionPhase;
  provider: string;
};

/** One invented milestone, as AdoptionEvent stores it. */
export type DemoStep = {
  from: AdoptionStatus | null;
  to: AdoptionStatus;
  occurredOn: string;
  reason: string | null;
  body: DecidingBody | null;
  reference: string | null;
  data: Record<string, string | number | true>;
};

export type Start = {
  solution: DemoSolution;
  entry: string;
  chance: Chance;
  retiredOn?: string | undefined;
  /** Stop at this state, for a portfolio that shows them all. */
  until?: AdoptionStatus | undefined;
};

/** Days that a gemeente spends in a state before the next one, from and to. */
const stay: Partial<Record<AdoptionStatus, [number, number]>> = {
  INTERESTED: [20, 210],
  EXPLORING: [45, 260],
  DECIDING: [25, 170],
  COMMITTED: [15, 140],
  CONNECTING: [50, 400],
  PILOT: [60, 260],
  IN_USE: [700, 2200],
  PHASING_OUT: [90, 330],
  ON_HOLD: [80, 320],
};

const road: AdoptionStatus[] = [
  "INTERESTED",
  "EXPLORING",
  "DECIDING",
  "COMMITTED",
  "CONNECTING",
  "PILOT",
  "IN_USE",
];

/** How far a gemeente can be with a solution that is not finished itself. */
const furthest: Partial<Record<SolutionPhase, AdoptionStatus>> = {
  IDEA: "EXPLORING",
  EXPLORATION: "EXPLORING",
  DEVELOPMENT: "EXPLORING",
  DELIBERATELY_LOCAL: "EXPLORING",
  PILOT: "PILOT",
};

/** Invents the history of one adoption, oldest first; the last step is where it stands today. */
export function makeHistory(start: Start): DemoStep[] {
  const plan = planRoad(start);
  if (start.until) return spreadEvenly(plan.slice(0, plan.indexOf(start.until) + 1), start);
  const steps: DemoStep[] = [];
  let occurredOn = start.entry;
  for (const to of plan) {
    if (occurredOn > today) break;
    const from = steps.at(-1)?.to ?? null;
    if (start.retiredOn && occurredOn >= start.retiredOn && from !== null) break;
    steps.push(describeStep({ from, to, occurredOn, kind: start.solution.kind, chance: start.chance }));
    occurredOn = addDays(occurredOn, start.chance.between(...(stay[to] ?? [30, 90])));
  }
  return start.retiredOn ? closeAtRetirement(steps, start, start.retiredOn) : steps;
}

/** States in which a gemeente has been for long; the others it reached lately. */
const lasting: AdoptionStatus[] = ["IN_USE", "DECLINED", "NOT_APPLICABLE", "ON_HOLD"];

/** A history that reaches its last state some time before today. */
function spreadEvenly(plan: AdoptionStatus[], { solution, entry, chance, until }: Start): DemoStep[] {
  const share =
    until && lasting.includes(until) ? chance.between(35, 70) / 100 : chance.between(85, 96) / 100;
  const span = daysBetween(entry, today) * share;
  return plan.map((to, index) => {
    const occurredOn = addDays(entry, (span * index) / Math.max(1, plan.length - 1));
    return describeStep({ from: plan[index - 1] ?? null, to, occurredOn, kind: solution.kind, chance });
  });
}

/** The states that this gemeente would go through if it had all the time of the world. */
function planRoad(start: Start): AdoptionStatus[] {
  const { solution, chance, until, retiredOn } = start;
  const states = chooseRoad(solution, chance, until);
  if (until || retiredOn) return withEnd(states, until);
  return withFate(states, solution, chance);
}

function chooseRoad(
  solution: DemoSolution,
  chance: Chance,
  until: AdoptionStatus | undefined,
): AdoptionStatus[] {
  const first = road.indexOf(firstStatus(solution));
  const last = road.indexOf(furthest[solution.phase] ?? "IN_USE");
  const skipped = new Set<AdoptionStatus>();
  if (until !== "EXPLORING" && chance.isTrue(0.2)) skipped.add("EXPLORING");
  if (until !== "COMMITTED" && isFree(solution) && chance.isTrue(0.35)) skipped.add("COMMITTED");
  const mayPilot = solution.kind === "COMPONENT" || solution.phase === "PILOT";
  if (until !== "PILOT" && !(solution.phase === "PILOT") && !(mayPilot && chance.isTrue(0.4)))
    skipped.add("PILOT");
  return road.slice(first, last + 1).filter((state) => !skipped.has(state));
}

/** A road that leads to `until`, also where that lies beside or beyond the usual one. */
function withEnd(states: AdoptionStatus[], until: AdoptionStatus | undefined): AdoptionStatus[] {
  if (until === "PHASING_OUT") return [...states, "PHASING_OUT"];
  if (until === "ENDED") return [...states, "PHASING_OUT", "ENDED"];
  if (until === "ON_HOLD" || until === "DECLINED") return [...states.slice(0, 2), until];
  if (until === "NOT_APPLICABLE") return [...states.slice(0, 1), until];
  return states;
}

/** Most go on; some pause, refuse, stop halfway, or leave after years. */
function withFate(states: AdoptionStatus[], solution: DemoSolution, chance: Chance): AdoptionStatus[] {
  const at = chance.between(1, Math.max(1, Math.min(4, states.length - 1)));
  const before = states.slice(0, at);
  const here = before.at(-1);
  const isEarly = here === "INTERESTED" || here === "EXPLORING" || here === "DECIDING";
  const isObliged = solution.obligation === "STATUTORY";
  const fate = chance.next();
  if (!isObliged && isEarly && fate < 0.07) return [...before, "DECLINED"];
  if (!isObliged && isEarly && fate < 0.09) return [...before, "NOT_APPLICABLE"];
  if (here && here !== "IN_USE" && fate < (isObliged ? 0.02 : 0.13)) {
    return chance.isTrue(0.55) ? [...before, "ON_HOLD", ...states.slice(at - 1)] : [...before, "ON_HOLD"];
  }
  if (here && here !== "IN_USE" && fate < (isObliged ? 0.03 : 0.18)) return before;
  if (solution.phase === "SUNSETTING" && fate < 0.7)
    return [...states, "PHASING_OUT", ...(fate < 0.4 ? (["ENDED"] as const) : [])];
  if (!isObliged && fate < 0.22 && states.at(-1) === "IN_USE") return [...states, "PHASING_OUT", "ENDED"];
  return states;
}

/** Whoever used a withdrawn solution phases out around its end; whoever was on the way drops out. */
function closeAtRetirement(steps: DemoStep[], { solution, chance }: Start, retiredOn: string): DemoStep[] {
  const last = steps.at(-1);
  if (!last) return steps;
  const kind = solution.kind;
  const endOn = earliest(addDays(retiredOn, chance.between(-40, 90)), today);
  if (last.to !== "IN_USE") {
    if (!canTransition({ status: last.to, resumeStatus: null }, "DECLINED", solution)) return steps;
    const occurredOn = latest(last.occurredOn, endOn);
    return [
      ...steps,
      describeStep({ from: last.to, to: "DECLINED", occurredOn, kind, chance, isWithdrawn: true }),
    ];
  }
  const outOn = latest(last.occurredOn, addDays(endOn, -chance.between(60, 300)));
  const out = describeStep({
    from: "IN_USE",
    to: "PHASING_OUT",
    occurredOn: outOn,
    kind,
    chance,
    isWithdrawn: true,
  });
  const occurredOn = latest(outOn, endOn);
  const end = describeStep({ from: "PHASING_OUT", to: "ENDED", occurredOn, kind, chance, isWithdrawn: true });
  return [...steps, out, end];
}
