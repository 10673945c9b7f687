import "server-only";
import type { AuditAction } from "@/lib/audit/schema";
import { toDate, toDay, today } from "@/lib/core/dates";
import { inTransaction, type Transaction } from "@/lib/core/db";
import { DomainError, refuseDemoOnReal, requirePermission } from "@/lib/core/errors";
import type { Prisma } from "@/lib/core/generated/prisma/client";
import { isDemo, type Member, type Viewer } from "@/lib/core/roles";
import { canKeepTasks } from "../policy";
import type { AdoptionStatus } from "../rules";
import { auditAdoption } from "../trace/mutations";
import type { NewTaskInput, PrepareInput, SameTaskInput, TaskInput } from "./schema";

// Steps from a template and tasks of the gemeente itself, in one list. Only the adoption is locked: nothing
// here counts for others.

/** The address of the page that shows the list. */
type Changed = { slug: string };

/** How many steps and tasks a list may hold. */
const mostTasks = 100;

/**
 * Puts the steps of the solution, or else of its kind, into the list. Errors: forbidden, not-found, conflict
 * when they are there already.
 */
export async function prepareTasks(viewer: Viewer, { adoptionId }: PrepareInput): Promise<Changed> {
  return inTransaction(async (tx) => {
    const { adoption, member } = await lockKept(tx, viewer, adoptionId);
    const added = await copyTemplate(tx, [adoption.id], isDemo(viewer));
    if (added === 0) throw new DomainError("conflict", "tasksThere");
    await auditAdoption(tx, member, "task.prepared", adoption, { added });
    return { slug: adoption.solution.slug };
  });
}

/** The same within the transaction of a step, of one adoption or many: whoever begins to connect finds the steps. */
export async function prepareConnecting(
  tx: Transaction,
  recorded: readonly { id: string; to: AdoptionStatus }[],
  isOfDemo: boolean,
): Promise<void> {
  const ids = recorded.filter(({ to }) => to === "CONNECTING").map(({ id }) => id);
  if (ids.length > 0) await copyTemplate(tx, ids, isOfDemo);
}

/** Returns how many steps were added: none to a list that has some. */
function copyTemplate(tx: Transaction, ids: string[], isOfDemo: boolean): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO "AdoptionTask" ("adoptionId", "position", "label", "isOwn", "isDemo")
    SELECT a."id", coalesce((SELECT max("position") FROM "AdoptionTask" WHERE "adoptionId" = a."id"), 0) + t."position",
      t."label", false, ${isOfDemo}
    FROM "Adoption" a JOIN "Solution" s ON s."id" = a."solutionId"
    JOIN "TaskTemplate" t ON t."scope" = CASE
      WHEN EXISTS (SELECT FROM "TaskTemplate" own WHERE own."scope" = s."slug") THEN s."slug" ELSE s."kind"::text END
    WHERE a."id" = ANY(${ids}::uuid[])
      AND NOT EXISTS (SELECT FROM "AdoptionTask" there WHERE there."adoptionId" = a."id" AND NOT there."isOwn")`;
}

/** Adds a task of the gemeente itself. Errors: forbidden, not-found, conflict when the list is full. */
export async function addTask(viewer: Viewer, input: NewTaskInput): Promise<Changed> {
  const { adoptionId, label, ...told } = input;
  return inTransaction(async (tx) => {
    const { adoption, member } = await lockKept(tx, viewer, adoptionId);
    const { _max, _count } = await tx.adoptionTask.aggregate({
      where: { adoptionId },
      _max: { position: true },
      _count: true,
    });
    if (_count >= mostTasks) throw new DomainError("conflict", "tooManyTasks", String(mostTasks));
    const position = (_max.position ?? 0) + 1;
    const columns = { adoptionId, position, label, isOwn: true, isDemo: isDemo(viewer), ...toColumns(told) };
    await tx.adoptionTask.create({ data: columns, select: { id: true } });
    await auditAdoption(tx, member, "task.added", adoption, { position });
    return { slug: adoption.solution.slug };
  });
}

/**
 * Says what is known of a step or task now: who, when, done with what evidence, or not done after all.
 * Errors: forbidden, not-found, conflict when somebody else changed it since it was read.
 */
export async function changeTask(viewer: Viewer, input: TaskInput): Promise<Changed> {
  const { label, doneOn, evidence, ownerName, dueOn, note } = input;
  return change(viewer, input, async (tx, task, member) => {
    const isSameDay = task.doneOn !== null && toDay(task.doneOn) === doneOn;
    const doneById = doneOn ? (isSameDay ? task.doneById : member.user.id) : null;
    return tx.adoptionTask.update({
      where: { id: task.id },
      data: {
        ...{ label, ...toColumns({ ownerName, dueOn, note }), evidence: evidence || null },
        ...{ doneOn: doneOn ? toDate(doneOn) : null, doneById, version: { increment: 1 } },
        isDemo: task.isDemo && isDemo(viewer),
      },
      select: { id: true },
    });
  });
}

/** Done, today. Errors as `changeTask`. */
export async function completeTask(viewer: Viewer, input: SameTaskInput): Promise<Changed> {
  return change(viewer, input, (tx, task, member) =>
    tx.adoptionTask.update({
      where: { id: task.id },
      data: {
        ...{ doneOn: task.doneOn ?? toDate(today()), doneById: task.doneById ?? member.user.id },
        ...{ version: { increment: 1 }, isDemo: task.isDemo && isDemo(viewer) },
      },
      select: { id: true },
    }),
  );
}

/** Takes a step or task out of the list: not needed here. The log keeps that it was there. Errors as `changeTask`. */
export async function removeTask(viewer: Viewer, input: SameTaskInput): Promise<Changed> {
  return change(
    viewer,
    input,
    (tx, { id }) => tx.adoptionTask.delete({ where: { id }, select: { id: true } }),
    "task.removed",
  );
}

const taskColumns = {
  id: true,
  adoptionId: true,
  position: true,
  doneOn: true,
  doneById: true,
  version: true,
  isDemo: true,
} satisfies Prisma.AdoptionTaskSelect;

type LockedTask = Prisma.AdoptionTaskGetPayload<{ select: typeof taskColumns }>;

async function change(
  viewer: Viewer,
  { taskId, version }: SameTaskInput,
  work: (tx: Transaction, task: LockedTask, member: Member) => Promise<unknown>,
  action: AuditAction = "task.changed",
): Promise<Changed> {
  return inTransaction(async (tx) => {
    const found = await tx.adoptionTask.findUnique({ where: { id: taskId }, select: { adoptionId: true } });
    const { adoption, member } = await lockKept(tx, viewer, found?.adoptionId);
    // Read again behind the lock.
    const task = await tx.adoptionTask.findUnique({ where: { id: taskId }, select: taskColumns });
    if (!task || task.version !== version) throw new DomainError("conflict", "conflict");
    refuseDemoOnReal(viewer, !task.isDemo);
    await work(tx, task, member);
    await auditAdoption(tx, member, action, adoption, { position: task.position });
    return { slug: adoption.solution.slug };
  });
}

/** The adoption behind a lock, for who keeps its list; to others it does not exist. */
async function lockKept(tx: Transaction, viewer: Viewer, adoptionId: string | undefined) {
  requirePermission(viewer.user !== null, viewer);
  if (!adoptionId) throw new DomainError("not-found", "notFound");
  await tx.$queryRaw`SELECT "id" FROM "Adoption" WHERE "id" = ${adoptionId}::uuid FOR NO KEY UPDATE`;
  const adoption = await tx.adoption.findUnique({
    where: { id: adoptionId },
    select: { id: true, gemeenteId: true, leadId: true, solution: { select: { slug: true } } },
  });
  if (!adoption || adoption.gemeenteId !== viewer.organisation?.id) {
    throw new DomainError("not-found", "notFound");
  }
  const mayKeep = canKeepTasks(viewer, adoption);
  requirePermission(mayKeep, viewer);
  return { adoption, member: viewer };
}

function toColumns({ ownerName, dueOn, note }: Pick<NewTaskInput, "ownerName" | "dueOn" | "note">) {
  return { ownerName: ownerName || null, dueOn: dueOn ? toDate(dueOn) : null, note: note || null };
}
