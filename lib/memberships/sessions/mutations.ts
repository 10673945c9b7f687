import "server-only";
import type { Transaction } from "@/lib/core/db";

/**
 * Ends every session of this person, in the transaction that takes something away from them: the next
 * request of any browser is that of a visitor. Here and not with signing in, which comes higher up:
 * rights are taken away down here.
 */
export async function endSessionsOf(tx: Transaction, userId: string): Promise<number> {
  const { count } = await tx.session.deleteMany({ where: { userId } });
  return count;
}
