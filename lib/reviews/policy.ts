import { hasRole, hasRoleIn, isGemeenteMember, type Viewer } from "@/lib/core/roles";

type OfProvider = { providerId: string };

/** Does the viewer belong to the provider, also when now acting for another organisation? */
export function isOwnSolution(viewer: Viewer, { providerId }: OfProvider): boolean {
  return viewer.organisations.some(({ id }) => id === providerId);
}

/** Members of a gemeente give an oordeel, but never on a solution of their own. */
export function canReview(viewer: Viewer, solution: OfProvider): boolean {
  return isGemeenteMember(viewer) && !isOwnSolution(viewer, solution);
}

/** The manager speaks for the gemeente; what a colleague writes is a remark that never counts. */
export function isOfficialReviewer(viewer: Viewer): boolean {
  return isGemeenteMember(viewer) && hasRole(viewer, "MANAGER");
}

type Answerable = { reply: string | null; isDemo: boolean; solution: OfProvider };

/**
 * A coordinator of the provider answers an oordeel, once. An invented coordinator answers invented
 * oordelen only, so that removing the demonstration leaves nothing behind.
 */
export function canAnswer(viewer: Viewer, { reply, isDemo, solution }: Answerable): boolean {
  return (
    reply === null && hasRoleIn(viewer, solution.providerId, "COORDINATOR") && (isDemo || !viewer.user.isDemo)
  );
}
