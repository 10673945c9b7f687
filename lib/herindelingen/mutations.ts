import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import { toDate, today } from "@/lib/core/dates";
import { database, inTransaction, type Transaction } from "@/lib/core/db";
import { DomainError, refuseDemoOnReal, requireFreshProof, requirePermission } from "@/lib/core/errors";
import { isDemo, type Viewer, visitor } from "@/lib/core/roles";
import { requireStillHeld } from "@/lib/memberships/locks/mutations";
import { carryOut } from "./carrying-out/mutations";
import { canMerge } from "./policy";
import { type Plan, readHerindeling, resolveChoice } from "./queries";
import { isDue, nameOfSuccessor } from "./rules";
import type { CancelInput, PlanInput } from "./schema";

/**
 * Plans a herindeling: nothing changes before its day, when the site carries it out. One of a day that has come is
 * carried out at once. Errors: forbidden, invalid (as `resolveChoice`, or the name typed is another), conflict when
 * somebody else planned for one of these gemeenten first.
 */
export async function planHerindeling(viewer: Viewer, input: PlanInput): Promise<{ id: string }> {
  const mayMerge = canMerge(viewer);
  requirePermission(mayMerge, viewer);
  requireFreshProof(viewer);
  return inTransaction(async (tx) => {
    await requireStillHeld(tx, viewer);
    await lockNamed(tx, await resolveChoice(tx, input));
    // Again behind the locks: of two at once the second finds what the first planned.
    const plan = await resolveChoice(tx, input);
    const name = nameOfSuccessor(plan);
    if (input.typed.toLowerCase() !== name.toLowerCase())
      throw new DomainError("invalid", "typedDiffers", name);
    const isNow = isDue(plan.effectiveOn, today());
    // What the demonstration did to the gemeenten of the country could not be taken away again.
    refuseDemoOnReal(viewer, isNow);
    const id = await keep(tx, plan, isDemo(viewer));
    const done = isNow ? await carryOut(tx, id, viewer.user.id) : null;
    await recordAudit(tx, viewer, {
      action: "herindeling.planned",
      ...subjectOf(id),
      detail: toDetail(plan),
    });
    if (done)
      await recordAudit(tx, viewer, { action: "herindeling.carriedOut", ...subjectOf(id), detail: done });
    return { id };
  });
}

const subjectOf = (subjectId: string) => ({ subjectType: "Herindeling", subjectId }) as const;

type Chosen = Pick<Plan, "effectiveOn" | "predecessors" | "successor" | "fresh">;

function toDetail(plan: Chosen) {
  return {
    effectiveOn: plan.effectiveOn,
    predecessors: plan.predecessors.map(({ name }) => name),
    into: nameOfSuccessor(plan),
  };
}

async function lockNamed(tx: Transaction, { predecessors, successor }: Chosen): Promise<void> {
  const ids = [...predecessors, ...(successor ? [successor] : [])].map(({ id }) => id);
  await tx.$queryRaw`SELECT count(*) FROM (SELECT "organisationId" FROM "Gemeente"
    WHERE "organisationId" = ANY(${ids}::uuid[]) ORDER BY "organisationId" FOR NO KEY UPDATE) locked`;
}

async function keep(tx: Transaction, plan: Plan, isDemo: boolean): Promise<string> {
  const { effectiveOn, law, successor, fresh, predecessors } = plan;
  const { id } = await tx.herindeling.create({
    data: {
      ...{ effectiveOn: toDate(effectiveOn), law, isDemo, successorId: successor?.id ?? null },
      ...{ newName: fresh?.name ?? null, newCbsCode: fresh?.cbsCode ?? null },
    },
    select: { id: true },
  });
  await tx.gemeente.updateMany({
    where: { organisationId: { in: predecessors.map((one) => one.id) } },
    data: { endsInId: id },
  });
  return id;
}

/** Takes a plan back; nothing had changed. Errors: forbidden, not-found, conflict when it was carried out. */
export async function cancelHerindeling(viewer: Viewer, { id }: CancelInput): Promise<void> {
  const mayMerge = canMerge(viewer);
  requirePermission(mayMerge, viewer);
  requireFreshProof(viewer);
  await inTransaction(async (tx) => {
    await requireStillHeld(tx, viewer);
    await tx.$queryRaw`SELECT "id" FROM "Herindeling" WHERE "id" = ${id}::uuid FOR UPDATE`;
    const plan = await readHerindeling(tx, id);
    if (!plan) throw new DomainError("not-found", "notFound");
    if (plan.carriedOutAt) throw new DomainError("conflict", "herindelingDone");
    refuseDemoOnReal(viewer, !plan.isDemo);
    await tx.herindeling.delete({ where: { id } });
    await recordAudit(tx, viewer, {
      action: "herindeling.cancelled",
      ...subjectOf(id),
      detail: toDetail(plan),
    });
  });
}

/**
 * Carries out what is planned for `day` or before, each whole or not at all; doing it twice changes nothing more.
 * Plans of the demonstration stay plans. The first failure is thrown when all had their turn.
 */
export async function carryOutDue(day: string = today()): Promise<void> {
  const due = await database().herindeling.findMany({
    where: { effectiveOn: { lte: toDate(day) }, carriedOutAt: null, isDemo: false },
    select: { id: true },
    orderBy: [{ effectiveOn: "asc" }, { createdAt: "asc" }],
  });
  const failures: unknown[] = [];
  for (const { id } of due) await carryOutPlanned(id).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}

async function carryOutPlanned(id: string): Promise<void> {
  await inTransaction(async (tx) => {
    const done = await carryOut(tx, id, null);
    await recordAudit(tx, visitor, { action: "herindeling.carriedOut", ...subjectOf(id), detail: done });
  });
}
