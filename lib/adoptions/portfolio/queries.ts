import "server-only";
import { toDay, today } from "@/lib/core/dates";
import { database } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/generated/prisma/client";
import type { Member } from "@/lib/core/roles";
import { cameFrom, withoutUnprovenDecision } from "../history/rules";
import { canKeepTasks, canMove, canSetVisibility, canTakeStep } from "../policy";
import { correctableStatuses, isInUse, nextStatuses } from "../rules";
import { isLate } from "../tasks/rules";

// What a gemeente reads about itself. Every read is scoped by the gemeente of the member, so that
// whoever passes the type has passed the check.

const eventColumns = {
  position: true,
  from: true,
  to: true,
  occurredOn: true,
  isCorrection: true,
  reason: true,
  body: true,
  reference: true,
  data: true,
  enteredAt: true,
  isDemo: true,
  enteredBy: { select: { name: true } },
  confirmedBy: { select: { name: true } },
} satisfies Prisma.AdoptionEventSelect;

const adoptionColumns = {
  id: true,
  gemeenteId: true,
  cycle: true,
  status: true,
  resumeStatus: true,
  since: true,
  nextStep: true,
  nextOn: true,
  contactName: true,
  leadName: true,
  leadId: true,
  lead: { select: { name: true } },
  coverage: true,
  departments: true,
  contractEndsOn: true,
  confirmedOn: true,
  isHidden: true,
  isPublic: true,
  version: true,
  isDemo: true,
  via: { select: { name: true } },
  solution: {
    select: {
      id: true,
      slug: true,
      name: true,
      kind: true,
      theme: true,
      phase: true,
      obligation: true,
      priceModel: true,
    },
  },
  events: { select: eventColumns, orderBy: { position: "desc" } },
  tasks: {
    where: { doneOn: null, dueOn: { not: null } },
    select: { label: true, dueOn: true },
    orderBy: [{ dueOn: "asc" }, { position: "asc" }],
  },
  proposals: {
    where: { state: "OPEN", origin: "SECOND_PERSON" },
    select: {
      id: true,
      to: true,
      origin: true,
      state: true,
      step: true,
      gemeenteId: true,
      proposedById: true,
      proposedBy: { select: { name: true } },
    },
  },
} satisfies Prisma.AdoptionSelect;

type Row = Prisma.AdoptionGetPayload<{ select: typeof adoptionColumns }>;

/** Every solution that my gemeente follows or followed: the newest cycle, with its history, newest step first. */
export async function listPortfolio(member: Member) {
  const rows = await database().adoption.findMany({
    where: { gemeenteId: member.organisation.id },
    relationLoadStrategy: "join",
    select: adoptionColumns,
    orderBy: { cycle: "desc" },
  });
  const newest = new Map<string, Row>();
  for (const row of rows) if (!newest.has(row.solution.id)) newest.set(row.solution.id, row);
  return [...newest.values()].map((row) => toRecord(member, row));
}

export type AdoptionRecord = Awaited<ReturnType<typeof listPortfolio>>[number];
export type HistoryStep = AdoptionRecord["events"][number];

/** One facility for my gemeente: the newest cycle, the earlier ones, and what sources say. Null for an unknown slug. */
export async function getRecord(member: Member, slug: string) {
  const gemeenteId = member.organisation.id;
  const solution = await database().solution.findUnique({
    where: { slug },
    relationLoadStrategy: "join",
    select: {
      id: true,
      slug: true,
      name: true,
      summary: true,
      kind: true,
      phase: true,
      obligation: true,
      priceModel: true,
      publication: true,
      adoptions: { where: { gemeenteId }, orderBy: { cycle: "desc" }, select: adoptionColumns },
      proposals: {
        where: { gemeenteId, state: "OPEN", origin: { not: "SECOND_PERSON" } },
        select: { id: true },
      },
      relationsFrom: {
        where: { kind: "REQUIRES", to: { publication: "PUBLISHED" } },
        orderBy: { to: { name: "asc" } },
        select: { to: { select: prerequisiteColumns(gemeenteId) } },
      },
    },
  });
  if (!solution) return null;
  const { adoptions, proposals, relationsFrom, ...rest } = solution;
  const [newest = null, ...earlier] = adoptions.map((row) => toRecord(member, row));
  // An unpublished solution exists only for a gemeente that has a history with it.
  if (!newest && solution.publication !== "PUBLISHED") return null;
  const prerequisites = relationsFrom.map(({ to: { adoptions: own, ...one } }) => {
    const status = own[0]?.status ?? null;
    return { ...one, status, isMet: status !== null && isInUse(status) };
  });
  return { solution: rest, newest, earlier, openProposals: proposals.length, prerequisites };
}

/** What must be in use first, with how far my gemeente is with it. */
const prerequisiteColumns = (gemeenteId: string) =>
  ({
    slug: true,
    name: true,
    kind: true,
    adoptions: {
      where: { gemeenteId },
      orderBy: { cycle: "desc" },
      take: 1,
      select: { status: true },
    },
  }) satisfies Prisma.SolutionSelect;

export type SolutionRecord = NonNullable<Awaited<ReturnType<typeof getRecord>>>;

function toRecord(member: Member, row: Row) {
  const { events, proposals, since, nextOn, contractEndsOn, confirmedOn, lead, tasks, ...rest } = row;
  const next = nextStatuses(row, row.solution);
  return {
    ...rest,
    leadAccount: lead?.name ?? null,
    since: toDay(since),
    nextOn: nextOn && toDay(nextOn),
    contractEndsOn: contractEndsOn && toDay(contractEndsOn),
    checkedOn: lastCheck(row),
    explanation: events.find(({ isCorrection }) => !isCorrection)?.reason ?? null,
    pending: proposals[0] ?? null,
    /** Steps and tasks that should have been done, the oldest first. */
    lateTasks: tasks
      .map(({ label, dueOn }) => ({ label, dueOn: dueOn && toDay(dueOn), doneOn: null }))
      .filter((task) => isLate(task, today()))
      .map(({ label }) => label),
    next,
    /** The steps of `next` that this viewer may take. */
    mayTake: next.filter((to) => canTakeStep(member, row, to)),
    canKeepTasks: canKeepTasks(member, row),
    correctable: withoutUnprovenDecision(
      correctableStatuses(row, cameFrom(events.toReversed()), row.solution),
      events,
    ),
    canMove: canMove(member, row),
    canSetVisibility: canSetVisibility(member, row),
    events: events.map(({ occurredOn, enteredBy, confirmedBy, ...event }) => ({
      ...event,
      occurredOn: toDay(occurredOn),
      enteredBy: enteredBy?.name ?? null,
      confirmedBy: confirmedBy?.name ?? null,
    })),
  };
}

/** The day of the newest step or confirmation. Without either it was imported: when its state began. */
function lastCheck({ events, confirmedOn, since }: Row): string {
  const steps = events.map(({ enteredAt }) => today(enteredAt));
  const days = confirmedOn ? [...steps, toDay(confirmedOn)] : steps;
  return days.sort().at(-1) ?? toDay(since);
}

/**
 * "Pas toe of leg uit" (docs/domain.md) of which my gemeente said nothing: neither that it takes part or is
 * on its way, nor why not.
 */
export async function listUnmentioned(member: Member) {
  return database().solution.findMany({
    where: {
      publication: "PUBLISHED",
      obligation: "COMPLY_OR_EXPLAIN",
      phase: { notIn: ["RETIRED", "STOPPED"] },
      adoptions: { none: { gemeenteId: member.organisation.id } },
    },
    select: { slug: true, name: true },
    orderBy: { name: "asc" },
  });
}

export type Unmentioned = Awaited<ReturnType<typeof listUnmentioned>>[number];

/** How many claims of others wait for an answer of my gemeente. */
export function countOpenFacts(member: Member): Promise<number> {
  return database().adoptionProposal.count({
    where: {
      gemeenteId: member.organisation.id,
      state: "OPEN",
      origin: { not: "SECOND_PERSON" },
      solution: { publication: "PUBLISHED" },
    },
  });
}

/**
 * What waits for an answer of my gemeente: decisions for a second person first, then what public
 * sources and providers say, each with where the gemeente stands now.
 */
export async function listProposals(member: Member) {
  const gemeenteId = member.organisation.id;
  const rows = await database().adoptionProposal.findMany({
    where: {
      gemeenteId,
      state: "OPEN",
      OR: [{ origin: "SECOND_PERSON" }, { solution: { publication: "PUBLISHED" } }],
    },
    relationLoadStrategy: "join",
    select: {
      id: true,
      origin: true,
      state: true,
      gemeenteId: true,
      to: true,
      step: true,
      evidenceKind: true,
      evidenceDate: true,
      source: true,
      note: true,
      proposedById: true,
      proposedAt: true,
      isDemo: true,
      proposedBy: { select: { name: true } },
      organisation: { select: { name: true } },
      solution: {
        select: {
          slug: true,
          name: true,
          kind: true,
          obligation: true,
          adoptions: {
            where: { gemeenteId },
            orderBy: { cycle: "desc" },
            take: 1,
            select: { status: true, resumeStatus: true, since: true },
          },
        },
      },
    },
    orderBy: [{ solution: { name: "asc" } }, { evidenceDate: "desc" }],
  });
  return rows.map(({ solution: { adoptions, ...solution }, ...proposal }) => {
    const [newest] = adoptions;
    return { ...proposal, solution, now: newest ? { ...newest, since: toDay(newest.since) } : null };
  });
}

export type WaitingProposal = Awaited<ReturnType<typeof listProposals>>[number];
