import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import type { Transaction } from "@/lib/core/db";
import { DomainError, refuseDemoOnReal, requirePermission } from "@/lib/core/errors";
import type { Role } from "@/lib/core/generated/prisma/enums";
import { isDemo, type Member, type Viewer } from "@/lib/core/roles";
import { type AuditedChange, readHeld, removeMember } from "../grants/mutations";
import { changePeople } from "../locks/mutations";
import { canManageMembers, canRemove } from "../policy";
import { sortRoles } from "../rules";
import type { ReviewInput } from "../schema";

/** What everybody has, by user. */
type Rights = Map<string, Role[]>;

/**
 * "I went through all rights": everybody was confirmed or is out from now on, and the list is kept as it
 * was. Errors: forbidden, conflict (the list is another than the one that was read), invalid (ending oneself).
 */
export async function reviewRights(viewer: Viewer, { lines }: ReviewInput): Promise<void> {
  const { organisation: own } = viewer;
  requirePermission(own !== null && canManageMembers(viewer, own), viewer);
  await changePeople(viewer, own.id, async ({ tx, organisation }) => {
    const rights = await readRights(tx, own.id);
    refuseOtherList(rights, lines);
    const ended = lines.flatMap(({ userId, verdict }) => (verdict === "ended" ? [userId] : []));
    if (ended.includes(viewer.user.id)) throw new DomainError("invalid", "reviewEndsYou");
    const traces: AuditedChange[] = [await keepReview(tx, viewer, rights, ended)];
    for (const userId of ended) {
      requirePermission(canRemove(viewer, { organisation, userId }), viewer);
      const held = await readHeld(tx, organisation, userId);
      refuseDemoOnReal(viewer, held.isReal);
      traces.push(await removeMember(tx, held, "membership.ended"));
    }
    for (const trace of traces) await recordAudit(tx, viewer, trace);
  });
}

async function readRights(tx: Transaction, organisationId: string): Promise<Rights> {
  const rows = await tx.membership.findMany({
    where: { organisationId },
    select: { userId: true, role: true },
  });
  const rights: Rights = new Map();
  for (const { userId, role } of rows) rights.set(userId, sortRoles([...(rights.get(userId) ?? []), role]));
  return rights;
}

/** What is confirmed is what was read: nobody new, nobody gone, no role more or less. */
function refuseOtherList(rights: Rights, lines: ReviewInput["lines"]): void {
  const read = new Map(lines.map(({ userId, roles }) => [userId, roles]));
  const isSame =
    read.size === rights.size && [...rights].every(([userId, roles]) => read.get(userId) === roles.join());
  if (!isSame) throw new DomainError("conflict", "rightsChanged");
}

async function keepReview(
  tx: Transaction,
  viewer: Member,
  rights: Rights,
  ended: string[],
): Promise<AuditedChange> {
  const { id } = await tx.rightsReview.create({
    data: { organisationId: viewer.organisation.id, reviewedById: viewer.user.id, isDemo: isDemo(viewer) },
    select: { id: true },
  });
  await tx.rightsReviewLine.createMany({
    data: [...rights].map(([userId, roles]) => ({
      reviewId: id,
      userId,
      roles,
      isKept: !ended.includes(userId),
    })),
  });
  const detail = { people: rights.size, ended: ended.length };
  return { action: "rights.reviewed", subjectType: "RightsReview", subjectId: id, detail };
}
