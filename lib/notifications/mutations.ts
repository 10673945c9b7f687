import "server-only";
import type { Transaction } from "@/lib/core/db";

/** A mail in the reader's own words; `text` is plain. */
export type Mail = { to: string; subject: string; text: string };

/** Puts a mail in the outbox, in the transaction of the change that it tells of: no change, no mail. */
export async function queueMail(tx: Transaction, mail: Mail): Promise<void> {
  await tx.outgoingMail.create({ data: mail });
}
