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

/** Does the gemeente use it now? */
export function isInUse(status: AdoptionStatus): boolean {
  return toStatusGroup(status) === "inUse";
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
export type SolutionTraits = { obligation: Obligation; priceModel: PriceModel; phase?: SolutionPhase };

/** Ways out, and to where a pause began: all that is left when the solution itself is over. */
const wayOut: readonly AdoptionStatus[] = ["PHASING_OUT", "ENDED", "ON_HOLD", "DECLINED", "NOT_APPLICABLE"];

/** Free of charge, so that no formal decision is needed. */
export function isFree({ priceModel }: Pick<SolutionTraits, "priceModel">): boolean {
  return ["FREE", "OPEN_SOURCE", "GGU", "CENTRAL_BUDGET", "STATE_PAID"].includes(priceModel);
}

export type Position = { status: AdoptionStatus; resumeStatus: AdoptionStatus | null };

/**
 * The states that can follow; corrections are a separate matter. What became statutory while a gemeente was
 * still making up its mind is decided by the law: then connecting follows.
 */
export function nextStatuses(position: Position, solution: SolutionTraits): AdoptionStatus[] {
  const { status, resumeStatus } = position;
  if (status === "ON_HOLD") return resumeStatus ? [resumeStatus] : [];
  const next = stepsFrom(status, solution);
  return isGone(solution) ? next.filter((to) => wayOut.includes(to)) : next;
}

/** Has the solution ended? Where its phase is not known it has not. */
function isGone({ phase }: SolutionTraits): boolean {
  return phase !== undefined && isOver(phase);
}

function stepsFrom(status: AdoptionStatus, solution: SolutionTraits): AdoptionStatus[] {
  if (solution.obligation === "STATUTORY") {
    if (isBeforeConnecting(status)) return ["CONNECTING", "ON_HOLD"];
    return forward[status].filter((next) => next !== "DECLINED" && next !== "NOT_APPLICABLE");
  }
  return forward[status].filter(
    (next) => !(status === "DECIDING" && next === "CONNECTING") || isFree(solution),
  );
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

/** How far an adoption is on the road, from 0, in a pause as far as before it; -1 when it is not on it. */
export function placeOnRoad({ status, resumeStatus }: Position): number {
  return road.indexOf(resumeStatus ?? status);
}

/** The states that a fact about taking part can tell. */
export const factStatuses = road;

/** Where a gemeente still makes up its mind, which it does not about what the law demands. */
function isBeforeConnecting(status: AdoptionStatus): boolean {
  return road.slice(0, road.indexOf("CONNECTING")).includes(status);
}

/**
 * The states that a correction may go back to, never a new fact forward: earlier on the road than
 * now, or for what has stopped up to the state it came from. Statutory is never less than connecting.
 */
export function correctableStatuses(
  { status, resumeStatus }: Position,
  cameFrom: AdoptionStatus | null,
  { obligation }: Pick<SolutionTraits, "obligation">,
): AdoptionStatus[] {
  const end = isClosed(status) ? road.indexOf(cameFrom ?? "ENDED") + 1 : road.indexOf(resumeStatus ?? status);
  return road.slice(0, end).filter((earlier) => obligation !== "STATUTORY" || !isBeforeConnecting(earlier));
}

/**
 * What confirming a fact ("in use since 2021") does to where the gemeente stands: it starts a cycle,
 * moves it forward, or changes nothing because the gemeente is there already. Null: not a fact about
 * taking part (or interest in what the law demands), so it cannot be confirmed.
 */
export function effectOfFact(
  position: Position | null,
  to: AdoptionStatus,
  { obligation }: Pick<SolutionTraits, "obligation">,
): "start" | "move" | "nothing" | null {
  if (!road.includes(to) || (obligation === "STATUTORY" && isBeforeConnecting(to))) return null;
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
  "departments",
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
  IN_USE: ["departments", "nextStep", "nextOn"],
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
  if (position.status === "DECIDING" && to === "CONNECTING" && !isStatutory && !isFree(solution))
    return "formalDecisionRequired";
  if (isGone(solution) && position.status !== "ON_HOLD" && !wayOut.includes(to)) return "solutionOver";
  if (!canTransition(position, to, solution)) return "transitionNotAllowed";
  const mustExplain = to === "DECLINED" && solution.obligation === "COMPLY_OR_EXPLAIN";
  return mustExplain && reason.trim().length < explanationLength ? "explanationRequired" : null;
}

/** Nothing new starts with a solution that has ended. */
export function isOver(phase: SolutionPhase): boolean {
  return phase === "RETIRED" || phase === "STOPPED";
}
