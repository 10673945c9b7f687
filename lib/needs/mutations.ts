import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import { inTransaction } from "@/lib/core/db";
import { requirePermission } from "@/lib/core/errors";
import type { Viewer } from "@/lib/core/roles";
import { canSubmitNeed } from "./policy";
import type { NeedInput } from "./schema";

/** Leaves a need of the viewer's gemeente. Errors: forbidden. */
export async function submitNeed(viewer: Viewer, input: NeedInput): Promise<void> {
  await inTransaction(async (tx) => {
    requirePermission(canSubmitNeed(viewer), viewer);
    const { user, organisation } = viewer;
    const data = { ...input, gemeenteId: organisation.id, authorId: user.id, isDemo: user.isDemo };
    const { id } = await tx.need.create({ data, select: { id: true } });
    await recordAudit(tx, viewer, { action: "need.submitted", subjectType: "Need", subjectId: id });
  });
}
