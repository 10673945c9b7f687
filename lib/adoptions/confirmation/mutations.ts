import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import { toDate, today } from "@/lib/core/dates";
import { inTransaction } from "@/lib/core/db";
import { DomainError, refuseDemoOnReal, requirePermission } from "@/lib/core/errors";
import { isGemeenteMember, type Viewer } from "@/lib/core/roles";
import { canMove } from "../policy";
import type { ConfirmStillInput } from "./schema";

/**
 * The gemeente says that what it recorded about these adoptions is still right, as of today: that is no
 * step, so the history and the version of open forms stay. Errors: forbidden, not-found when one of them
 * is not of this gemeente.
 */
export async function confirmStill(viewer: Viewer, { ids }: ConfirmStillInput): Promise<void> {
  const mayConfirm = isGemeenteMember(viewer) && canMove(viewer, { gemeenteId: viewer.organisation.id });
  requirePermission(mayConfirm, viewer);
  const gemeenteId = viewer.organisation.id;
  const asked = [...new Set(ids)];
  await inTransaction(async (tx) => {
    const changed = await tx.adoption.updateManyAndReturn({
      where: { id: { in: asked }, gemeenteId },
      data: { confirmedOn: toDate(today()) },
      select: { isDemo: true },
    });
    if (changed.length < asked.length) throw new DomainError("not-found", "notFound");
    refuseDemoOnReal(
      viewer,
      changed.some(({ isDemo }) => !isDemo),
    );
    const [id = "", ...more] = asked;
    const isOne = more.length === 0;
    await recordAudit(tx, viewer, {
      action: "adoption.confirmed",
      subjectType: isOne ? "Adoption" : "Portfolio",
      subjectId: isOne ? id : gemeenteId,
      detail: isOne ? {} : { adoptionIds: asked },
    });
  });
}
