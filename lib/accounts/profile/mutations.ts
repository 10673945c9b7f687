import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import { inTransaction } from "@/lib/core/db";
import { requirePermission } from "@/lib/core/errors";
import type { Viewer } from "@/lib/core/roles";
import { canChangeProfile } from "./policy";
import type { ProfileInput } from "./schema";

/** Changes the name and function of the viewer. The audit tells which of them, not what they became. */
export async function saveProfile(viewer: Viewer, { name, functionTitle }: ProfileInput): Promise<void> {
  requirePermission(canChangeProfile(viewer), viewer);
  const { id } = viewer.user;
  await inTransaction(async (tx) => {
    const former = await tx.user.findUniqueOrThrow({
      where: { id },
      select: { name: true, functionTitle: true },
    });
    const fields = [
      ...(former.name === name ? [] : ["name"]),
      ...((former.functionTitle ?? "") === functionTitle ? [] : ["functionTitle"]),
    ];
    if (fields.length === 0) return;
    await tx.user.update({ where: { id }, data: { name, functionTitle: functionTitle || null } });
    const subject = { subjectType: "User", subjectId: id } as const;
    await recordAudit(tx, viewer, { action: "user.changed", ...subject, detail: { fields } });
  });
}
