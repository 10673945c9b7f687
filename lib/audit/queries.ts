import "server-only";
import { startOfDay } from "@/lib/core/dates";
import { database } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/generated/prisma/client";
import type { Member } from "@/lib/core/roles";
import type { LogScope } from "./policy";
import { fromPlaceWord, toPlaceWord } from "./rules";
import type { LogFilters } from "./schema";
import { nameSubjects } from "./subjects/queries";

// The log as people read it, newest first. The viewer is proven by policy before any of this; a
// person of the demonstration, who can be anybody, reads the fictitious rows alone.

const columns = {
  id: true,
  at: true,
  action: true,
  subjectType: true,
  subjectId: true,
  detail: true,
  result: true,
  address: true,
  requestId: true,
  isDemo: true,
  chain: true,
  position: true,
  hash: true,
  actor: { select: { name: true } },
  organisation: { select: { name: true } },
} satisfies Prisma.AuditEventSelect;

export type LogRow = Prisma.AuditEventGetPayload<{ select: typeof columns }> & {
  /** What it is about, in words; null when it is gone or has no name. */
  subjectName: string | null;
};

type Question = { member: Member; scope: LogScope; filters: LogFilters };

const pageSize = 50;

/** One page of the log, with the word of where the next, older one begins; null on the last. */
export async function listLog(question: Question) {
  const rows = await readRows(question, pageSize + 1);
  const shown = await withNames(rows.slice(0, pageSize));
  const last = shown.at(-1);
  return { rows: shown, older: rows.length > pageSize && last ? toPlaceWord(last) : null };
}

/** The whole filtered log, in batches, so that its length costs no memory. */
export async function* streamLog(question: Question, batchSize = 1_000): AsyncGenerator<LogRow> {
  let filters = question.filters;
  for (;;) {
    const rows = await readRows({ ...question, filters }, batchSize);
    yield* await withNames(rows);
    const last = rows.at(-1);
    if (!last || rows.length < batchSize) return;
    filters = { ...filters, voor: toPlaceWord(last) };
  }
}

/** Of an organisation: what was done on its behalf, and what others did to it; each by an index of its own. */
async function readRows(question: Question, take: number) {
  const where = await toWhere(question);
  const lists = await Promise.all(
    scopesOf(question).map((scope) =>
      database().auditEvent.findMany({
        where: { AND: [scope, where] },
        relationLoadStrategy: "join",
        select: columns,
        orderBy: [{ at: "desc" }, { id: "desc" }],
        take,
      }),
    ),
  );
  const newestFirst = (a: { at: Date; id: bigint }, b: { at: Date; id: bigint }) =>
    b.at.getTime() - a.at.getTime() || (b.id > a.id ? 1 : -1);
  return lists.flat().sort(newestFirst).slice(0, take);
}

function scopesOf({ member, scope }: Question): Prisma.AuditEventWhereInput[] {
  if (scope === "platform") return [{}];
  const own = member.organisation.id;
  return [
    { organisationId: own },
    {
      detail: { path: ["organisationId"], equals: own },
      OR: [{ organisationId: null }, { organisationId: { not: own } }],
    },
  ];
}

async function toWhere({ member, scope, filters }: Question): Promise<Prisma.AuditEventWhereInput> {
  const { persoon, actie, over, id, organisatie, van, tot } = filters;
  return {
    ...(member.user.isDemo && { isDemo: true }),
    ...(persoon && { actorId: { in: await findPeople(persoon) } }),
    ...(actie && { action: actie }),
    ...(over && { subjectType: over }),
    ...(over && id && { subjectId: id }),
    ...(scope === "platform" &&
      organisatie && {
        organisationId: { in: await findOrganisations(organisatie) },
      }),
    AND: [
      ...(van ? [{ at: { gte: startOfDay(van) } }] : []),
      ...(tot ? [{ at: { lt: startOfDay(tot, 1) } }] : []),
      olderThan(filters.voor),
    ],
  };
}

// Found first, so that the log itself is read by the index of a person or an organisation.

async function findPeople(name: string): Promise<string[]> {
  const people = await database().user.findMany({
    where: { name: { contains: name, mode: "insensitive" } },
    select: { id: true },
    take: 200,
  });
  return people.map(({ id }) => id);
}

/** The organisations that somebody may mean: the one that is called exactly so, else those with it in their name. */
export async function findOrganisations(name: string): Promise<string[]> {
  const found = await database().organisation.findMany({
    where: { OR: [{ slug: name.toLowerCase() }, { name: { contains: name, mode: "insensitive" } }] },
    select: { id: true, slug: true, name: true },
    take: 50,
  });
  const isExact = (one: { slug: string; name: string }) =>
    [one.slug, one.name.toLowerCase()].includes(name.toLowerCase());
  const meant = found.some(isExact) ? found.filter(isExact) : found;
  return meant.map(({ id }) => id);
}

function olderThan(word: string | undefined): Prisma.AuditEventWhereInput {
  const place = word ? fromPlaceWord(word) : null;
  if (!place) return {};
  const at = new Date(place.at);
  // The first half alone lets the index begin in the right place.
  return { at: { lte: at }, OR: [{ at: { lt: at } }, { id: { lt: place.id } }] };
}

async function withNames(rows: Omit<LogRow, "subjectName">[]): Promise<LogRow[]> {
  const nameOf = await nameSubjects(rows);
  return rows.map((row) => ({ ...row, subjectName: nameOf(row) }));
}
