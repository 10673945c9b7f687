import type { OrganisationKind, Role } from "./generated/prisma/enums";

export type Person = { id: string; name: string | null; isDemo: boolean };
export type ViewerOrganisation = { id: string; slug: string; name: string; kind: OrganisationKind };

/**
 * Where a request comes from: a shortened address, the id under which it is logged, and what the browser
 * calls itself in two words (see core/device).
 */
export type Origin = { address: string | null; requestId: string | null; device?: string };

/** Who looks, and on whose behalf. `roles` are those in the active organisation only. */
export type Viewer = {
  user: Person | null;
  organisation: ViewerOrganisation | null;
  roles: Role[];
  /** Every organisation this person may act for. */
  organisations: ViewerOrganisation[];
  /** Roles that do not count until a second factor is proven in this session. */
  withheldRoles?: Role[];
  /** When this person last proved in this session who they are: with a second factor, or by signing in if they have none. */
  provenAt?: Date;
  /** Whether there is a second factor to prove with. */
  hasSecondFactor?: boolean;
  sessionId?: string;
  origin?: Origin;
};

/** A viewer that is proven to be signed in and to act for an organisation. */
export type Member = Viewer & { user: Person; organisation: ViewerOrganisation };

export const visitor: Viewer = { user: null, organisation: null, roles: [], organisations: [] };

/** Is the viewer a person of the demonstration? What they make goes with it. */
export function isDemo({ user }: Viewer): boolean {
  return user?.isDemo ?? false;
}

/** Roles that only count with a second factor; people of the demonstration do without. */
export function needsSecondFactor(role: Role): boolean {
  return role !== "MEMBER";
}

/** How long a proof counts for the steps that are worth most to a thief, in seconds: fifteen minutes. */
export const freshProofLifetime = 15 * 60;

/** Did this person prove who they are a moment ago? People of the demonstration have nothing to prove. */
export function hasFreshProof({ user, provenAt }: Viewer, now = new Date()): boolean {
  if (!user) return false;
  return (
    user.isDemo || (provenAt !== undefined && now.getTime() - provenAt.getTime() <= freshProofLifetime * 1000)
  );
}

/** Is this person signed in, with a role in the organisation they act for? */
export function isMember(viewer: Viewer): viewer is Member {
  return viewer.user !== null && viewer.organisation !== null && viewer.roles.length > 0;
}

/** Is this person a member of some gemeente, now acting for it? */
export function isGemeenteMember(viewer: Viewer): viewer is Member {
  return isMember(viewer) && viewer.organisation.kind === "GEMEENTE";
}

/** Suppliers never learn which gemeente uses what: acquisition is not what this is for. */
export function isSupplier(viewer: Viewer): boolean {
  return viewer.organisation?.kind === "LEVERANCIER";
}

/** Has the viewer one of these roles in the organisation they act for, whichever that is? */
export function hasRole(viewer: Viewer, ...roles: Role[]): viewer is Member {
  return isMember(viewer) && viewer.roles.some((role) => roles.includes(role));
}

/** Has the viewer one of these roles in this organisation, and acts for it? */
export function hasRoleIn(viewer: Viewer, organisationId: string, ...roles: Role[]): viewer is Member {
  return hasRole(viewer, ...roles) && viewer.organisation.id === organisationId;
}
