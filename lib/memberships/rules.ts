import type { OrganisationKind, Role } from "@/lib/core/generated/prisma/enums";

/** Roles over the whole platform: given by a platform admin alone, never asked for. */
export const platformRoles = ["MODERATOR", "PLATFORM_ADMIN"] as const satisfies Role[];

/** From least to most; everybody in an organisation is a MEMBER, whatever more they are. */
export const everyRole: readonly Role[] = [
  "MEMBER",
  "MANAGER",
  "COORDINATOR",
  "ORGANISATION_ADMIN",
  "MODERATOR",
  "PLATFORM_ADMIN",
];

export function isPlatformRole(role: Role): boolean {
  return platformRoles.some((one) => one === role);
}

/**
 * The roles that exist in an organisation of this kind (docs/domain.md, "Rollen"). Adoptions are of a
 * gemeente, so only there is a MANAGER. Any party may provide a facility, so each can have a
 * COORDINATOR. A supplier never judges or governs what others publish.
 */
export function listRoles(kind: OrganisationKind): Role[] {
  return everyRole.filter((role) => {
    if (role === "MANAGER") return kind === "GEMEENTE";
    return kind !== "LEVERANCIER" || !isPlatformRole(role);
  });
}

/** What somebody may ask for in an organisation of this kind. */
export function listRequestableRoles(kind: OrganisationKind): Role[] {
  return listRoles(kind).filter((role) => !isPlatformRole(role));
}

/** The rows that stand for these roles: being a member comes with each. */
export function withMember(roles: readonly Role[]): Role[] {
  return everyRole.filter((role) => role === "MEMBER" || roles.includes(role));
}
