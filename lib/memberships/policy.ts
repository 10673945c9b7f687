import type { OrganisationKind, Role } from "@/lib/core/generated/prisma/enums";
import { hasRole, hasRoleIn, isMember, type Member, type Viewer } from "@/lib/core/roles";
import { isPlatformRole, listRoles } from "./rules";

// Who decides about whom. Every role counts in the organisation that somebody acts for, and a
// supplier's administrator is one like any other: of their own people.

export type OrganisationScope = { id: string; kind: OrganisationKind; hasAdmin: boolean };
type Grant = {
  organisation: OrganisationScope;
  role: Role;
  /** Who gets the role; null for a mail address that is invited. */
  userId: string | null;
};

/** Does the viewer run the platform? */
export function isPlatformAdmin(viewer: Viewer): viewer is Member {
  return hasRole(viewer, "PLATFORM_ADMIN");
}

/** May the viewer see and change who has what in this organisation? */
export function canManageMembers(viewer: Viewer, organisation: { id: string }): viewer is Member {
  return hasRoleIn(viewer, organisation.id, "ORGANISATION_ADMIN");
}

/** Whom to ask is known to everybody of the organisation itself: its administrators and managers. */
export function canSeeContacts(viewer: Viewer, organisation: { id: string }): viewer is Member {
  return isMember(viewer) && viewer.organisation.id === organisation.id;
}

/** Anybody who is signed in may ask to take part; asking gives nothing. */
export function canAsk(viewer: Viewer): viewer is Viewer & { user: Member["user"] } {
  return viewer.user !== null;
}

/** The administrator answers, or the platform while there is none; nobody answers their own question. */
export function canDecideRequest(
  viewer: Viewer,
  { organisation, userId }: { organisation: OrganisationScope; userId: string },
): viewer is Member {
  return viewer.user?.id !== userId && canDecideFor(viewer, organisation);
}

/**
 * May the viewer give this role? Only where the role exists, and never to themselves. Roles of the
 * platform come from the platform; those of an organisation from its administrator, or from the
 * platform while there is none.
 */
export function canGive(viewer: Viewer, { organisation, role, userId }: Grant): viewer is Member {
  if (!listRoles(organisation.kind).includes(role) || viewer.user?.id === userId) return false;
  return isPlatformRole(role) ? isPlatformAdmin(viewer) : canDecideFor(viewer, organisation);
}

/** May the viewer take this role away? Whoever decides about giving it; and whoever holds it may lay it down. */
export function canTake(viewer: Viewer, { organisation, role, userId }: Grant): viewer is Member {
  if (isMember(viewer) && viewer.user.id === userId) return viewer.organisation.id === organisation.id;
  if (isPlatformRole(role)) return isPlatformAdmin(viewer);
  return canDecideFor(viewer, organisation);
}

/** The administrator decides, or the platform while there is none. */
function canDecideFor(viewer: Viewer, organisation: OrganisationScope): viewer is Member {
  return canManageMembers(viewer, organisation) || (isPlatformAdmin(viewer) && !organisation.hasAdmin);
}

/** The roles of somebody that the viewer may change: to give those not held, to take those that are. */
export function listChangeable(
  viewer: Viewer,
  {
    organisation,
    userId,
    roles,
  }: Omit<Grant, "role" | "userId"> & { userId: string; roles: readonly Role[] },
): Role[] {
  return listRoles(organisation.kind).filter((role) => {
    const grant = { organisation, role, userId };
    if (role === "MEMBER") return false;
    return roles.includes(role) ? canTake(viewer, grant) : canGive(viewer, grant);
  });
}

/** May the viewer shut out a colleague, for a while or for good? Not themselves: they leave. */
export function canRemove(
  viewer: Viewer,
  { organisation, userId }: { organisation: { id: string }; userId: string },
): viewer is Member {
  return canManageMembers(viewer, organisation) && viewer.user.id !== userId;
}

/** Disabling somebody everywhere is for the platform, and never oneself. */
export function canDisable(viewer: Viewer, userId: string): viewer is Member {
  return isPlatformAdmin(viewer) && viewer.user.id !== userId;
}

/** Only the person that was invited, by their address; whoever invited does not come in by it themselves. */
export function canAccept(
  viewer: Viewer,
  { email, invitation }: { email: string; invitation: { email: string; invitedById: string | null } },
): viewer is Viewer & { user: Member["user"] } {
  if (!viewer.user || viewer.user.id === invitation.invitedById) return false;
  return email.toLowerCase() === invitation.email;
}
