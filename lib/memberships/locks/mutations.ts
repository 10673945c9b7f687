import "server-only";
import { inTransaction, type Transaction } from "@/lib/core/db";
import { DomainError, requirePermission } from "@/lib/core/errors";
import type { OrganisationKind, Role } from "@/lib/core/generated/prisma/enums";
import type { Viewer } from "@/lib/core/roles";
import { isLastAdmin } from "../rules";

/** An organisation whose people nobody else changes until this transaction ends. */
export type LockedOrganisation = {
  id: string;
  slug: string;
  name: string;
  kind: OrganisationKind;
  hasAdmin: boolean;
  adminIds: string[];
  memberIds: string[];
};

type Frame = { tx: Transaction; organisation: LockedOrganisation };

/**
 * The frame of every change of who has what in an organisation: one at a time, so that two
 * administrators who leave at the same moment do not both succeed. Errors: not-found; forbidden when
 * the viewer lost their own role while waiting.
 */
export async function changePeople<T>(
  viewer: Viewer,
  organisationId: string,
  work: (frame: Frame) => Promise<T>,
): Promise<T> {
  return inTransaction(async (tx) => {
    const organisation = await lockOrganisation(tx, organisationId);
    await requireStillHeld(tx, viewer);
    return work({ tx, organisation });
  });
}

/**
 * Takes the lock of an organisation and reads who counts in it. Errors: not-found; conflict for a gemeente that
 * merged: its people are in another.
 */
export async function lockOrganisation(tx: Transaction, id: string): Promise<LockedOrganisation> {
  const [row] = await tx.$queryRaw<Pick<LockedOrganisation, "id" | "slug" | "name" | "kind">[]>`
    SELECT "id", "slug", "name", "kind" FROM "Organisation" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  if (!row) throw new DomainError("not-found", "notFound");
  // Statements of their own, after the wait: they see what the one before has left.
  const ended = await tx.gemeente.count({ where: { organisationId: id, validTo: { not: null } } });
  if (ended > 0) throw new DomainError("conflict", "gemeenteEnded");
  const memberships = await tx.membership.findMany({
    where: { organisationId: id, disabledAt: null, user: { disabledAt: null } },
    select: { userId: true, role: true },
  });
  const adminIds = memberships.flatMap(({ userId, role }) => (role === "ORGANISATION_ADMIN" ? [userId] : []));
  const memberIds = [...new Set(memberships.map(({ userId }) => userId))];
  return { ...row, hasAdmin: adminIds.length > 0, adminIds, memberIds };
}

/** What the viewer was when the request began may be gone when its turn comes. Error: forbidden. */
export async function requireStillHeld(
  tx: Transaction,
  { user, organisation, roles }: Viewer,
): Promise<void> {
  const claimed = roles.filter((role) => role === "ORGANISATION_ADMIN" || role === "PLATFORM_ADMIN");
  if (!user || !organisation || claimed.length === 0) return;
  const held = await tx.membership.count({
    where: {
      userId: user.id,
      organisationId: organisation.id,
      role: { in: claimed },
      disabledAt: null,
      user: { disabledAt: null },
    },
  });
  requirePermission(held === claimed.length, { user });
}

/** Refuses what would leave colleagues without an administrator. */
export function refuseLastAdmin(organisation: LockedOrganisation, userId: string): void {
  if (isLastAdmin(userId, organisation)) throw new DomainError("invalid", "lastAdmin");
}

/** Refuses what would leave the platform without an administrator; waits for others who take the role away. */
export async function refuseLastPlatformAdmin(tx: Transaction, userId: string): Promise<void> {
  const role: Role = "PLATFORM_ADMIN";
  await tx.$queryRaw`SELECT "id" FROM "Membership" WHERE "role" = ${role}::"Role" ORDER BY "id" FOR UPDATE`;
  const holders = await tx.membership.findMany({
    where: { role, disabledAt: null, user: { disabledAt: null } },
    select: { userId: true },
  });
  const ids = holders.map((holder) => holder.userId);
  if (ids.includes(userId) && ids.every((id) => id === userId)) {
    throw new DomainError("invalid", "lastPlatformAdmin");
  }
}
