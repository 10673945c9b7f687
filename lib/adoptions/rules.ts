import {
  AdoptionStatus,
  type Obligation,
  type PriceModel,
  type SolutionKind,
  type SolutionPhase,
} from "@/lib/core/generated/prisma/enums";

export { AdoptionStatus };

/** Every state, in the order of the road. */
export const statuses = Object.values(AdoptionStatus);

/** The four shades of map, curve, badge and bar: read once, known everywhere. */
export const statusGroups = ["interested", "joining", "inUse", "stopped"] as const;
export type StatusGroup = (typeof statusGroups)[number];

const groupOf: Record<AdoptionStatus, StatusGroup> = {
  INTERESTED: "interested",
  EXPLORING: "interested",
  DECIDING: "interested",
  COMMITTED: "joining",
  CONNECTING: "joining",
  PILOT: "joining",
  IN_USE: "inUse",
  PHASING_OUT: "inUse",
  ENDED: "stopped",
  ON_HOLD: "stopped",
  DECLINED: "stopped",
  NOT_APPLICABLE: "stopped",
};

/** The shade in which a state is counted and drawn. */
export function toStatusGroup(status: AdoptionStatus): StatusGroup {
  return groupOf[status];
}

/** Steps forward on the road (docs/domain.md, "Adoptie"). ON_HOLD is left towards where it came from. */
const forward: Record<AdoptionStatus, readonly AdoptionStatus[]> = {
  INTERESTED: ["EXPLORING", "DECIDING", "ON_HOLD", "DECLINED", "NOT_APPLICABLE"],
  EXPLORING: ["DECIDING", "ON_HOLD", "DECLINED", "NOT_APPLICABLE"],
  DECIDING: ["COMMITTED", "CONNECTING", "ON_HOLD", "DECLINED", "NOT_APPLICABLE"],
  COMMITTED: ["CONNECTING", "ON_HOLD", "DECLINED"],
  CONNECTING: ["PILOT", "IN_USE", "ON_HOLD", "DECLINED"],
  PILOT: ["IN_USE", "ON_HOLD", "DECLINED"],
  IN_USE: ["PHASING_OUT"],
  PHASING_OUT: ["ENDED"],
  ENDED: [],
  ON_HOLD: [],
  DECLINED: [],
  NOT_APPLICABLE: [],
};

/** What of a solution bears on the steps that are allowed. */
export type SolutionTraits = { obligation: Obligation; priceModel: PriceModel };

/** Free of charge, so that no formal decision is needed. */
export function isFree({ priceModel }: Pick<SolutionTraits, "priceModel">): boolean {
  return ["FREE", "OPEN_SOURCE", "GGU", "CENTRAL_BUDGET", "STATE_PAID"].includes(priceModel);
}

export type Position = { status: AdoptionStatus; resumeStatus: AdoptionStatus | null };

/** The states that can follow; corrections are a separate matter. */
export function nextStatuses({ status, resumeStatus }: Position, solution: SolutionTraits): AdoptionStatus[] {
  if (status === "ON_HOLD") return resumeStatus ? [resumeStatus] : [];
  return forward[status].filter((next) => {
    if (solution.obligation === "STATUTORY" && (next === "DECLINED" || next === "NOT_APPLICABLE"))
      return false;
    return !(status === "DECIDING" && next === "CONNECTING") || isFree(solution);
  });
}

/** Can the adoption go from here to this state? */
export function canTransition(position: Position, to: AdoptionStatus, solution: SolutionTraits): boolean {
  return nextStatuses(position, solution).includes(to);
}

/**
 * The step that one expects next. In use there is none: stopping is possible, but nobody is urged to.
 */
export function mainStep(status: AdoptionStatus, next: readonly AdoptionStatus[]): AdoptionStatus | null {
  return status === "IN_USE" ? null : (next[0] ?? null);
}

/** Where a new adoption starts: a statutory solution is not a matter of interest. */
export function firstStatus({ obligation }: Pick<SolutionTraits, "obligation">): AdoptionStatus {
  return obligation === "STATUTORY" ? "CONNECTING" : "INTERESTED";
}

/** After these a gemeente may start again, in a new cycle. */
export function isClosed(status: AdoptionStatus): boolean {
  return status === "ENDED" || status === "DECLINED" || status === "NOT_APPLICABLE";
}

/** From the first interest to the last day of use; the other states are beside it. */
const road: readonly AdoptionStatus[] = [
  "INTERESTED",
  "EXPLORING",
  "DECIDING",
  "COMMITTED",
  "CONNECTING",
  "PILOT",
  "IN_USE",
  "PHASING_OUT",
];

/**
 * The states that a correction may go back to, never a new fact forward: earlier on the road than
 * now, or for what has stopped up to the state it came from.
 */
export function correctableStatuses(
  { status, resumeStatus }: Position,
  cameFrom: AdoptionStatus | null,
): AdoptionStatus[] {
  if (isClosed(status)) return cameFrom ? road.slice(0, road.indexOf(cameFrom) + 1) : [];
  return road.slice(0, road.indexOf(resumeStatus ?? status));
}

/**
 * What confirming a fact ("in use since 2021") does to where the gemeente stands: it starts a cycle,
 * moves it forward, or changes nothing because the gemeente is there already. Null: not a fact about
 * taking part, so it cannot be confirmed.
 */
export function effectOfFact(
  position: Position | null,
  to: AdoptionStatus,
): "start" | "move" | "nothing" | null {
  if (!road.includes(to)) return null;
  if (!position || isClosed(position.status)) return "start";
  const reached = position.resumeStatus ?? position.status;
  return road.indexOf(to) > road.indexOf(reached) ? "move" : "nothing";
}

/** Weighty steps need a second person of the gemeente. */
export function needsSecondPerson(to: AdoptionStatus): boolean {
  return to === "COMMITTED" || to === "DECLINED";
}

const stepFields = [
  "contactName",
  "leadName",
  "nextStep",
  "nextOn",
  "body",
  "reference",
  "coverage",
  "reason",
  "scope",
] as const;
export type StepField = (typeof stepFields)[number];

/** What each state asks for when it is entered; the date is always asked. */
export const requiredFields: Record<AdoptionStatus, readonly StepField[]> = {
  INTERESTED: ["contactName"],
  EXPLORING: ["leadName", "nextOn"],
  DECIDING: ["nextStep"],
  COMMITTED: ["body", "reference"],
  CONNECTING: ["leadName", "nextOn"],
  PILOT: ["scope", "nextOn"],
  IN_USE: ["coverage"],
  PHASING_OUT: ["nextOn", "nextStep"],
  ENDED: ["reason"],
  ON_HOLD: ["reason", "nextOn"],
  DECLINED: ["reason", "nextOn"],
  NOT_APPLICABLE: ["reason"],
};

/** What may be told as well. */
export const optionalFields: Record<AdoptionStatus, readonly StepField[]> = {
  INTERESTED: [],
  EXPLORING: [],
  DECIDING: ["nextOn"],
  COMMITTED: ["nextStep", "nextOn"],
  CONNECTING: ["nextStep"],
  PILOT: ["nextStep"],
  IN_USE: ["nextStep", "nextOn"],
  PHASING_OUT: [],
  ENDED: [],
  ON_HOLD: [],
  DECLINED: [],
  NOT_APPLICABLE: [],
};

const verbOf: Record<SolutionKind, "connect" | "implement" | "apply" | "join" | "use"> = {
  INFRASTRUCTUUR: "connect",
  REGISTER: "connect",
  DIENST: "connect",
  COMPONENT: "implement",
  STANDAARD: "apply",
  HANDREIKING: "apply",
  RAAMOVEREENKOMST: "join",
  DASHBOARD: "use",
};

/** The verb that taking part in this kind of solution has on screen (`terms.connecting`). */
export function adoptionVerb(kind: SolutionKind) {
  return verbOf[kind];
}

/** One step of a history. */
export type Step = { to: AdoptionStatus; occurredOn: string };

export type Standing = {
  status: AdoptionStatus;
  since: string;
  resumeStatus: AdoptionStatus | null;
  interestedOn: string | null;
  committedOn: string | null;
  inUseOn: string | null;
  endedOn: string | null;
};

/** Replays a history, oldest first, into where the adoption stands: the one source of its derived columns. */
export function replay(steps: readonly Step[]): Standing {
  const [first, ...later] = steps;
  if (!first) throw new Error("a history has at least one step");
  return later.reduce(enter, begin(first));
}

function begin({ to, occurredOn }: Step): Standing {
  const standing: Standing = {
    status: to,
    since: occurredOn,
    resumeStatus: null,
    interestedOn: null,
    committedOn: null,
    inUseOn: null,
    endedOn: null,
  };
  const milestone = milestoneOf[to];
  return milestone ? { ...standing, [milestone]: occurredOn } : standing;
}

const milestoneOf: Partial<Record<AdoptionStatus, "interestedOn" | "committedOn" | "inUseOn" | "endedOn">> = {
  INTERESTED: "interestedOn",
  COMMITTED: "committedOn",
  IN_USE: "inUseOn",
  ENDED: "endedOn",
};

/** The standing after one more step; a correction back erases the milestones it undoes. */
export function enter(standing: Standing, { to, occurredOn }: Step): Standing {
  // An adjusted plan: the state and its milestones stay.
  if (to === standing.status) return { ...standing, since: occurredOn };
  const entered: Standing = {
    ...standing,
    status: to,
    since: occurredOn,
    resumeStatus: to === "ON_HOLD" ? (standing.resumeStatus ?? standing.status) : null,
  };
  const rank = milestoneRank(to);
  for (const status of ["COMMITTED", "IN_USE", "ENDED"] as const) {
    const field = milestoneOf[status];
    if (field && rank < statuses.indexOf(status) && rank >= 0) entered[field] = null;
  }
  const milestone = milestoneOf[to];
  // Leaving a pause is not entering anew: the first date stays.
  if (milestone && !(standing.status === "ON_HOLD" && entered[milestone])) entered[milestone] = occurredOn;
  return entered;
}

/** Place on the road, or -1 for a state beside it, which undoes nothing. */
function milestoneRank(status: AdoptionStatus): number {
  return ["ON_HOLD", "DECLINED", "NOT_APPLICABLE"].includes(status) ? -1 : statuses.indexOf(status);
}

/** The first day on which the step can have happened; null when nothing came before it. */
export function earliestDay(standing: Standing, to: AdoptionStatus, isCorrection: boolean): string | null {
  if (!isCorrection) return standing.since;
  const { interestedOn, committedOn, inUseOn, endedOn } = enter(standing, { to, occurredOn: "" });
  return [interestedOn, committedOn, inUseOn, endedOn].reduce(
    (latest, day) => (day && day > (latest ?? "") ? day : latest),
    null,
  );
}

/** The least number of characters that explains why a gemeente does not apply a standard. */
export const explanationLength = 20;

/** Why this step cannot be taken from here, as the key of a sentence; null when it can. */
export function refusalOf(
  position: Position,
  step: { to: AdoptionStatus; reason?: string | undefined },
  solution: SolutionTraits,
) {
  const { to, reason = "" } = step;
  const isStatutory = solution.obligation === "STATUTORY";
  if (isStatutory && (to === "DECLINED" || to === "NOT_APPLICABLE")) return "statutoryCannotDecline";
  if (position.status === "DECIDING" && to === "CONNECTING" && !isFree(solution))
    return "formalDecisionRequired";
  if (!canTransition(position, to, solution)) return "transitionNotAllowed";
  const mustExplain = to === "DECLINED" && solution.obligation === "COMPLY_OR_EXPLAIN";
  return mustExplain && reason.trim().length < explanationLength ? "explanationRequired" : null;
}

/** Nothing new starts with a solution that has ended. */
export function isOver(phase: SolutionPhase): boolean {
  return phase === "RETIRED" || phase === "STOPPED";
}
