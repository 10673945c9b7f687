import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import { inTransaction, type Transaction } from "@/lib/core/db";
import { DomainError, refuseDemoOnReal, requireFreshProof, requirePermission } from "@/lib/core/errors";
import type { Viewer } from "@/lib/core/roles";
import type { AuditedChange } from "../grants/mutations";
import { refuseLastPlatformAdmin, requireStillHeld } from "../locks/mutations";
import { tellUser } from "../mail/mutations";
import { canDisable } from "../policy";
import { endSessionsOf } from "../sessions/mutations";

/**
 * Shuts somebody out everywhere: every session ends and nobody can sign in as them. Errors: forbidden,
 * not-found, conflict (disabled already), invalid (the last administrator of the platform).
 */
export async function disableUser(viewer: Viewer, { userId }: { userId: string }): Promise<void> {
  requirePermission(canDisable(viewer, userId), viewer);
  requireFreshProof(viewer);
  await inTransaction(async (tx) => {
    await refuseLastPlatformAdmin(tx, userId);
    await requireStillHeld(tx, viewer);
    await setDisabled(tx, viewer, { userId, disabledAt: new Date() });
    await endSessionsOf(tx, userId);
    await tellUser(tx, userId, { kind: "disabled", organisation: "PlusEén" });
    await recordAudit(tx, viewer, traceOf("user.disabled", userId));
  });
}

/** Lets somebody sign in again, with what they had. Errors as `disableUser`. */
export async function enableUser(viewer: Viewer, { userId }: { userId: string }): Promise<void> {
  requirePermission(canDisable(viewer, userId), viewer);
  requireFreshProof(viewer);
  await inTransaction(async (tx) => {
    await requireStillHeld(tx, viewer);
    await setDisabled(tx, viewer, { userId, disabledAt: null });
    await tellUser(tx, userId, { kind: "enabled", organisation: "PlusEén" });
    await recordAudit(tx, viewer, traceOf("user.enabled", userId));
  });
}

async function setDisabled(
  tx: Transaction,
  viewer: Viewer,
  { userId, disabledAt }: { userId: string; disabledAt: Date | null },
): Promise<void> {
  const user = await tx.user.findUnique({ where: { id: userId }, select: { isDemo: true } });
  if (!user) throw new DomainError("not-found", "notFound");
  refuseDemoOnReal(viewer, !user.isDemo);
  const { count } = await tx.user.updateMany({
    where: { id: userId, disabledAt: disabledAt ? null : { not: null } },
    data: { disabledAt },
  });
  if (count === 0) throw new DomainError("conflict", "userChanged");
}

function traceOf(action: "user.disabled" | "user.enabled", userId: string): AuditedChange {
  return { action, subjectType: "User", subjectId: userId };
}
