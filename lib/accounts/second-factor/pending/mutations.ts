import "server-only";
import type { Transaction } from "@/lib/core/db";
import type { PendingProofPurpose } from "@/lib/core/generated/prisma/enums";

/** How long a QR code, or a question to a passkey, can be answered, in seconds: a quarter of an hour. */
const lifetime = 15 * 60;

export type Question = { sessionId: string; purpose: PendingProofPurpose };

/**
 * Keeps what this session was asked until it is answered; a newer question of the same purpose replaces it.
 * Leaves no trace of its own: the answer does.
 */
export async function keepQuestion(
  tx: Transaction,
  { sessionId, purpose }: Question,
  value: string,
  now: Date,
): Promise<void> {
  const pending = { value, expires: new Date(now.getTime() + lifetime * 1000) };
  await tx.pendingProof.upsert({
    where: { sessionId_purpose: { sessionId, purpose } },
    create: { sessionId, purpose, ...pending },
    update: pending,
  });
}

/** What this session was asked and may still answer, or null. */
export async function readQuestion(tx: Transaction, { sessionId, purpose }: Question, now: Date) {
  const pending = await tx.pendingProof.findUnique({
    where: { sessionId_purpose: { sessionId, purpose }, expires: { gt: now } },
    select: { value: true },
  });
  return pending?.value ?? null;
}

/** The same, and used up by it: of two answers at the same moment one gets null. */
export async function takeQuestion(tx: Transaction, question: Question, now: Date): Promise<string | null> {
  const value = await readQuestion(tx, question, now);
  if (value === null) return null;
  const { sessionId, purpose } = question;
  const { count } = await tx.pendingProof.deleteMany({ where: { sessionId, purpose, value } });
  return count === 1 ? value : null;
}
