import type { Role } from "@/lib/core/generated/prisma/enums";
import { hasRole, needsSecondFactor, type Person, type Viewer } from "@/lib/core/roles";
import { isPlatformRole } from "@/lib/memberships/rules";

/** A viewer who can have second factors, in a session in which they can be proven. */
export type Owner = Viewer & { user: Person; sessionId: string };

/** People of the demonstration do without: anybody can be them, and would lock the others out. */
export function canHaveSecondFactor(viewer: Viewer): viewer is Owner {
  return viewer.user !== null && !viewer.user.isDemo && viewer.sessionId !== undefined;
}

/** Whose second factors would be removed: where they work and as what, disabled memberships left out. */
export type Holder = { id: string; isDemo: boolean; memberships: { organisationId: string; role: Role }[] };

/** Is this somebody whom the viewer, as an admin, may know of: a colleague, or anybody for the platform? */
export function isWithinReach(viewer: Viewer, { memberships }: Pick<Holder, "memberships">): boolean {
  if (hasRole(viewer, "PLATFORM_ADMIN")) return true;
  return (
    hasRole(viewer, "ORGANISATION_ADMIN") &&
    memberships.some(({ organisationId }) => organisationId === viewer.organisation.id)
  );
}

/**
 * May the viewer remove every second factor of somebody who lost them? The admin of an organisation may
 * for who has rights there only; else an admin of one organisation opens the door of another. Nobody may
 * for themselves, and nobody of the demonstration for a real person.
 */
export function canResetSecondFactors(viewer: Viewer, holder: Holder): boolean {
  if (!viewer.user || viewer.user.isDemo || holder.isDemo || holder.id === viewer.user.id) return false;
  if (!isWithinReach(viewer, holder)) return false;
  return hasRole(viewer, "PLATFORM_ADMIN") || holder.memberships.every((each) => isOnlyHere(viewer, each));
}

function isOnlyHere({ organisation }: Viewer, { organisationId, role }: Holder["memberships"][number]) {
  return !isPlatformRole(role) && (organisationId === organisation?.id || !needsSecondFactor(role));
}
