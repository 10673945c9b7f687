import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import { inTransaction, type Transaction } from "@/lib/core/db";
import { DomainError, requireFreshProof, requirePermission } from "@/lib/core/errors";
import { hasRole, type Viewer } from "@/lib/core/roles";
import { tellOwner } from "../mail/mutations";
import { canHaveSecondFactor, canResetSecondFactors, type Holder, isWithinReach } from "../policy";
import { lockOwner } from "../setup/mutations";

/**
 * Removes every second factor and recovery code of somebody who lost them, and ends their sessions: who
 * has the lost device is out. They sign in and set up a new one; a mail tells them. Errors: forbidden, also
 * without a fresh proof, or (resetElsewhere) for who has rights in another organisation too; not-found,
 * also for who is no colleague; invalid: nothingToReset.
 */
export async function resetSecondFactors(viewer: Viewer, userId: string, now = new Date()): Promise<void> {
  requirePermission(
    canHaveSecondFactor(viewer) && hasRole(viewer, "ORGANISATION_ADMIN", "PLATFORM_ADMIN"),
    viewer,
  );
  await inTransaction(async (tx) => {
    await lockOwner(tx, userId);
    const holder = await findHolder(tx, userId);
    if (!holder || !isWithinReach(viewer, holder)) throw new DomainError("not-found", "notFound");
    if (!canResetSecondFactors(viewer, holder)) throw new DomainError("forbidden", "resetElsewhere");
    requireFreshProof(viewer, now);
    const factors = await tx.secondFactor.deleteMany({ where: { userId } });
    if (factors.count === 0) throw new DomainError("invalid", "nothingToReset");
    await tx.recoveryCode.deleteMany({ where: { userId } });
    const sessions = await tx.session.deleteMany({ where: { userId } });
    await tellOwner(tx, userId, { key: "reset" });
    await recordAudit(tx, viewer, {
      action: "secondFactor.reset",
      subjectType: "User",
      subjectId: userId,
      detail: { factors: factors.count, sessions: sessions.count },
    });
  });
}

function findHolder(tx: Transaction, id: string): Promise<Holder | null> {
  return tx.user.findUnique({
    where: { id },
    select: {
      id: true,
      isDemo: true,
      memberships: { where: { disabledAt: null }, select: { organisationId: true, role: true } },
    },
  });
}
