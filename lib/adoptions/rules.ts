import {
  AdoptionStatus,
  type DecidingBody,
  type Obligation,
  type PriceModel,
  type SolutionKind,
} from "@/lib/core/generated/prisma/enums";

export { AdoptionStatus, type DecidingBody };

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

export function toStatusGroup(status: AdoptionStatus): StatusGroup {
  return groupOf[status];
}

/** Steps forward on the road (domain: "Transitions"). ON_HOLD is left towards where it came from. */
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

export function canTransition(position: Position, to: AdoptionStatus, solution: SolutionTraits): boolean {
  return nextStatuses(position, solution).includes(to);
}

/** Where a new adoption starts: a statutory solution is not a matter of interest. */
export function firstStatus({ obligation }: Pick<SolutionTraits, "obligation">): AdoptionStatus {
  return obligation === "STATUTORY" ? "CONNECTING" : "INTERESTED";
}

/** After these a gemeente may start again, in a new cycle. */
export function isClosed(status: AdoptionStatus): boolean {
  return status === "ENDED" || status === "DECLINED" || status === "NOT_APPLICABLE";
}

/** The states that a correction may go back to: any other one on the road, never a new fact forward. */
export function correctableStatuses({ status, resumeStatus }: Position): AdoptionStatus[] {
  const road: AdoptionStatus[] = [
    "INTERESTED",
    "EXPLORING",
    "DECIDING",
    "COMMITTED",
    "CONNECTING",
    "PILOT",
    "IN_USE",
    "PHASING_OUT",
  ];
  const reached = road.indexOf(status === "ON_HOLD" && resumeStatus ? resumeStatus : status);
  return reached === -1 ? road : road.slice(0, reached);
}

/** Weighty steps need a second person of the gemeente. */
export function needsSecondPerson(to: AdoptionStatus): boolean {
  return to === "COMMITTED" || to === "DECLINED";
}

export const stepFields = [
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

/** What each state asks for when it is entered (domain: "needed to enter"); the date is always asked. */
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
  const [first] = steps;
  if (!first) throw new Error("a history has at least one step");
  let standing: Standing = {
    status: first.to,
    since: first.occurredOn,
    resumeStatus: null,
    interestedOn: null,
    committedOn: null,
    inUseOn: null,
    endedOn: null,
  };
  for (const step of steps) standing = enter(standing, step);
  return standing;
}

const milestoneOf: Partial<Record<AdoptionStatus, "interestedOn" | "committedOn" | "inUseOn" | "endedOn">> = {
  INTERESTED: "interestedOn",
  COMMITTED: "committedOn",
  IN_USE: "inUseOn",
  ENDED: "endedOn",
};

/** The standing after one more step; a correction back erases the milestones it undoes. */
export function enter(standing: Standing, { to, occurredOn }: Step): Standing {
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
