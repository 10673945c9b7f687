import "server-only";
import { createHash } from "node:crypto";
import { recordAudit } from "@/lib/audit/mutations";
import { inTransaction, type Transaction } from "@/lib/core/db";
import { decrypt } from "@/lib/core/encryption";
import { DomainError, type ErrorKey, requirePermission } from "@/lib/core/errors";
import { countTry, forgetTries, type Limit } from "@/lib/core/rate-limits";
import type { Viewer } from "@/lib/core/roles";
import { hashToken, newToken } from "@/lib/core/session";
import { tellOwner } from "./mail/mutations";
import { canHaveSecondFactor, type Owner } from "./policy";
import { findStep, readRecoveryCode } from "./rules";

/** Five wrong codes in a quarter of an hour, of whatever kind: 1 in 60,000 to guess right. */
export const codeTries: Limit = { name: "second-factor", tries: 5, seconds: 15 * 60 };

/** The new token of a session that was proven, for its cookie; the old one is worth nothing any more. */
export type RenewedSession = { token: string; expires: Date };

type Proof = { by: "TOTP" | "PASSKEY" | "RECOVERY_CODE" };
/** What an answer came to: a proof, or why not. */
export type Outcome = Proof | ErrorKey;

/**
 * The second step with a code of an app. Errors: forbidden, too-many, invalid: codeWrong, or codeUsed when a
 * code of this or a later time step was used before (RFC 6238 §5.2).
 */
export async function proveByCode(viewer: Viewer, code: string, now = new Date()): Promise<RenewedSession> {
  const owner = requireOwner(viewer);
  return judgeTry(owner, () => prove(owner, (tx) => takeCode(tx, owner, code, now), now));
}

/** The second step with a code from paper, which then is used up; its owner gets a mail. Errors as above. */
export async function proveByRecoveryCode(
  viewer: Viewer,
  typed: string,
  now = new Date(),
): Promise<RenewedSession> {
  const owner = requireOwner(viewer);
  return judgeTry(owner, () => prove(owner, (tx) => takeRecoveryCode(tx, owner, typed, now), now));
}

/** The viewer as somebody who can have second factors. Errors: unauthenticated, forbidden. */
export function requireOwner(viewer: Viewer): Owner {
  requirePermission(canHaveSecondFactor(viewer), viewer);
  return viewer;
}

/** Runs a try that can be guessed: counted before, forgotten when it was right. */
export async function judgeTry<T>(owner: Owner, work: () => Promise<T>): Promise<T> {
  await countTry(codeTries, owner.user.id);
  const result = await work();
  await forgetTries(codeTries, owner.user.id);
  return result;
}

/**
 * Judges an answer: a right one proves the session, a wrong one leaves a trace as well. What `judge` changes
 * stays when the answer is wrong too: a challenge is used up.
 */
export async function prove(
  owner: Owner,
  judge: (tx: Transaction) => Promise<Outcome>,
  now: Date,
): Promise<RenewedSession> {
  const subject = { subjectType: "Session", subjectId: owner.sessionId } as const;
  const result = await inTransaction(async (tx) => {
    const outcome = await judge(tx);
    if (typeof outcome === "string") {
      await recordAudit(tx, owner, {
        action: "secondFactor.refused",
        ...subject,
        detail: { reason: outcome },
        result: "REFUSED",
      });
      return outcome;
    }
    const session = await markProven(tx, owner, now);
    await recordAudit(tx, owner, { action: "secondFactor.proven", ...subject, detail: outcome });
    return session;
  });
  if (typeof result === "string") throw new DomainError("invalid", result);
  return result;
}

/** Marks the session as proven, under a new token: who saw the old one gets no rights by it. */
export async function markProven(tx: Transaction, owner: Owner, now: Date): Promise<RenewedSession> {
  const token = newToken();
  const [session] = await tx.session.updateManyAndReturn({
    where: { id: owner.sessionId, userId: owner.user.id },
    data: { sessionToken: hashToken(token), secondFactorAt: now },
    select: { expires: true },
  });
  // It was ended elsewhere a moment ago.
  if (!session) throw new DomainError("unauthenticated", "unauthenticated");
  return { token, expires: session.expires };
}

async function takeCode(tx: Transaction, owner: Owner, code: string, now: Date): Promise<Outcome> {
  const apps = await tx.secondFactor.findMany({
    where: { userId: owner.user.id, kind: "TOTP" },
    select: { id: true, key: true },
  });
  for (const { id, key } of apps) {
    const step = findStep({ secret: decrypt(key, secretPlace(id)), code, at: now });
    if (step === null) continue;
    // The condition decides, so that of two tries with one code at the same moment one wins.
    const { count } = await tx.secondFactor.updateMany({
      where: { id, counter: { lt: step } },
      data: { counter: step, lastUsedAt: now },
    });
    return count === 1 ? { by: "TOTP" } : "codeUsed";
  }
  return "codeWrong";
}

/** Where the secret of an app is sealed for. */
export const secretPlace = (factorId: string) => `SecondFactor/${factorId}/key`;

async function takeRecoveryCode(tx: Transaction, owner: Owner, typed: string, now: Date): Promise<Outcome> {
  const userId = owner.user.id;
  const { count } = await tx.recoveryCode.updateMany({
    where: { userId, hash: hashRecoveryCode(readRecoveryCode(typed)), usedAt: null },
    data: { usedAt: now },
  });
  if (count === 0) return "recoveryCodeWrong";
  const left = await tx.recoveryCode.count({ where: { userId, usedAt: null } });
  await tellOwner(tx, userId, { key: "recoveryUsed", left });
  return { by: "RECOVERY_CODE" };
}

/** What is kept of a recovery code: 80 random bits need no slow hash. */
export function hashRecoveryCode(code: string): string {
  return createHash("sha256").update(code).digest("base64url");
}
