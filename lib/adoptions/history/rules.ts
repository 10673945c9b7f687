import type { AdoptionStatus, SolutionTraits } from "../rules";

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
