import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import { inTransaction, type Transaction } from "@/lib/core/db";
import { DomainError, refuseDemoOnReal, requirePermission, requireSignedIn } from "@/lib/core/errors";
import type { SolutionKind } from "@/lib/core/generated/prisma/enums";
import { isDemo, type Viewer } from "@/lib/core/roles";
import { canEditKindSteps, canEditSolutionSteps } from "./policy";
import { findSolution, readSteps } from "./queries";
import { editLabels } from "./rules";
import { type EditStepsInput, kindOfScope, mostSteps } from "./schema";

/**
 * Changes the usual steps of a kind or of a solution. The first change of a solution begins with the steps of its
 * kind; without steps of its own it has those again. Adoptions keep the steps they have. Errors: forbidden,
 * not-found, invalid (the step is there, too many), conflict when somebody changed the list since it was read.
 */
export async function editSteps(
  viewer: Viewer,
  { scope, version, ...change }: EditStepsInput,
): Promise<void> {
  requireSignedIn(viewer);
  await inTransaction(async (tx) => {
    const kind = await requireEditor(tx, viewer, scope);
    await lockList(tx, viewer, scope);
    const { labels, version: now } = await readSteps(tx, scope, kind);
    if (now !== version) throw new DomainError("conflict", "conflict");
    const after = editLabels(labels, change);
    if (after === "conflict") throw new DomainError("conflict", after);
    if (after === "tooManySteps") throw new DomainError("invalid", after, String(mostSteps));
    if (after === "stepTwice") throw new DomainError("invalid", after);
    await tx.taskTemplate.deleteMany({ where: { scope } });
    await tx.taskTemplate.createMany({
      data: after.map((label, at) => ({ scope, position: at + 1, label })),
    });
    await tx.taskTemplateList.update({
      where: { scope },
      data: { version: { increment: 1 }, isDemo: isDemo(viewer) },
      select: { scope: true },
    });
    await recordAudit(tx, viewer, {
      action: "template.changed",
      subjectType: "TaskTemplate",
      subjectId: scope,
      detail: { ...change, steps: after },
    });
  });
}

/** The kind of the solution whose list it is, or null for the list of a kind; refuses who may not edit it. */
async function requireEditor(tx: Transaction, viewer: Viewer, scope: string): Promise<SolutionKind | null> {
  if (kindOfScope(scope)) {
    requirePermission(canEditKindSteps(viewer), viewer);
    return null;
  }
  const solution = await findSolution(tx, scope);
  // A draft is not there for others, so neither is what belongs to it.
  if (!solution || !canEditSolutionSteps(viewer, solution)) throw new DomainError("not-found", "notFound");
  return solution.kind;
}

/** Of two at once the second waits, and finds another version. A person of the demonstration leaves what is real. */
async function lockList(tx: Transaction, viewer: Viewer, scope: string): Promise<void> {
  await tx.taskTemplateList.createMany({ data: [{ scope, isDemo: isDemo(viewer) }], skipDuplicates: true });
  const [list] = await tx.$queryRaw<{ isDemo: boolean }[]>`
    SELECT "isDemo" FROM "TaskTemplateList" WHERE "scope" = ${scope} FOR UPDATE`;
  refuseDemoOnReal(viewer, list?.isDemo === false);
}
