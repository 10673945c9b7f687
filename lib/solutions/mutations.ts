import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import type { AuditAction } from "@/lib/audit/schema";
import { toDate, toDay, today } from "@/lib/core/dates";
import { inTransaction } from "@/lib/core/db";
import { DomainError, requirePermission, requireSignedIn } from "@/lib/core/errors";
import type { Prisma } from "@/lib/core/generated/prisma/client";
import type { Publication } from "@/lib/core/generated/prisma/enums";
import { hasRole, isMember, type Viewer } from "@/lib/core/roles";
import {
  canApprove,
  canConfirmFreshness,
  canCreate,
  canDiscard,
  canEdit,
  canSubmit,
  canWithdraw,
  hasWritten,
} from "./policy";
import { canStep, isBeingWritten, listDifferences, listObstacles, toDraftSlug, wasPublished } from "./rules";
import type { ConfirmInput, EditorInput, NewSolution, StepInput } from "./schema";
import { toFirstContent } from "./schema";
import { claimAddress, refuseNamesake } from "./versions/addresses/mutations";
import {
  authorship,
  closeEdit,
  copyToSolution,
  lockEdit,
  lockSolution,
  refuseUnseen,
  setPublication,
  storeEdit,
  type Target,
  toColumns,
  updateRow,
} from "./versions/mutations";

// A published solution never changes while somebody writes: the edit waits in a SolutionVersion.
// Before the first publication the row itself follows the draft, so that a list can show its name.

/**
 * Makes a draft for the organisation that the viewer acts for, and returns its address.
 * Refuses (conflict, slugTaken) when the name is in use by what was published or is one's own: it may be the
 * same facility. Of a draft of another provider nothing is said.
 */
export async function createSolution(viewer: Viewer, input: NewSolution): Promise<string> {
  requirePermission(isMember(viewer) && canCreate(viewer), viewer);
  const { user, organisation } = viewer;
  const slug = toDraftSlug(input.name, organisation);
  await inTransaction(async (tx) => {
    await refuseNamesake(tx, { name: input.name, providerId: organisation.id });
    const content = toFirstContent(input);
    const [made] = await tx.solution.createManyAndReturn({
      // Version 1 is what the reference data loaded and may load again; this was made by a person.
      data: [{ ...toColumns(content), slug, version: 2, providerId: organisation.id, isDemo: user.isDemo }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!made) throw new DomainError("conflict", "slugTaken");
    await tx.solutionVersion.create({
      data: { solutionId: made.id, number: 1, publication: "DRAFT", content, ...authorship(viewer) },
    });
    await recordAudit(tx, viewer, subject("solution.created", made.id, { slug }));
  });
  return slug;
}

/**
 * Saves the text as a draft, or makes the first draft of a new edit. A text that changed since the
 * form was filled is refused (conflict); the detail names the fields that differ from what is stored.
 * Where nothing differs nothing is saved; a new edit of nothing is refused (invalid, nothingChanged).
 * Returns the address of the solution, as every step below does.
 */
export async function saveDraft(viewer: Viewer, input: EditorInput): Promise<string> {
  const { solutionId, revision, version, ...content } = input;
  requirePermission(hasRole(viewer, "COORDINATOR"), viewer);
  return inTransaction(async (tx) => {
    const { solution, edit } = await lockSolution(tx, solutionId);
    refuseUnseen(viewer, solution);
    requirePermission(canEdit(viewer, solution), viewer);
    if (edit && !isBeingWritten(edit.publication)) throw new DomainError("conflict", "editInReview");
    const stored = edit?.content ?? solution.content;
    const changed = listDifferences(content, stored);
    if ((edit?.revision ?? 0) !== revision || solution.version !== version) {
      throw new DomainError("conflict", "editConflict", changed.join(","));
    }
    // Whoever changes nothing writes nothing: the author stays who it was.
    if (edit && changed.length === 0) return solution.slug;
    if (changed.length === 0) throw new DomainError("invalid", "nothingChanged");
    await storeEdit(tx, viewer, { solution, edit, content });
    await recordAudit(tx, viewer, subject("solution.edited", solutionId, { fields: changed }));
    return solution.slug;
  });
}

/** Offers the text to a second person. Refuses (invalid, notReadyForReview) with what is missing. */
export async function submitForReview(viewer: Viewer, input: StepInput): Promise<string> {
  return takeStep(viewer, input, { to: "IN_REVIEW", may: canSubmit, action: "solution.submitted" });
}

/** Takes back what was offered, to write on. */
export async function withdraw(viewer: Viewer, input: StepInput): Promise<string> {
  return takeStep(viewer, input, { to: "DRAFT", may: canWithdraw, action: "solution.withdrawn" });
}

/** The second person asks for changes and says which. */
export async function requestChanges(
  viewer: Viewer,
  input: StepInput & { comment: string },
): Promise<string> {
  const { comment } = input;
  return takeStep(viewer, input, {
    to: "CHANGES_REQUESTED",
    may: canApprove,
    byAnother: true,
    action: "solution.returned",
    data: { comment },
  });
}

/**
 * The second person approves: the text becomes what visitors see, in every field and link, and counts as
 * confirmed today; the first time it gets the address of its name, unless (conflict, slugTaken) that is taken.
 * Refuses whoever wrote any of it (forbidden, approverIsAuthor) and what is not ready any more.
 */
export async function publish(viewer: Viewer, input: StepInput): Promise<string> {
  return inTransaction(async (tx) => {
    const target = await lockEdit(tx, viewer, input);
    requireStep(viewer, target, { to: "PUBLISHED", may: canApprove, byAnother: true });
    requireReady(target);
    // One moment for both: the row says when its newest version was published.
    const publishedAt = new Date();
    const slug = await claimAddress(tx, target);
    await copyToSolution(tx, target, { publishedAt, slug });
    await closeEdit(tx, viewer, target.edit, publishedAt);
    const { confirmedOn, licenceVerified } = target.solution;
    const before = {
      confirmedBefore: confirmedOn && toDay(confirmedOn),
      licenceVerifiedBefore: licenceVerified,
    };
    const detail = { ...trace(target), ...before };
    await recordAudit(tx, viewer, subject("solution.published", target.solution.id, detail));
    return slug;
  });
}

/** Throws the edit away; a solution that was never published goes with it (null: no address is left). */
export async function discardDraft(viewer: Viewer, input: StepInput): Promise<string | null> {
  return inTransaction(async (tx) => {
    const target = await lockEdit(tx, viewer, input);
    requirePermission(canDiscard(viewer, target.edit), viewer);
    const isGone = !wasPublished(target.solution.publication);
    if (isGone) await tx.solution.delete({ where: { id: target.solution.id }, select: { id: true } });
    else await tx.solutionVersion.delete({ where: { id: target.edit.id } });
    await recordAudit(tx, viewer, subject("solution.discarded", target.solution.id, trace(target)));
    return isGone ? null : target.solution.slug;
  });
}

/**
 * "This is still right": confirmed today, without a change to the text. Refuses (conflict) when another
 * text was published since the viewer read it.
 */
export async function confirmFreshness(
  viewer: Viewer,
  { solutionId, version }: ConfirmInput,
): Promise<string> {
  requireSignedIn(viewer);
  return inTransaction(async (tx) => {
    const { solution } = await lockSolution(tx, solutionId);
    refuseUnseen(viewer, solution);
    requirePermission(canConfirmFreshness(viewer, solution), viewer);
    if (solution.version !== version) throw new DomainError("conflict", "conflict");
    await updateRow(tx, solutionId, { confirmedOn: toDate(today()) });
    const detail = { confirmedBefore: solution.confirmedOn && toDay(solution.confirmedOn) };
    await recordAudit(tx, viewer, subject("solution.confirmed", solutionId, detail));
    return solution.slug;
  });
}

type Step = {
  to: Publication;
  may: typeof canApprove;
  /** Only by somebody who wrote none of it. */
  byAnother?: boolean;
};

/** One step of publication that leaves the text as it is, on the text exactly as the viewer saw it. */
async function takeStep(
  viewer: Viewer,
  input: StepInput,
  { action, data, ...step }: Step & { action: AuditAction; data?: { comment: string } },
): Promise<string> {
  return inTransaction(async (tx) => {
    const target = await lockEdit(tx, viewer, input);
    requireStep(viewer, target, step);
    if (step.to === "IN_REVIEW") requireReady(target);
    await setPublication(tx, target, { publication: step.to, ...data });
    await recordAudit(tx, viewer, subject(action, target.solution.id, trace(target)));
    return target.solution.slug;
  });
}

function requireStep(viewer: Viewer, target: Target, { to, may, byAnother }: Step): void {
  if (!canStep(target.edit.publication, to)) {
    throw new DomainError("conflict", "stepNotPossible", target.edit.publication);
  }
  if (byAnother && hasWritten(viewer, target.edit)) {
    throw new DomainError("forbidden", "approverIsAuthor");
  }
  requirePermission(may(viewer, target.edit), viewer);
}

function requireReady({ solution, edit }: Target): void {
  const published = wasPublished(solution.publication) ? solution.content : null;
  const obstacles = listObstacles(edit.content, published, solution);
  if (obstacles.length > 0) throw new DomainError("invalid", "notReadyForReview", obstacles.join(","));
}

function subject(action: AuditAction, subjectId: string, detail: Prisma.InputJsonObject) {
  return { action, subjectType: "Solution", subjectId, detail } as const;
}

function trace({ solution, edit }: Target) {
  return { slug: solution.slug, number: edit.number };
}
