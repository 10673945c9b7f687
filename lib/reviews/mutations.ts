import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import { toDate, toDay, today } from "@/lib/core/dates";
import { inTransaction, type Transaction } from "@/lib/core/db";
import { DomainError, requirePermission } from "@/lib/core/errors";
import { Prisma } from "@/lib/core/generated/prisma/client";
import { hasRole, isGemeenteMember, type Member, type Viewer } from "@/lib/core/roles";
import { canAnswer, canReview, isOfficialReviewer, isOwnSolution } from "./policy";
import { isCurrent, reviewKind, scoreOf } from "./rules";
import { type AnswerInput, criteria, type Marks, type ReviewInput } from "./schema";

type LockedSolution = { id: string; providerId: string; publication: string };

/**
 * Writes the oordeel of the viewer's gemeente (by a manager) or a colleague's remark, or changes the
 * one of the past twelve months. Errors: forbidden (own solution too), not-found (what is not published
 * too), conflict when there is an oordeel already, or when `version` is not the newest.
 */
export async function writeReview(viewer: Viewer, input: ReviewInput, now = new Date()): Promise<void> {
  // Before anything is looked up or locked: to others a guessed address says nothing.
  requirePermission(isGemeenteMember(viewer), viewer);
  await inTransaction(async (tx) => {
    const solution = await lockSolution(tx, input.slug);
    const member = requireReviewer(viewer, solution);
    const day = today(now);
    const current = await findCurrent(tx, member, solution.id, day);
    refuseStale(current, input.version);
    const kind = reviewKind(await listStatuses(tx, member.organisation.id, solution.id));
    // An expectation that became an experience is a new oordeel, so it gets a new date.
    const writtenOn = current?.kind === kind ? current.writtenOn : toDate(day);
    const data = { ...toRow(input), kind, writtenOn, authorId: member.user.id, isDemo: member.user.isDemo };
    const { id } = await saveReview(tx, member, solution.id, current, data);
    await recount(tx, solution.id);
    await recordAudit(tx, member, {
      action: current ? "review.changed" : "review.written",
      subjectType: "Review",
      subjectId: id,
      detail: { kind, isOfficial: isOfficialReviewer(member) },
    });
  });
}

/** Everybody who writes about a solution waits for its row first: the lock order of all mutations. */
async function lockSolution(tx: Transaction, slug: string): Promise<LockedSolution> {
  const [solution] = await tx.$queryRaw<LockedSolution[]>(
    Prisma.sql`SELECT "id", "providerId", "publication"::text FROM "Solution" WHERE "slug" = ${slug} FOR NO KEY UPDATE`,
  );
  if (!solution) throw new DomainError("not-found", "notFound");
  return solution;
}

function requireReviewer(viewer: Viewer, solution: LockedSolution): Member {
  if (solution.publication !== "PUBLISHED") throw new DomainError("not-found", "notFound");
  if (isOwnSolution(viewer, solution)) throw new DomainError("forbidden", "ownSolution");
  requirePermission(canReview(viewer, solution), viewer);
  return viewer as Member;
}

const currentColumns = {
  id: true,
  version: true,
  kind: true,
  writtenOn: true,
  author: { select: { name: true } },
} satisfies Prisma.ReviewSelect;

type Current = Prisma.ReviewGetPayload<{ select: typeof currentColumns }> | null;

/** The oordeel of this gemeente (or this colleague's remark) that is younger than twelve months. */
async function findCurrent(
  tx: Transaction,
  member: Member,
  solutionId: string,
  day: string,
): Promise<Current> {
  const isOfficial = isOfficialReviewer(member);
  const newest = await tx.review.findFirst({
    where: {
      solutionId,
      gemeenteId: member.organisation.id,
      isOfficial,
      authorId: isOfficial ? Prisma.skip : member.user.id,
    },
    orderBy: [{ writtenOn: "desc" }, { createdAt: "desc" }],
    select: currentColumns,
  });
  return newest && isCurrent(toDay(newest.writtenOn), day) ? newest : null;
}

function refuseStale(current: Current, version: number): void {
  if (version === (current?.version ?? 0)) return;
  if (current && version === 0) throw new DomainError("conflict", "reviewTooSoon");
  throw new DomainError("conflict", "reviewChanged", current?.author?.name ?? "");
}

async function listStatuses(tx: Transaction, gemeenteId: string, solutionId: string) {
  const adoptions = await tx.adoption.findMany({
    where: { gemeenteId, solutionId },
    select: { status: true },
  });
  return adoptions.map(({ status }) => status);
}

function toRow(input: ReviewInput) {
  const marks = Object.fromEntries(criteria.map((name) => [name, input[name] ?? null])) as Marks;
  return {
    ...marks,
    score: scoreOf(marks),
    recommend: input.recommend ?? null,
    leadTimeMonths: input.leadTimeMonths ?? null,
    effortHours: input.effortHours ?? null,
    tip: input.tip || null,
    pitfall: input.pitfall || null,
  };
}

type Row = Omit<Prisma.ReviewUncheckedCreateInput, "gemeenteId" | "solutionId" | "isOfficial">;

function saveReview(tx: Transaction, member: Member, solutionId: string, current: Current, data: Row) {
  const select = { id: true };
  if (current) {
    return tx.review.update({
      where: { id: current.id },
      data: { ...data, version: { increment: 1 } },
      select,
    });
  }
  const isOfficial = isOfficialReviewer(member);
  return tx.review.create({
    data: { ...data, solutionId, gemeenteId: member.organisation.id, isOfficial },
    select,
  });
}

async function recount(tx: Transaction, solutionId: string): Promise<void> {
  await tx.$executeRaw`SELECT recount_solution(${solutionId}::uuid)`;
}

/**
 * The provider's one answer to an oordeel, by a coordinator. Errors: forbidden, not-found, conflict
 * when there is an answer already or when the oordeel changed since it was read (`version`).
 */
export async function answerReview(viewer: Viewer, input: AnswerInput, now = new Date()): Promise<void> {
  requirePermission(hasRole(viewer, "COORDINATOR"), viewer);
  await inTransaction(async (tx) => {
    const solution = await lockSolution(tx, input.slug);
    const review = await tx.review.findFirst({
      where: { id: input.reviewId, solutionId: solution.id },
      select: { id: true, reply: true, isDemo: true, version: true },
    });
    if (!review) throw new DomainError("not-found", "notFound");
    requirePermission(canAnswer(viewer, { ...review, reply: null, solution }), viewer);
    if (review.reply !== null) throw new DomainError("conflict", "alreadyAnswered");
    if (review.version !== input.version) throw new DomainError("conflict", "conflict");
    await tx.review.update({ where: { id: review.id }, data: { reply: input.reply, repliedAt: now } });
    await recordAudit(tx, viewer, {
      action: "review.answered",
      subjectType: "Review",
      subjectId: review.id,
    });
  });
}
