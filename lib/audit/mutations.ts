import "server-only";
import type { Transaction } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/generated/prisma/client";
import type { Viewer } from "@/lib/core/roles";
import type { AuditAction } from "./schema";

type Subject = {
  action: AuditAction;
  subjectType:
    | "Adoption"
    | "AdoptionProposal"
    | "Invitation"
    | "MembershipRequest"
    | "Review"
    | "RightsReview"
    | "SecondFactor"
    | "Session"
    | "Solution"
    | "User";
  subjectId: string;
  /** What changed, without personal data. */
  detail?: Prisma.InputJsonObject;
};

/** Leaves the trace of one change, in the transaction of that change: no change without it. */
export async function recordAudit(tx: Transaction, viewer: Viewer, subject: Subject): Promise<void> {
  await tx.auditEvent.create({
    data: {
      ...subject,
      detail: subject.detail ?? {},
      actorId: viewer.user?.id ?? null,
      organisationId: viewer.organisation?.id ?? null,
      isDemo: viewer.user?.isDemo ?? false,
    },
  });
}
