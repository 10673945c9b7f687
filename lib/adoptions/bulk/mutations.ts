import "server-only";
import { toDay } from "@/lib/core/dates";
import type { Transaction } from "@/lib/core/db";
import { Prisma } from "@/lib/core/generated/prisma/client";
import type { Member } from "@/lib/core/roles";
import { lockGemeente } from "../history/mutations";
import { enter, replay, type Standing } from "../history/rules";
import { prepareConnecting } from "../tasks/mutations";
import type { Change, CurrentAdoption } from "./rules";

// Many adoptions of one gemeente at once, in a fixed number of statements: ten thousand take seconds. The
// same history, derived columns and counters as a single step (history/mutations).

const newestColumns = {
  id: true,
  solutionId: true,
  cycle: true,
  version: true,
  status: true,
  resumeStatus: true,
  since: true,
  interestedOn: true,
  committedOn: true,
  inUseOn: true,
  endedOn: true,
  nextStep: true,
  nextOn: true,
  contactName: true,
  leadName: true,
  coverage: true,
  departments: true,
  contractEndsOn: true,
  viaId: true,
  isHidden: true,
  isDemo: true,
  proposals: { where: { state: "OPEN", origin: "SECOND_PERSON" }, select: { id: true } },
  events: { select: { position: true }, orderBy: { position: "desc" }, take: 1 },
} satisfies Prisma.AdoptionSelect;

/** The newest cycle of each solution that this gemeente has an adoption of, by solution. */
export async function readNewest(
  db: Pick<Transaction, "adoption">,
  gemeenteId: string,
): Promise<Map<string, CurrentAdoption>> {
  const rows = await db.adoption.findMany({
    where: { gemeenteId },
    relationLoadStrategy: "join",
    select: newestColumns,
    orderBy: { cycle: "asc" },
  });
  return new Map(rows.map((row) => [row.solutionId, toCurrent(row)]));
}

function toCurrent(row: Prisma.AdoptionGetPayload<{ select: typeof newestColumns }>): CurrentAdoption {
  const { proposals, events, since, ...rest } = row;
  const day = (date: Date | null) => date && toDay(date);
  return {
    ...rest,
    since: toDay(since),
    interestedOn: day(row.interestedOn),
    committedOn: day(row.committedOn),
    inUseOn: day(row.inUseOn),
    endedOn: day(row.endedOn),
    nextOn: day(row.nextOn),
    contractEndsOn: day(row.contractEndsOn),
    isPending: proposals.length > 0,
    position: events[0]?.position ?? 0,
  };
}

/** Locks in the order of the house: solutions by id, then the adoptions of this gemeente with them. */
export async function lockMany(tx: Transaction, gemeenteId: string, solutionIds: string[]): Promise<void> {
  await tx.$queryRaw`SELECT count(*) FROM (SELECT "id" FROM "Solution" WHERE "id" = ANY(${solutionIds}::uuid[])
    ORDER BY "id" FOR NO KEY UPDATE) locked`;
  await tx.$queryRaw`SELECT count(*) FROM (SELECT "id" FROM "Adoption" WHERE "gemeenteId" = ${gemeenteId}::uuid
    AND "solutionId" = ANY(${solutionIds}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE) locked`;
}

/** Of which gemeente, and who enters it: nobody where it follows from a law. */
export type Writer = { gemeenteId: string; enteredById: string | null; isDemo: boolean };

/** Who writes about their own gemeente. */
export function toWriter({ organisation, user }: Member): Writer {
  return { gemeenteId: organisation.id, enteredById: user.id, isDemo: user.isDemo };
}

/** Records these changes, each a step or a plan, of adoptions that are locked. Returns their ids. */
export async function recordMany(
  tx: Transaction,
  writer: Writer,
  changes: readonly Change[],
): Promise<string[]> {
  if (changes.length === 0) return [];
  const { gemeenteId } = writer;
  const rows = changes.map((change) => toRow(writer, change));
  const json = JSON.stringify(rows);
  await tx.$executeRaw(insertAdoptions(gemeenteId, json));
  await tx.$executeRaw(updateAdoptions(json));
  await tx.$executeRaw(insertEvents(json));
  await prepareConnecting(tx, rows, writer.isDemo);
  const moved = rows.filter(({ isMoved }) => isMoved).map(({ solutionId }) => solutionId);
  if (moved.length > 0) await recountMany(tx, gemeenteId, moved);
  return rows.map(({ id }) => id);
}

function toRow(
  { enteredById, isDemo }: Writer,
  { current, isNewCycle, solutionId, step, told, isCorrection, reason }: Change,
) {
  const isStart = current === null || isNewCycle;
  const standing: Standing = isStart ? replay([step]) : enter(current, step);
  const isMoved = isStart || standing.status !== current.status;
  const plan = {
    // People, coverage and contract stay until told otherwise; a plan belongs to the state it was made in.
    contactName: told.contactName ?? (isStart ? null : current.contactName),
    leadName: told.leadName ?? (isStart ? null : current.leadName),
    coverage: told.coverage ?? (isStart ? null : current.coverage),
    departments: told.departments ?? (isStart ? null : current.departments),
    contractEndsOn: told.contractEndsOn ?? (isStart ? null : current.contractEndsOn),
    nextStep: told.nextStep ?? (isMoved ? null : (current?.nextStep ?? null)),
    nextOn: told.nextOn ?? (isMoved ? null : (current?.nextOn ?? null)),
  };
  const known = Object.entries(plan).filter(([, value]) => value !== null);
  return {
    ...standing,
    ...plan,
    id: isStart ? crypto.randomUUID() : current.id,
    solutionId,
    isStart,
    isMoved,
    cycle: isStart ? (current?.cycle ?? 0) + 1 : current.cycle,
    isHidden: current?.isHidden ?? false,
    position: isStart ? 1 : current.position + 1,
    from: isStart ? null : current.status,
    to: step.to,
    occurredOn: step.occurredOn,
    isCorrection,
    reason,
    reference: step.reference ?? null,
    // An adjusted plan tells all of it, as that of one adoption does.
    data: isCorrection ? Object.fromEntries(known) : told,
    enteredById,
    isDemo,
  };
}

const shape = Prisma.raw(`"id" uuid, "solutionId" uuid, "isStart" boolean, "cycle" int, "isHidden" boolean,
  "status" "AdoptionStatus", "resumeStatus" "AdoptionStatus", "since" date, "interestedOn" date,
  "committedOn" date, "inUseOn" date, "endedOn" date, "nextStep" text, "nextOn" date, "contactName" text,
  "leadName" text, "coverage" int, "departments" text, "contractEndsOn" date, "position" int, "from" "AdoptionStatus",
  "to" "AdoptionStatus", "occurredOn" date, "isCorrection" boolean, "reason" text, "reference" text,
  "data" jsonb, "enteredById" uuid, "isDemo" boolean`);

const columns = [
  ...["status", "resumeStatus", "since", "interestedOn", "committedOn", "inUseOn", "endedOn"],
  ...["nextStep", "nextOn", "contactName", "leadName", "coverage", "departments", "contractEndsOn"],
];
const named = Prisma.raw(columns.map((column) => `"${column}"`).join(", "));
const assigned = Prisma.raw(columns.map((column) => `"${column}" = r."${column}"`).join(", "));
const rowsOf = (json: string) => Prisma.sql`jsonb_to_recordset(${json}::jsonb) AS r(${shape})`;

const insertAdoptions = (gemeenteId: string, json: string) => Prisma.sql`
  INSERT INTO "Adoption" ("id", "gemeenteId", "solutionId", "cycle", "isHidden", "isDemo", ${named})
  SELECT r."id", ${gemeenteId}::uuid, r."solutionId", r."cycle", r."isHidden", r."isDemo", ${named}
  FROM ${rowsOf(json)} WHERE r."isStart"`;

const updateAdoptions = (json: string) => Prisma.sql`
  UPDATE "Adoption" a SET ${assigned}, "version" = a."version" + 1, "updatedAt" = now()
  FROM ${rowsOf(json)} WHERE a."id" = r."id" AND NOT r."isStart"`;

const insertEvents = (json: string) => Prisma.sql`
  INSERT INTO "AdoptionEvent" ("adoptionId", "position", "from", "to", "occurredOn", "isCorrection", "reason",
    "reference", "data", "enteredById", "isDemo")
  SELECT r."id", r."position", r."from", r."to", r."occurredOn", r."isCorrection", r."reason", r."reference",
    r."data", r."enteredById", r."isDemo"
  FROM ${rowsOf(json)}`;

/** Counters of the solutions, then of the gemeente, in statements after their locks. */
async function recountMany(tx: Transaction, gemeenteId: string, solutionIds: string[]): Promise<void> {
  await lockGemeente(tx, gemeenteId);
  await tx.$executeRaw`SELECT recount_adopters(${solutionIds}::uuid[])`;
  await tx.$executeRaw`SELECT recount_gemeente(${gemeenteId}::uuid)`;
}
