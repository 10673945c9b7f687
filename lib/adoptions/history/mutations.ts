import "server-only";
import { toDay } from "@/lib/core/dates";
import { insertRow, runStatement, type Transaction, updateRow } from "@/lib/core/db";
import { DomainError } from "@/lib/core/errors";
import { Prisma, type Solution } from "@/lib/core/generated/prisma/client";
import type { Member } from "@/lib/core/roles";
import { type AdoptionStatus, correctableStatuses, isOver } from "../rules";
import type { StepData } from "../schema";
import { prepareConnecting } from "../tasks/mutations";
import { cameFrom, earliestDay, enter, replay, type Standing, withoutUnprovenDecision } from "./rules";

// What every change of an adoption has in common: lock in the one order, add one event, derive
// the row from the history, recount.

export type LockedSolution = Pick<
  Solution,
  "id" | "slug" | "obligation" | "priceModel" | "phase" | "publication"
>;

/** Locks the solution: the first lock of every change, so that two changes never wait for each other. */
export async function lockSolution(tx: Transaction, id: string): Promise<LockedSolution> {
  const statement = Prisma.sql`
    SELECT "id", "slug", "obligation"::text, "priceModel"::text, "phase"::text, "publication"::text
    FROM "Solution" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  const [solution] = await runStatement<LockedSolution>(statement, tx);
  if (!solution) throw new DomainError("not-found", "notFound");
  return solution;
}

const adoptionColumns = {
  id: true,
  gemeenteId: true,
  solutionId: true,
  cycle: true,
  status: true,
  since: true,
  resumeStatus: true,
  isHidden: true,
  isPublic: true,
  version: true,
  leadId: true,
  contactName: true,
  leadName: true,
  coverage: true,
  departments: true,
  events: {
    select: {
      position: true,
      from: true,
      to: true,
      occurredOn: true,
      isCorrection: true,
      enteredBy: { select: { id: true } },
      confirmedBy: { select: { id: true } },
    },
    orderBy: { position: "asc" },
  },
  proposals: { where: { state: "OPEN", origin: "SECOND_PERSON" }, select: { id: true } },
} satisfies Prisma.AdoptionSelect;

export type LockedAdoption = Prisma.AdoptionGetPayload<{ select: typeof adoptionColumns }>;

/** The solution, then the adoption, both locked; the adoption as it is after waiting. */
export async function lockAdoption(
  tx: Transaction,
  ids: { id: string; solutionId: string },
): Promise<{ solution: LockedSolution; adoption: LockedAdoption }> {
  const solution = await lockSolution(tx, ids.solutionId);
  await runStatement(
    Prisma.sql`SELECT "id" FROM "Adoption" WHERE "id" = ${ids.id}::uuid FOR NO KEY UPDATE`,
    tx,
  );
  const adoption = await tx.adoption.findUnique({ where: { id: ids.id }, select: adoptionColumns });
  if (!adoption) throw new DomainError("not-found", "notFound");
  return { solution, adoption };
}

/** The newest cycle of a gemeente with a solution, locked; call with the solution locked. */
export async function lockNewest(
  tx: Transaction,
  of: { gemeenteId: string; solutionId: string },
): Promise<LockedAdoption | null> {
  const statement = Prisma.sql`
    SELECT "id" FROM "Adoption" WHERE "gemeenteId" = ${of.gemeenteId}::uuid
    AND "solutionId" = ${of.solutionId}::uuid FOR NO KEY UPDATE`;
  const cycles = await runStatement(statement, tx);
  if (cycles.length === 0) return null;
  return tx.adoption.findFirst({ where: of, orderBy: { cycle: "desc" }, select: adoptionColumns });
}

function standingOf(adoption: LockedAdoption): Standing {
  return replay(adoption.events.map(({ to, occurredOn }) => ({ to, occurredOn: toDay(occurredOn) })));
}

/** The states that this adoption may be taken back to. */
export function correctionsOf(adoption: LockedAdoption, solution: LockedSolution): AdoptionStatus[] {
  const earlier = correctableStatuses(adoption, cameFrom(adoption.events), solution);
  return withoutUnprovenDecision(earlier, adoption.events);
}

/** Refuses what starts or goes on where the solution cannot be joined. */
export function refuseUnopened({ publication, phase }: LockedSolution): void {
  if (publication !== "PUBLISHED") throw new DomainError("conflict", "solutionNotPublished");
  if (isOver(phase)) throw new DomainError("conflict", "solutionOver");
}

/**
 * Refuses when somebody else changed the adoption since the form was read, and tells what it is now:
 * "IN_USE:2026-03-01".
 */
export function refuseStale(adoption: LockedAdoption, version: number): void {
  if (adoption.version === version) return;
  throw new DomainError("conflict", "adoptionChanged", `${adoption.status}:${toDay(adoption.since)}`);
}

/** An earlier cycle is history: once the gemeente began anew, only the newest changes. The solution is locked. */
export async function refuseEarlierCycle(tx: Transaction, adoption: LockedAdoption): Promise<void> {
  const { gemeenteId, solutionId, cycle } = adoption;
  const newer = await tx.adoption.count({ where: { gemeenteId, solutionId, cycle: { gt: cycle } } });
  if (newer > 0) throw new DomainError("conflict", "conflict");
}

/** While a decision waits for its second person nothing else moves. */
export function refusePending(adoption: LockedAdoption): void {
  if (adoption.proposals.length > 0) throw new DomainError("conflict", "decisionPending");
}

/** Refuses a step on a day before the last one, also while it still waits for its second person. */
export function refuseTooEarlyStep(
  adoption: LockedAdoption,
  step: Pick<RecordedStep, "to" | "occurredOn">,
): void {
  refuseTooEarly(step.occurredOn, earliestDay(standingOf(adoption), step.to, false));
}

/** Refuses a day before what came before; the detail is that day. */
function refuseTooEarly(occurredOn: string, earliest: string | null): void {
  if (earliest && occurredOn < earliest) throw new DomainError("invalid", "dateBeforePrevious", earliest);
}

/** A step as it is recorded: what was told, by whom, and on what ground. */
export type RecordedStep = StepData & {
  to: AdoptionStatus;
  occurredOn: string;
  isCorrection?: boolean;
  isPublicReason?: true | undefined;
  /** Told with a plan; "2028-12-31". */
  contractEndsOn?: string | undefined;
  enteredById: string | null;
  confirmedById?: string | null;
};

/** Adds the step to the history and derives the adoption from it. The adoption must be locked. */
export async function recordStep(
  tx: Transaction,
  member: Member,
  adoption: LockedAdoption,
  step: RecordedStep,
): Promise<void> {
  const isCorrection = step.isCorrection ?? false;
  const standing = standingOf(adoption);
  refuseTooEarly(step.occurredOn, earliestDay(standing, step.to, isCorrection));
  const position = (adoption.events.at(-1)?.position ?? 0) + 1;
  const event = { adoptionId: adoption.id, position, from: adoption.status, ...toEvent(member, step) };
  await insertRow(tx, "AdoptionEvent", event);
  await updateRow(tx, "Adoption", adoption.id, {
    ...enter(standing, step),
    ...toPlan(step, standing.status),
    version: adoption.version + 1,
    updatedAt: new Date(),
  });
  await prepareConnecting(tx, [{ id: adoption.id, to: step.to }], member.user.isDemo);
  await recount(tx, adoption);
}

type Beginning = {
  gemeenteId: string;
  solutionId: string;
  previous: LockedAdoption | null;
  /** Hidden from the start. */
  isHidden?: boolean;
};

/** Starts a cycle with its first step, after the one that ended, and returns the adoption's id. */
export async function startCycle(
  tx: Transaction,
  member: Member,
  { gemeenteId, solutionId, previous, isHidden = false }: Beginning,
  step: RecordedStep,
): Promise<string> {
  refuseTooEarly(step.occurredOn, previous && toDay(previous.since));
  const id = await insertRow(tx, "Adoption", {
    gemeenteId,
    solutionId,
    cycle: (previous?.cycle ?? 0) + 1,
    // Who hid the last cycle does not expect the next one to be seen.
    isHidden: isHidden || (previous?.isHidden ?? false),
    ...replay([step]),
    ...toPlan(step, null),
    isDemo: member.user.isDemo,
  });
  await insertRow(tx, "AdoptionEvent", { adoptionId: id, position: 1, ...toEvent(member, step) });
  await prepareConnecting(tx, [{ id, to: step.to }], member.user.isDemo);
  await recount(tx, { gemeenteId, solutionId });
  return id;
}

function toEvent(member: Member, step: RecordedStep) {
  const { contactName, leadName, nextStep, nextOn, coverage, departments, scope } = step;
  const { contractEndsOn, isPublicReason } = step;
  const plan = { contactName, leadName, nextStep, nextOn, coverage, departments, contractEndsOn };
  const told = { ...plan, scope, isPublicReason };
  return {
    to: step.to,
    occurredOn: step.occurredOn,
    isCorrection: step.isCorrection ?? false,
    reason: step.reason ?? null,
    body: step.body ?? null,
    reference: step.reference ?? null,
    data: JSON.stringify(told),
    enteredById: step.enteredById,
    confirmedById: step.confirmedById ?? null,
    isDemo: member.user.isDemo,
  };
}

/**
 * A plan belongs to the state it was made in. A step leaves people, coverage and contract as they are until it
 * tells otherwise; an adjusted plan tells all of it, also what is no longer so.
 */
function toPlan(
  { to, contactName, leadName, coverage, departments, contractEndsOn, nextStep, nextOn }: RecordedStep,
  from: AdoptionStatus | null,
) {
  const untold = to === from ? null : undefined;
  return {
    contactName: contactName ?? untold,
    leadName: leadName ?? untold,
    coverage: coverage ?? untold,
    departments: departments ?? untold,
    contractEndsOn: contractEndsOn ?? untold,
    nextStep: nextStep ?? null,
    nextOn: nextOn ?? null,
  };
}

/** Counters of the solution, then of the gemeente; each counts in a statement after its lock. */
export async function recount(
  tx: Transaction,
  { solutionId, gemeenteId }: { solutionId: string; gemeenteId: string },
): Promise<void> {
  await lockGemeente(tx, gemeenteId);
  // As text, because Prisma reads no void, should it have to run this.
  const counting = Prisma.sql`
    SELECT recount_solution(${solutionId}::uuid)::text, recount_gemeente(${gemeenteId}::uuid)::text`;
  await runStatement(counting, tx);
}

/**
 * The last lock of every change. Error: conflict when the gemeente merged while this waited: what it did is
 * history by then.
 */
export async function lockGemeente(tx: Transaction, gemeenteId: string): Promise<void> {
  const statement = Prisma.sql`
    SELECT "validTo" IS NOT NULL AS "hasEnded" FROM "Gemeente" WHERE "organisationId" = ${gemeenteId}::uuid
    FOR NO KEY UPDATE`;
  const [gemeente] = await runStatement<{ hasEnded: boolean }>(statement, tx);
  if (gemeente?.hasEnded) throw new DomainError("conflict", "gemeenteEnded");
}
