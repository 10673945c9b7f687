import { type AdoptionStatus, type SolutionTraits, statuses } from "../rules";

// What a history proves: pure, from its events.

/** Is the reason of this step published? Who enters it is told so when it is asked. */
export function isPublicReason(to: AdoptionStatus, { obligation }: SolutionTraits): boolean {
  return to === "DECLINED" && obligation === "COMPLY_OR_EXPLAIN";
}

type DecisionEvent = {
  to: AdoptionStatus;
  isCorrection: boolean;
  /** Null for what was imported or invented: nobody of the gemeente entered it. */
  enteredBy: object | null;
  confirmedBy: object | null;
};

/** Without the decision to take part, unless the history holds it as two persons took it, or as imported. */
export function withoutUnprovenDecision(
  statuses: readonly AdoptionStatus[],
  events: readonly DecisionEvent[],
): AdoptionStatus[] {
  const isProven = events.some(
    ({ to, isCorrection, enteredBy, confirmedBy }) =>
      to === "COMMITTED" && !isCorrection && (confirmedBy !== null || enteredBy === null),
  );
  return statuses.filter((status) => status !== "COMMITTED" || isProven);
}

/** The state before the present one, past adjusted plans; the events newest last. */
export function cameFrom(events: readonly { from: AdoptionStatus | null; to: AdoptionStatus }[]) {
  return events.findLast(({ from, to }) => from !== to)?.from ?? null;
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
  if (milestone && !(standing.resumeStatus === to && entered[milestone])) entered[milestone] = occurredOn;
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
