/** Every kind of change; a closed list, so that a new one is named here first. */
export const auditActions = [
  "session.started",
  "session.ended",
  "adoption.started",
  "adoption.moved",
  "adoption.corrected",
  "adoption.visibility",
  "proposal.made",
  "proposal.confirmed",
  "proposal.rejected",
  "proposal.withdrawn",
  "review.written",
  "review.changed",
  "review.answered",
  "solution.created",
  "solution.edited",
  "solution.submitted",
  "solution.returned",
  "solution.published",
  "solution.confirmed",
  "solution.withdrawn",
  "solution.discarded",
] as const;

export type AuditAction = (typeof auditActions)[number];
