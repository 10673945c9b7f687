import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import { inTransaction } from "@/lib/core/db";
import { DomainError, requireFreshProof, requirePermission } from "@/lib/core/errors";
import type { Viewer } from "@/lib/core/roles";
import { erasePerson } from "./erasure/mutations";
import { canEraseThemselves, canSeeOwnData } from "./policy";
import { isConfirmation } from "./rules";
import type { EraseInput } from "./schema";

/**
 * Erases the viewer, everywhere and for good. Errors: unauthenticated; forbidden (a person of the
 * demonstration, or no proof of a moment ago); invalid (another address typed, or the last administrator).
 */
export async function eraseMyself(
  viewer: Viewer,
  { confirmation }: EraseInput,
  now = new Date(),
): Promise<void> {
  if (viewer.user?.isDemo) throw new DomainError("forbidden", "demoPersonStays");
  requirePermission(canEraseThemselves(viewer), viewer);
  requireFreshProof(viewer, now);
  const { id } = viewer.user;
  await inTransaction(async (tx) => {
    const { email } = await tx.user.findUniqueOrThrow({ where: { id }, select: { email: true } });
    if (!isConfirmation(confirmation, email)) throw new DomainError("invalid", "otherAddress");
    await erasePerson(tx, viewer, id, now);
  });
}

/** That somebody fetched what is known about them; before they get it. Error: unauthenticated. */
export async function recordDownload(viewer: Viewer, format: "json" | "csv"): Promise<void> {
  requirePermission(canSeeOwnData(viewer), viewer);
  const { id: subjectId } = viewer.user;
  await inTransaction((tx) =>
    recordAudit(tx, viewer, {
      action: "person.downloaded",
      subjectType: "User",
      subjectId,
      detail: { format },
    }),
  );
}
