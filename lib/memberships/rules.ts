import { monthsBetween } from "@/lib/core/dates";
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

/** Roles in their fixed order, each once. */
export function sortRoles(roles: readonly Role[]): Role[] {
  return everyRole.filter((role) => roles.includes(role));
}

/** What people read: what somebody is beside being a member, or that they are just that. */
export function listShownRoles(roles: readonly Role[]): Role[] {
  const more = sortRoles(roles).filter((role) => role !== "MEMBER");
  return more.length > 0 ? more : ["MEMBER"];
}

/** The rows that stand for these roles: being a member comes with each. */
export function withMember(roles: readonly Role[]): Role[] {
  return sortRoles(["MEMBER", ...roles]);
}

/** How long an invitation can be accepted, in days. */
export const invitationDays = 14;

/** When an invitation that is sent now expires. */
export function expiryOf(now: Date): Date {
  return new Date(now.getTime() + invitationDays * 86_400_000);
}

export type InvitationState = "open" | "expired" | "accepted" | "withdrawn";

type InvitationDates = { expiresAt: Date; acceptedAt: Date | null; withdrawnAt: Date | null };

/** What became of an invitation. */
export function stateOf({ expiresAt, acceptedAt, withdrawnAt }: InvitationDates, now: Date): InvitationState {
  if (acceptedAt) return "accepted";
  if (withdrawnAt) return "withdrawn";
  return expiresAt > now ? "open" : "expired";
}

/**
 * Must somebody go through the rights again? Twelve months after the last time, or after the first
 * person came in. Both are ISO days; null when there was none.
 */
export function isReviewDue({
  last,
  first,
  today,
}: Record<"last" | "first", string | null> & { today: string }) {
  const from = last ?? first;
  return from !== null && monthsBetween(from, today) >= 12;
}

/**
 * The domain of a mail address as it can be compared: lower case, ASCII only. Null for anything else,
 * so that a look-alike never equals (docs/domain.md, "Rollen": a domain suggests, it gives no rights).
 */
export function domainOf(email: string): string | null {
  const at = email.lastIndexOf("@");
  const domain = email.slice(at + 1).toLowerCase();
  return at > 0 && /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain) ? domain : null;
}

/** Would the organisation be without an administrator, while others still depend on one? */
export function isLastAdmin(
  userId: string,
  { adminIds, memberIds }: { adminIds: readonly string[]; memberIds: readonly string[] },
): boolean {
  const isOnly = adminIds.includes(userId) && adminIds.every((id) => id === userId);
  return isOnly && memberIds.some((id) => id !== userId);
}

/** What to give and what to take, to get from the roles somebody has to those they should have. */
export function differenceOf(held: readonly Role[], wanted: readonly Role[]) {
  return {
    given: wanted.filter((role) => !held.includes(role)),
    taken: held.filter((role) => !wanted.includes(role)),
  };
}

/** An address of which its owner recognises it and nobody else learns it: "n…@zwolle.nl". */
export function maskAddress(email: string): string {
  return `${email.slice(0, 1)}…${email.slice(email.lastIndexOf("@"))}`;
}

/** How somebody stands in an organisation. */
export function standingOf({ isDisabled, isSuspended }: { isDisabled: boolean; isSuspended: boolean }) {
  if (isDisabled) return "disabled";
  return isSuspended ? "suspended" : "active";
}
