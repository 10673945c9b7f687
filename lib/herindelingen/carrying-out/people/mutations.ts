import "server-only";
import { createTranslator } from "next-intl";
import type { Transaction } from "@/lib/core/db";
import { messages } from "@/messages";
import type { Moved } from "../../outcome/rules";
import { tellMoved } from "../mail/mutations";

/** `name` is that of the successor. */
type Moving = { ids: string[]; successorId: string; name: string; people: readonly Moved[] };

/**
 * Everybody who works for a predecessor goes to the successor, with the roles that `listMoved` says; requests and
 * sign-in by the predecessor's own provider go along, invitations end. Who was suspended stays outside. Whoever
 * moves gets a mail.
 */
export async function movePeople(tx: Transaction, { ids, successorId, name, people }: Moving): Promise<void> {
  const suspended = await tx.membership.findMany({
    where: { organisationId: successorId, disabledAt: { not: null } },
    select: { userId: true },
  });
  const outside = new Set(suspended.map(({ userId }) => userId));
  const moved = people.filter(({ userId }) => !outside.has(userId));
  await tx.membership.createMany({
    data: moved.flatMap(({ userId, given, isDemo }) =>
      given.map((role) => ({ userId, organisationId: successorId, role, isDemo })),
    ),
    skipDuplicates: true,
  });
  await tx.membership.deleteMany({ where: { organisationId: { in: ids } } });
  await tx.user.updateMany({
    where: { activeOrganisationId: { in: ids } },
    data: { activeOrganisationId: successorId },
  });
  await moveRequests(tx, ids, successorId);
  await askRoles(tx, successorId, moved);
  await moveEntrances(tx, ids, successorId);
  await tellMoved(tx, { successorId, name, people: moved });
}

/** One open request per person: a second one, or one of somebody who asked the successor too, ends. */
async function moveRequests(tx: Transaction, ids: string[], successorId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "MembershipRequest" r SET "organisationId" = ${successorId}::uuid
    WHERE r."id" IN (SELECT DISTINCT ON ("userId") "id" FROM "MembershipRequest"
        WHERE "organisationId" = ANY(${ids}::uuid[]) AND "state" = 'OPEN' ORDER BY "userId", "createdAt")
      AND NOT EXISTS (SELECT FROM "MembershipRequest" o WHERE o."userId" = r."userId"
        AND o."organisationId" = ${successorId}::uuid AND o."state" = 'OPEN')`;
  await tx.membershipRequest.updateMany({
    where: { organisationId: { in: ids }, state: "OPEN" },
    data: { state: "WITHDRAWN", decidedAt: new Date() },
  });
}

/** What somebody was at the predecessor waits for the administrator of the successor, who reads what it was. */
async function askRoles(tx: Transaction, successorId: string, moved: readonly Moved[]): Promise<void> {
  const say = createTranslator({ locale: "nl", messages: messages.nl, namespace: "herindelingen" });
  const words = (one: Moved) =>
    say("asked", {
      roles: one.roles.map((role) => messages.nl.terms.role[role]).join(", "),
      gemeente: one.from.join(", "),
    });
  await tx.membershipRequest.createMany({
    data: moved.flatMap((one) =>
      one.asked === null
        ? []
        : [
            {
              ...{ userId: one.userId, organisationId: successorId, isDemo: one.isDemo },
              ...{ role: one.asked, message: words(one) },
            },
          ],
    ),
    skipDuplicates: true,
  });
}

/** People keep signing in as they did; whoever comes in for the first time asks at the successor. */
async function moveEntrances(tx: Transaction, ids: string[], successorId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "IdentityProvider" p SET "organisationId" = ${successorId}::uuid
    WHERE p."organisationId" = ANY(${ids}::uuid[])
      AND NOT EXISTS (SELECT FROM "IdentityProvider" o WHERE o."organisationId" = ${successorId}::uuid
        AND o."issuer" = p."issuer" AND o."clientId" = p."clientId")`;
  await tx.invitation.updateMany({
    where: { organisationId: { in: ids }, acceptedAt: null, withdrawnAt: null },
    data: { withdrawnAt: new Date() },
  });
}
