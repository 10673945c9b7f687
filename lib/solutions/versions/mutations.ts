import "server-only";
import { toDate, today } from "@/lib/core/dates";
import type { Transaction } from "@/lib/core/db";
import { DomainError, requirePermission, requireSignedIn } from "@/lib/core/errors";
import type { Prisma } from "@/lib/core/generated/prisma/client";
import type { Publication } from "@/lib/core/generated/prisma/enums";
import type { Viewer } from "@/lib/core/roles";
import { canSeeDraft } from "../policy";
import { wasPublished } from "../rules";
import { contentSelect, type SolutionContent, type StepInput, toContent } from "../schema";

// How the text of a solution and its one open edit are locked, stored and published; who may do so
// is decided by the mutations that call this.

type Locked = Awaited<ReturnType<typeof lockSolution>>;
type Edit = NonNullable<Locked["edit"]>;
export type Target = { solution: Locked["solution"]; edit: Edit };

/** Locks the solution, and reads its text and the one edit that is open. */
export async function lockSolution(tx: Transaction, solutionId: string) {
  await tx.$queryRaw`SELECT "id" FROM "Solution" WHERE "id" = ${solutionId}::uuid FOR NO KEY UPDATE`;
  const row = await tx.solution.findUnique({
    where: { id: solutionId },
    select: {
      ...contentSelect,
      ...{ id: true, slug: true, providerId: true, publication: true, version: true },
      ...{ confirmedOn: true, licenceVerified: true, inUseCount: true },
      provider: { select: { slug: true } },
      versions: { where: { publication: { notIn: ["PUBLISHED", "ARCHIVED"] } } },
    },
  });
  if (!row) throw new DomainError("not-found", "notFound");
  const { versions, ...solution } = row;
  const [open] = versions;
  return {
    solution: { ...solution, content: toContent(solution) },
    edit: open ? { ...open, providerId: row.providerId, content: toContent(open.content) } : null,
  };
}

/** What is not published does not exist for whoever may not read it: existing or not, the answer is the same. */
export function refuseUnseen(
  viewer: Viewer,
  solution: Pick<Locked["solution"], "publication" | "providerId">,
) {
  if (solution.publication === "PUBLISHED" || canSeeDraft(viewer, solution)) return;
  throw new DomainError("not-found", "notFound");
}

/** The open edit, for whoever may see it, unless it changed since the viewer saw it. */
export async function lockEdit(
  tx: Transaction,
  viewer: Viewer,
  { solutionId, revision }: StepInput,
): Promise<Target> {
  requireSignedIn(viewer);
  const { solution, edit } = await lockSolution(tx, solutionId);
  refuseUnseen(viewer, solution);
  requirePermission(canSeeDraft(viewer, edit ?? solution), viewer);
  if (!edit) throw new DomainError("conflict", "nothingToPublish");
  if (edit.revision !== revision) throw new DomainError("conflict", "conflict");
  return { solution, edit };
}

type NewText = { solution: Locked["solution"]; edit: Edit | null; content: SolutionContent };

/** Keeps the new text in the open edit, or begins one; before the first publication the row follows. */
export async function storeEdit(tx: Transaction, viewer: Viewer, { solution, edit, content }: NewText) {
  if (edit) {
    const data = { content, revision: { increment: 1 }, ...authorship(viewer, edit.writerIds) };
    await tx.solutionVersion.update({ where: { id: edit.id }, data });
  } else {
    const { _max } = await tx.solutionVersion.aggregate({
      where: { solutionId: solution.id },
      _max: { number: true },
    });
    const number = (_max.number ?? 0) + 1;
    await tx.solutionVersion.create({
      data: { solutionId: solution.id, number, publication: "DRAFT", content, ...authorship(viewer) },
    });
  }
  if (!wasPublished(solution.publication)) await updateRow(tx, solution.id, toColumns(content));
}

/** Moves the edit; before the first publication the solution moves along. */
export async function setPublication(
  tx: Transaction,
  { solution, edit }: Target,
  data: { publication: Publication; comment?: string },
) {
  await tx.solutionVersion.update({ where: { id: edit.id }, data });
  if (wasPublished(solution.publication)) return;
  await updateRow(tx, solution.id, { publication: data.publication });
}

/** Replaces text and links as a whole: what is published is exactly what was approved. */
export async function copyToSolution(
  tx: Transaction,
  { solution, edit }: Target,
  { publishedAt, slug }: { publishedAt: Date; slug: string },
) {
  await tx.solutionLink.deleteMany({ where: { solutionId: solution.id } });
  await tx.solutionLink.createMany({
    data: edit.content.links.map((link, position) => ({ ...link, position, solutionId: solution.id })),
  });
  await updateRow(tx, solution.id, {
    ...toColumns(edit.content),
    slug,
    publication: "PUBLISHED",
    // A licence that was checked is checked no more when it changes.
    licenceVerified: solution.licenceVerified && solution.licence === edit.content.licence,
    confirmedOn: toDate(today()),
    publishedAt,
    version: { increment: 1 },
  });
}

/** Changes columns of the solution and reads nothing back. */
export function updateRow(tx: Transaction, id: string, data: Prisma.SolutionUncheckedUpdateInput) {
  return tx.solution.update({ where: { id }, data, select: { id: true } });
}

/** The edit becomes a published version, with who approved it. */
export async function closeEdit(tx: Transaction, viewer: Viewer, edit: Edit, publishedAt: Date) {
  await tx.solutionVersion.update({
    where: { id: edit.id },
    data: {
      publication: "PUBLISHED",
      approverId: viewer.user?.id ?? null,
      publishedAt,
      comment: null,
      isDemo: edit.isDemo || (viewer.user?.isDemo ?? false),
    },
  });
}

/** The author is whoever wrote last; of all who wrote before, nobody may approve either. */
export function authorship({ user }: Viewer, before: string[] = []) {
  const writerIds = [...new Set([...before, ...(user ? [user.id] : [])])];
  return { authorId: user?.id ?? null, writerIds, isDemo: user?.isDemo ?? false };
}

/** The text without its links, which are rows of their own. */
export function toColumns({ links: _, ...columns }: SolutionContent) {
  return columns;
}
