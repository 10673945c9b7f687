import "server-only";
import type { recordAudit } from "@/lib/audit/mutations";
import type { Transaction } from "@/lib/core/db";
import { DomainError } from "@/lib/core/errors";
import type { Role } from "@/lib/core/generated/prisma/enums";
import type { Viewer } from "@/lib/core/roles";
import { type LockedOrganisation, refuseLastAdmin, refuseLastPlatformAdmin } from "../locks/mutations";
import { type Letter, tellUser } from "../mail/mutations";
import { sortRoles, withMember } from "../rules";
import { endSessionsOf } from "../sessions/mutations";

/** A trace to leave, as the last statement of the transaction: traces wait for other writers. */
export type AuditedChange = Parameters<typeof recordAudit>[2];

type Pair = { organisation: LockedOrganisation; userId: string };
type Grant = Pair & { roles: readonly Role[] };

/** One person in one organisation, and what they have there now. */
export type Held = Pair & {
  roles: Role[];
  isSuspended: boolean;
  /** Given by somebody real: nobody of the demonstration takes it away. */
  isReal: boolean;
};

/** Takes everything away that somebody has in an organisation; tells them and gives the trace. */
export async function removeMember(
  tx: Transaction,
  held: Held,
  action: "membership.ended" | "membership.left",
): Promise<AuditedChange> {
  const { userId, organisation } = held;
  await refuseLast(tx, held);
  await tx.membership.deleteMany({ where: whereOf(held) });
  await tx.user.updateMany({
    where: { id: userId, activeOrganisationId: organisation.id },
    data: { activeOrganisationId: null },
  });
  if (action === "membership.ended") await endSessionsOf(tx, userId);
  await tell(tx, held, { kind: action === "membership.ended" ? "ended" : "left" });
  return traceOf(action, held);
}

/** What somebody has in an organisation. Error: not-found when they are not in it. */
export async function readHeld(
  tx: Transaction,
  organisation: LockedOrganisation,
  userId: string,
): Promise<Held> {
  const rows = await tx.membership.findMany({
    where: { userId, organisationId: organisation.id },
    select: { role: true, disabledAt: true, isDemo: true },
  });
  if (rows.length === 0) throw new DomainError("not-found", "notFound");
  return {
    organisation,
    userId,
    roles: sortRoles(rows.map(({ role }) => role)),
    isSuspended: rows.every(({ disabledAt }) => disabledAt !== null),
    isReal: rows.some((row) => !row.isDemo),
  };
}

/**
 * Adds roles, and being a member with them; what is held already stays. What a person of the
 * demonstration gives goes with the demonstration: `isFromDemo`.
 */
export async function giveRoles(tx: Transaction, grant: Grant & { isFromDemo: boolean }): Promise<void> {
  const { userId, roles, isFromDemo } = grant;
  if (roles.length === 0) return;
  const user = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { isDemo: true } });
  const isDemo = user.isDemo || isFromDemo;
  await tx.membership.createMany({
    data: withMember(roles).map((role) => ({ ...whereOf(grant), role, isDemo })),
    skipDuplicates: true,
  });
}

/** Takes roles away; whoever has nothing left is a member still. Ends the sessions, unless it is their own choice. */
export async function takeRoles(tx: Transaction, taker: Viewer, grant: Grant) {
  const { userId, roles } = grant;
  if (roles.length === 0) return;
  await refuseLast(tx, grant);
  await keepMember(tx, grant);
  await tx.membership.deleteMany({ where: { ...whereOf(grant), role: { in: [...roles] } } });
  if (taker.user?.id !== userId) await endSessionsOf(tx, userId);
}

/** The traces of a change of roles: what was given apart from what was taken. */
export function auditRoles({
  organisation,
  userId,
  given,
  taken,
}: Pair & { given: readonly Role[]; taken: readonly Role[] }): AuditedChange[] {
  const about = { organisation, userId };
  return [
    ...(given.length > 0 ? [traceOf("membership.roleGiven", { ...about, roles: given })] : []),
    ...(taken.length > 0 ? [traceOf("membership.roleTaken", { ...about, roles: taken })] : []),
  ];
}

/** The trace of a change for one person. */
export function traceOf(
  action: AuditedChange["action"],
  { organisation, userId, roles }: Grant,
): AuditedChange {
  const detail = { organisationId: organisation.id, roles: [...roles] };
  return { action, subjectType: "User", subjectId: userId, detail };
}

/** Refuses what would leave colleagues, or the platform, without an administrator. */
export async function refuseLast(tx: Transaction, { organisation, userId, roles }: Grant): Promise<void> {
  if (roles.includes("ORGANISATION_ADMIN")) refuseLastAdmin(organisation, userId);
  if (roles.includes("PLATFORM_ADMIN")) await refuseLastPlatformAdmin(tx, userId);
}

/** A row for being a member, for whoever had only a row for something more. */
export async function keepMember(tx: Transaction, { organisation, userId }: Pair): Promise<void> {
  const user = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { isDemo: true } });
  await tx.membership.createMany({
    data: { userId, organisationId: organisation.id, role: "MEMBER", isDemo: user.isDemo },
    skipDuplicates: true,
  });
}

/** The rows of one person in one organisation. */
export function whereOf({ organisation, userId }: Pair) {
  return { userId, organisationId: organisation.id };
}

/** Tells the person what changed for them. */
export async function tell(
  tx: Transaction,
  { organisation, userId }: Pair,
  letter: Omit<Letter, "organisation">,
): Promise<void> {
  await tellUser(tx, userId, { ...letter, organisation: organisation.name });
}
