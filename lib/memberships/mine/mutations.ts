import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import { inTransaction } from "@/lib/core/db";
import { DomainError, requirePermission } from "@/lib/core/errors";
import type { Viewer } from "@/lib/core/roles";
import { readHeld, removeMember } from "../grants/mutations";
import { changePeople } from "../locks/mutations";
import { canAsk } from "../policy";

/**
 * Leaves an organisation, with every role there, also while suspended. Errors: unauthenticated,
 * not-found (not in it), invalid (the last administrator while others are in it).
 */
export async function leaveOrganisation(
  viewer: Viewer,
  { organisationId }: { organisationId: string },
): Promise<void> {
  requirePermission(canAsk(viewer), viewer);
  await changePeople(viewer, organisationId, async ({ tx, organisation }) => {
    const held = await readHeld(tx, organisation, viewer.user.id);
    await recordAudit(tx, viewer, await removeMember(tx, held, "membership.left"));
  });
}

/** Acts for another of my organisations from the next request on. Error: not-found when I am not in it. */
export async function switchOrganisation(
  viewer: Viewer,
  { organisationId }: { organisationId: string },
): Promise<void> {
  requirePermission(canAsk(viewer), viewer);
  const { id: userId } = viewer.user;
  await inTransaction(async (tx) => {
    const isIn = (await tx.membership.count({ where: { userId, organisationId, disabledAt: null } })) > 0;
    if (!isIn) throw new DomainError("not-found", "notFound");
    await tx.user.update({ where: { id: userId }, data: { activeOrganisationId: organisationId } });
    await recordAudit(tx, viewer, {
      action: "membership.switched",
      subjectType: "User",
      subjectId: userId,
      detail: { organisationId },
    });
  });
}
