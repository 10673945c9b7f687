import "server-only";
import { randomBytes, randomUUID } from "node:crypto";
import { recordAudit } from "@/lib/audit/mutations";
import { inTransaction, type Transaction } from "@/lib/core/db";
import { decrypt, encrypt } from "@/lib/core/encryption";
import { DomainError, requireFreshProof } from "@/lib/core/errors";
import type { Viewer } from "@/lib/core/roles";
import { tellOwner } from "../mail/mutations";
import {
  hashRecoveryCode,
  judgeTry,
  markProven,
  type RenewedSession,
  requireOwner,
  secretPlace,
} from "../mutations";
import { keepQuestion, type Question, readQuestion, takeQuestion } from "../pending/mutations";
import type { Owner } from "../policy";
import {
  findStep,
  mostFactors,
  recoveryCodeBytes,
  recoveryCodeCount,
  toRecoveryCode,
  toTotpSecret,
} from "../rules";
import type { AddTotpInput, RemoveFactorInput } from "../schema";

/**
 * Prepares an app: its secret waits, sealed, until a code of it is typed. Leaves no trace of its own; the app
 * that is added does. Errors: forbidden, also without a fresh proof or with too many factors.
 */
export async function startTotp(viewer: Viewer, now = new Date()): Promise<void> {
  const owner = requireOwner(viewer);
  requireFreshProof(owner, now);
  await inTransaction(async (tx) => {
    await requireRoom(tx, owner);
    const sealed = encrypt(toTotpSecret(randomBytes(20)), pendingPlace(owner.sessionId));
    await keepQuestion(tx, ofAdding(owner), sealed, now);
  });
}

const ofAdding = ({ sessionId }: Owner): Question => ({ sessionId, purpose: "ADD_TOTP" });

/** Where a secret that waits is sealed for. */
export const pendingPlace = (sessionId: string) => `PendingProof/${sessionId}/ADD_TOTP`;

/** Refuses another factor to who has as many as there may be. Error: invalid. */
export async function requireRoom(tx: Transaction, owner: Owner): Promise<void> {
  await lockOwner(tx, owner.user.id);
  const count = await tx.secondFactor.count({ where: { userId: owner.user.id } });
  if (count >= mostFactors) throw new DomainError("invalid", "tooManyFactors", String(mostFactors));
}

/**
 * Adds the app whose secret waits, once a code of it is right; that proves this session as well. Errors:
 * forbidden, too-many, invalid: setupOver when nothing waits any more, codeWrong.
 */
export async function addTotp(
  viewer: Viewer,
  { name, code }: AddTotpInput,
  now = new Date(),
): Promise<RenewedSession> {
  const owner = requireOwner(viewer);
  return judgeTry(owner, () =>
    inTransaction(async (tx) => {
      const sealed = await readQuestion(tx, ofAdding(owner), now);
      if (!sealed) throw new DomainError("invalid", "setupOver");
      const secret = decrypt(sealed, pendingPlace(owner.sessionId));
      const step = findStep({ secret, code, at: now });
      if (step === null) throw new DomainError("invalid", "codeWrong");
      if (!(await takeQuestion(tx, ofAdding(owner), now))) throw new DomainError("invalid", "setupOver");
      await requireRoom(tx, owner);
      const id = randomUUID();
      await tx.secondFactor.create({
        data: {
          id,
          userId: owner.user.id,
          kind: "TOTP",
          name,
          key: encrypt(secret, secretPlace(id)),
          // The code that was typed just now is used too.
          counter: step,
          lastUsedAt: now,
        },
      });
      return finishAdding(tx, owner, { id, kind: "TOTP", name }, now);
    }),
  );
}

type Added = { id: string; kind: "TOTP" | "PASSKEY"; name: string };

/** Proves the session by the factor that was added, tells its owner and leaves the trace. */
export async function finishAdding(
  tx: Transaction,
  owner: Owner,
  { id, kind, name }: Added,
  now: Date,
): Promise<RenewedSession> {
  const session = await markProven(tx, owner, now);
  await tellOwner(tx, owner.user.id, { key: "added", name });
  await recordAudit(tx, owner, {
    action: "secondFactor.added",
    subjectType: "SecondFactor",
    subjectId: id,
    detail: { kind },
  });
  return session;
}

/**
 * Removes a factor of the viewer. Whoever proved with it elsewhere has to prove again there; after the last
 * one, here too, and the recovery codes go. Errors: forbidden, also without a fresh proof; not-found.
 */
export async function removeFactor(
  viewer: Viewer,
  { factorId }: RemoveFactorInput,
  now = new Date(),
): Promise<void> {
  const owner = requireOwner(viewer);
  requireFreshProof(owner, now);
  const userId = owner.user.id;
  await inTransaction(async (tx) => {
    await lockOwner(tx, userId);
    const factor = await tx.secondFactor.findFirst({
      where: { id: factorId, userId },
      select: { name: true, kind: true },
    });
    if (!factor) throw new DomainError("not-found", "notFound");
    await tx.secondFactor.delete({ where: { id: factorId } });
    const isLast = (await tx.secondFactor.count({ where: { userId } })) === 0;
    if (isLast) await tx.recoveryCode.deleteMany({ where: { userId } });
    await tx.session.updateMany({
      where: isLast ? { userId } : { userId, id: { not: owner.sessionId } },
      data: { secondFactorAt: null },
    });
    await tellOwner(tx, userId, { key: "removed", name: factor.name });
    await recordAudit(tx, owner, {
      action: "secondFactor.removed",
      subjectType: "SecondFactor",
      subjectId: factorId,
      detail: { kind: factor.kind },
    });
  });
}

/**
 * Ten new recovery codes, in the clear for this once; earlier ones work no more. Errors: forbidden, also
 * without a fresh proof; invalid: noFactor without a factor to recover.
 */
export async function renewRecoveryCodes(viewer: Viewer, now = new Date()): Promise<string[]> {
  const owner = requireOwner(viewer);
  requireFreshProof(owner, now);
  const userId = owner.user.id;
  const codes = Array.from({ length: recoveryCodeCount }, () =>
    toRecoveryCode(randomBytes(recoveryCodeBytes)),
  );
  await inTransaction(async (tx) => {
    await lockOwner(tx, userId);
    if ((await tx.secondFactor.count({ where: { userId } })) === 0) {
      throw new DomainError("invalid", "noFactor");
    }
    await tx.recoveryCode.deleteMany({ where: { userId } });
    await tx.recoveryCode.createMany({
      data: codes.map((code) => ({ userId, hash: hashRecoveryCode(code) })),
    });
    await tellOwner(tx, userId, { key: "recoveryRenewed" });
    await recordAudit(tx, owner, { action: "recoveryCodes.renewed", subjectType: "User", subjectId: userId });
  });
  return codes;
}

/** Who changes the factors of one person does so one after the other. */
export async function lockOwner(tx: Transaction, userId: string): Promise<void> {
  await tx.$queryRaw`SELECT "id" FROM "User" WHERE "id" = ${userId}::uuid FOR NO KEY UPDATE`;
}
