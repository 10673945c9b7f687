import type { AdoptionStatus, SolutionTraits } from "../rules";

// What a history proves: pure, from its events.

/** Is the reason of this step published? Who enters it is told so when it is asked. */
export function isPublicReason(to: AdoptionStatus, { obligation }: SolutionTraits): boolean {
  return to === "DECLINED" && obligation === "COMPLY_OR_EXPLAIN";
}
