import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import type { AuditAction } from "@/lib/audit/schema";
import type { Transaction } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/generated/prisma/client";
import type { Member } from "@/lib/core/roles";

/** Leaves the trace of what belongs to an adoption, its tasks and documents; the last statement of the change. */
export function auditAdoption(
  tx: Transaction,
  member: Member,
  action: AuditAction,
  { id, solution }: { id: string; solution: { slug: string } },
  detail: Prisma.InputJsonObject,
): Promise<void> {
  return recordAudit(tx, member, {
    action,
    subjectType: "Adoption",
    subjectId: id,
    detail: { slug: solution.slug, ...detail },
  });
}
