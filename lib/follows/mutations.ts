import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import { inTransaction, type Transaction } from "@/lib/core/db";
import { DomainError, requirePermission } from "@/lib/core/errors";
import type { DigestFrequency } from "@/lib/core/generated/prisma/enums";
import { isSameHash, keyedHash } from "@/lib/core/keyed-hash";
import { type Viewer, visitor } from "@/lib/core/roles";
import { canFollow } from "./policy";
import { toTheme, whichSubject } from "./queries";
import { type FollowSubject, mostFollowed, type StopInput } from "./schema";

/** Follows something; a second time changes nothing. Errors: unauthenticated, not-found, conflict (too many). */
export async function follow(viewer: Viewer, subject: FollowSubject): Promise<void> {
  await inTransaction(async (tx) => {
    requirePermission(canFollow(viewer), viewer);
    const userId = viewer.user.id;
    const target = await findTarget(tx, subject);
    // Two tabs at once take turns, so that nothing is followed twice and never more than the most.
    await tx.$queryRaw`SELECT "id" FROM "User" WHERE "id" = ${userId}::uuid FOR NO KEY UPDATE`;
    if (await tx.follow.findFirst({ where: { userId, ...target }, select: { id: true } })) return;
    const count = await tx.follow.count({ where: { userId } });
    if (count >= mostFollowed) throw new DomainError("conflict", "tooManyFollows", String(mostFollowed));
    await tx.followSettings.createMany({ data: [{ userId }], skipDuplicates: true });
    const { id } = await tx.follow.create({ data: { userId, ...target }, select: { id: true } });
    await recordAudit(tx, viewer, { action: "follow.started", subjectType: "Follow", subjectId: id });
  });
}

/** Stops following; what was not followed stays so. Errors: unauthenticated. */
export async function unfollow(viewer: Viewer, subject: FollowSubject): Promise<void> {
  await inTransaction(async (tx) => {
    requirePermission(canFollow(viewer), viewer);
    const where = { userId: viewer.user.id, ...whichSubject(subject) };
    const row = await tx.follow.findFirst({ where, select: { id: true } });
    if (!row) return;
    const { count } = await tx.follow.deleteMany({ where: { id: row.id } });
    if (count === 0) return;
    await recordAudit(tx, viewer, { action: "follow.ended", subjectType: "Follow", subjectId: row.id });
  });
}

/** How often the viewer wants mail; what happened before is not mailed any more. Errors: unauthenticated. */
export async function chooseFrequency(viewer: Viewer, frequency: DigestFrequency): Promise<void> {
  await inTransaction(async (tx) => {
    requirePermission(canFollow(viewer), viewer);
    await setFrequency(tx, viewer.user.id, frequency);
    const subject = { subjectType: "User", subjectId: viewer.user.id } as const;
    await recordAudit(tx, viewer, { action: "follow.mail", ...subject, detail: { frequency } });
  });
}

/**
 * Notes that the viewer is up to date. That somebody looked is no change that anybody has to account
 * for, so it leaves no trace in the log. Errors: unauthenticated.
 */
export async function markSeen(viewer: Viewer): Promise<void> {
  await inTransaction(async (tx) => {
    requirePermission(canFollow(viewer), viewer);
    const seenAt = new Date();
    const userId = viewer.user.id;
    await tx.followSettings.upsert({ where: { userId }, create: { userId, seenAt }, update: { seenAt } });
  });
}

/** What proves that a link at the end of a mail is ours; without it nobody ends the mail of another. */
export function stopCode(userId: string): string {
  return keyedHash("follow mail", userId);
}

/** Ends the mail of whoever received it, signed in or not. Errors: not-found (no link of ours). */
export async function stopMail(viewer: Viewer, { wie: userId, code }: StopInput): Promise<void> {
  if (!isSameHash(code, stopCode(userId))) throw new DomainError("not-found", "notFound");
  await inTransaction(async (tx) => {
    const { count } = await tx.followSettings.updateMany({
      where: { userId, frequency: { not: "NEVER" } },
      data: { frequency: "NEVER" },
    });
    // A second click, or somebody who is gone: it is as they want already.
    if (count === 0) return;
    const subject = { subjectType: "User", subjectId: userId } as const;
    const actor =
      viewer.user?.id === userId ? viewer : { ...visitor, ...(viewer.origin && { origin: viewer.origin }) };
    await recordAudit(tx, actor, { action: "follow.mail", ...subject, detail: { frequency: "NEVER" } });
  });
}

async function setFrequency(tx: Transaction, userId: string, frequency: DigestFrequency): Promise<void> {
  const row = { frequency, mailedAt: new Date() };
  await tx.followSettings.upsert({ where: { userId }, create: { userId, ...row }, update: row });
}

/** The columns of what is followed. What is not published does not exist. */
async function findTarget(tx: Transaction, { kind, key }: FollowSubject) {
  if (kind === "voorziening") {
    const row = await tx.solution.findFirst({
      where: { slug: key, publication: "PUBLISHED" },
      select: { id: true },
    });
    if (row) return { solutionId: row.id };
  }
  if (kind === "gemeente") {
    const row = await tx.gemeente.findFirst({
      where: { organisation: { slug: key } },
      select: { organisationId: true },
    });
    if (row) return { gemeenteId: row.organisationId };
  }
  const theme = kind === "thema" ? toTheme(key) : undefined;
  if (!theme) throw new DomainError("not-found", "notFound");
  return { theme };
}
