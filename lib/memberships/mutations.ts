import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import type { Transaction } from "@/lib/core/db";
import { visitor } from "@/lib/core/roles";
import { tellDeciders } from "./mail/mutations";

/**
 * Asks on behalf of somebody who just signed in for the first time through their organisation's own
 * provider: an open request, no rights. Asks once: whoever is in, was in, or was refused is left as
 * they are. Tells whether it asked.
 */
export async function requestMembershipAtSignIn(
  tx: Transaction,
  { userId, organisationId }: { userId: string; organisationId: string },
): Promise<boolean> {
  if (await isKnown(tx, { userId, organisationId })) return false;
  const user = await tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: { id: true, name: true, isDemo: true },
  });
  const organisation = await tx.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { name: true },
  });
  // Two browsers that sign in at once leave one request.
  const [asked] = await tx.membershipRequest.createManyAndReturn({
    data: { userId, organisationId, isDemo: user.isDemo },
    skipDuplicates: true,
    select: { id: true },
  });
  if (!asked) return false;
  await tellDeciders(tx, organisationId, {
    kind: "asked",
    organisation: organisation.name,
    detail: user.name ?? "",
    path: "/organisatie",
  });
  await recordAudit(
    tx,
    { ...visitor, user },
    {
      action: "membership.requested",
      subjectType: "MembershipRequest",
      subjectId: asked.id,
      detail: { organisationId, role: "MEMBER" },
    },
  );
  return true;
}

type Pair = { userId: string; organisationId: string };

/** Did this person ever ask, or are they in, suspended or not? */
async function isKnown(tx: Transaction, pair: Pair): Promise<boolean> {
  return (
    (await tx.membership.count({ where: pair })) > 0 ||
    (await tx.membershipRequest.count({ where: pair })) > 0
  );
}
