import "server-only";
import { createTranslator } from "next-intl";
import { recordAudit } from "@/lib/audit/mutations";
import { database, inTransaction, type Transaction } from "@/lib/core/db";
import { env } from "@/lib/core/env";
import { DomainError } from "@/lib/core/errors";
import { visitor } from "@/lib/core/roles";
import { idleLifetime } from "@/lib/core/session";
import { queueMail } from "@/lib/notifications/mutations";
import { messages } from "@/messages";
import { erasePerson } from "../erasure/mutations";
import { announcementBorder, daysBefore, monthsBefore, retention } from "../rules";

/** How many of what were removed, announced or erased; `kept` are unused accounts that must hand over first. */
export type Tidied = Record<
  "sessions" | "proofs" | "requests" | "invitations" | "imports" | "announced" | "erased" | "kept",
  number
>;

/**
 * Removes what is no longer needed at the moment `now`, tells who will be erased in a month, and erases
 * whom that was told. Doing it twice changes nothing more. The counts are in the log.
 */
export async function tidyUp(now: Date = new Date()): Promise<Tidied> {
  const { erased, kept } = await eraseUnused(now);
  return inTransaction(async (tx) => {
    const removed = await removeOld(tx, now);
    const announced = await announceErasure(tx, now);
    const tidied = { ...removed, announced, erased, kept };
    const subject = { subjectType: "Retention", subjectId: "daily", detail: tidied } as const;
    await recordAudit(tx, visitor, { action: "retention.ran", ...subject });
    return tidied;
  });
}

async function removeOld(tx: Transaction, now: Date) {
  const idle = new Date(now.getTime() - idleLifetime * 1000);
  const requestBorder = monthsBefore(now, retention.requestMonths);
  const invitationBorder = monthsBefore(now, retention.invitationMonths);
  const over = { expires: { lt: now } };
  const proofs = await tx.pendingProof.deleteMany({ where: over });
  const sessions = await tx.session.deleteMany({ where: { OR: [over, { lastSeenAt: { lt: idle } }] } });
  const requests = await tx.membershipRequest.deleteMany({
    where: { state: { not: "OPEN" }, decidedAt: { lt: requestBorder } },
  });
  const invitations = await tx.invitation.deleteMany({ where: { expiresAt: { lt: invitationBorder } } });
  const imports = await tx.portfolioImport.deleteMany({ where: { createdAt: { lt: daysBefore(now, 1) } } });
  return {
    ...{ sessions: sessions.count, proofs: proofs.count, imports: imports.count },
    ...{ requests: requests.count, invitations: invitations.count },
  };
}

type Unused = { id: string; email: string };

/** Real people who signed in for the last time, or never and were made, before `border`. */
function unusedSince(border: Date) {
  return database().$queryRaw<Unused[]>`
    SELECT u."id", u."email" FROM "User" u
    WHERE NOT u."isDemo" AND u."erasedAt" IS NULL AND u."createdAt" < ${border}
      AND NOT EXISTS (SELECT FROM "AuditEvent" e WHERE e."actorId" = u."id" AND e."at" >= ${border})
    ORDER BY u."createdAt"`;
}

/** Tells each of them once; who comes back afterwards is no longer among them. */
async function announceErasure(tx: Transaction, now: Date): Promise<number> {
  const unused = await unusedSince(announcementBorder(now));
  const told = { id: { in: unused.map(({ id }) => id) }, erasureAnnouncedAt: null };
  // Who came back: a later announcement begins anew.
  await tx.user.updateMany({
    where: { erasureAnnouncedAt: { not: null }, id: { notIn: unused.map(({ id }) => id) } },
    data: { erasureAnnouncedAt: null },
  });
  const people = await tx.user.findMany({ where: told, select: { id: true, email: true } });
  for (const { id, email } of people) {
    await queueMail(tx, { to: email, ...letterOf() });
    await tx.user.update({ where: { id }, data: { erasureAnnouncedAt: now }, select: { id: true } });
  }
  return people.length;
}

/** In Dutch, as every mail: nobody has told which language they read. */
function letterOf() {
  const t = createTranslator({ locale: "nl", messages: messages.nl, namespace: "privacy.mail" });
  const values = { days: retention.noticeDays, months: retention.unusedMonths };
  return { subject: t("subject"), text: `${t("text", values)}\n\n${env().NEXTAUTH_URL}/nl/inloggen\n` };
}

/** Each in a transaction of their own: one who must hand over first does not keep the others. */
async function eraseUnused(now: Date): Promise<Pick<Tidied, "erased" | "kept">> {
  const unused = await unusedSince(monthsBefore(now, retention.unusedMonths));
  const announced = await database().user.findMany({
    where: {
      id: { in: unused.map(({ id }) => id) },
      erasureAnnouncedAt: { lte: daysBefore(now, retention.noticeDays) },
    },
    select: { id: true },
  });
  let kept = 0;
  for (const { id } of announced) {
    try {
      await inTransaction((tx) => erasePerson(tx, visitor, id, now));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      kept += 1;
    }
  }
  return { erased: announced.length - kept, kept };
}
