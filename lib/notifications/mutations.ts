import "server-only";
import { database, type Transaction } from "@/lib/core/db";
import { logFailure } from "@/lib/core/log";
import { MailError, sendMail } from "@/lib/core/mail";
import { canBeSent, waitBeforeRetry } from "./rules";

/** A mail in the reader's own words; `text` is plain. After `until` it is of no use and is not sent. */
export type Mail = { to: string; subject: string; text: string; until?: Date };

/** Puts a mail in the outbox, in the transaction of the change that it tells of: no change, no mail. */
export async function queueMail(tx: Transaction, { until, ...mail }: Mail): Promise<void> {
  await tx.outgoingMail.create({ data: { ...mail, until: until ?? null } });
}

/** The same for many at once, in one statement. */
export async function queueMails(tx: Transaction, mails: readonly Mail[]): Promise<void> {
  await tx.outgoingMail.createMany({
    data: mails.map(({ until, ...mail }) => ({ ...mail, until: until ?? null })),
  });
}

/** Hands over every mail that waits, one by one, until none is due. Several processes may do so at once. */
export async function deliverMails(): Promise<void> {
  for (let mail = await takeNext(); mail; mail = await takeNext()) await deliver(mail);
}

/** Removes the words of mails that nobody sends any more, and after thirty days the mails themselves. */
export async function forgetMails(now: Date = new Date()): Promise<void> {
  const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
  await database().outgoingMail.deleteMany({ where: { createdAt: { lt: ago(30 * 24) } } });
  await database().outgoingMail.updateMany({
    where: { nextAttemptAt: null, createdAt: { lt: ago(1) } },
    data: withoutWords,
  });
}

const withoutWords = { subject: "", text: "" };

type Taken = {
  id: string;
  to: string;
  subject: string;
  text: string;
  attempts: number;
  createdAt: Date;
  until: Date | null;
};

/**
 * Takes a mail so that nobody else does. It is marked before it is sent: if this process dies halfway,
 * the mail may have gone and is not sent again. Mails that expire, such as codes, go first.
 */
async function takeNext(): Promise<Taken | null> {
  const [mail] = await database().$queryRaw<Taken[]>`
    UPDATE "OutgoingMail" SET "nextAttemptAt" = NULL, "attempts" = "attempts" + 1
    WHERE "id" = (
      SELECT "id" FROM "OutgoingMail" WHERE "nextAttemptAt" <= now()
      ORDER BY "until" NULLS LAST, "nextAttemptAt" LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    RETURNING "id", "to", "subject", "text", "attempts", "createdAt", "until"`;
  return mail ?? null;
}

async function deliver(mail: Taken): Promise<void> {
  if (!canBeSent(mail, new Date())) return finish(mail.id, { sentAt: null });
  try {
    await sendMail(mail);
  } catch (error) {
    if (!(error instanceof MailError)) throw error;
    return postpone(mail, error);
  }
  await finish(mail.id, { sentAt: new Date() });
}

async function postpone({ id, attempts }: Taken, { code, canRetry }: MailError): Promise<void> {
  logFailure(`mail ${id} not delivered (attempt ${attempts}): ${code}`);
  if (!canRetry) return finish(id, { sentAt: null });
  await database().outgoingMail.update({
    where: { id },
    data: { nextAttemptAt: new Date(Date.now() + waitBeforeRetry(attempts)) },
  });
}

async function finish(id: string, outcome: { sentAt: Date | null }): Promise<void> {
  await database().outgoingMail.update({ where: { id }, data: { ...outcome, ...withoutWords } });
}
