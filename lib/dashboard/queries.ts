import "server-only";
import { visibleAdoptions } from "@/lib/adoptions/policy";
import { toDay, today } from "@/lib/core/dates";
import { database } from "@/lib/core/db";
import { Prisma } from "@/lib/core/generated/prisma/client";
import type { Viewer } from "@/lib/core/roles";
import { type CurvePoint, cumulateCurve, type MonthlyStep } from "./rules";

/**
 * How many adoptions stood in each group at every month's end, of these solutions together; without
 * any, of all published solutions. Until this month, the last day being today.
 */
export async function getAdoptionCurve({
  solutionIds,
}: {
  solutionIds?: string[];
} = {}): Promise<CurvePoint[]> {
  const [steps, gemeenten] = await Promise.all([
    solutionIds ? listStepsOf(solutionIds) : listSteps(),
    listLifeSpans(),
  ]);
  return cumulateCurve(steps, gemeenten, today().slice(0, 7));
}

/**
 * The steps that count. A correction may go back in time; from its day on it stands, and what was
 * entered before it with a later day no longer does. Per adoption, so that the few of one solution are found
 * by the index: taken together, PostgreSQL reads all there are.
 */
const standingSteps = (adoptions: Prisma.Sql) => Prisma.sql`
  SELECT s.* FROM (${adoptions}) a("id") CROSS JOIN LATERAL (
    SELECT "occurredOn" AS day, lag("to") OVER (ORDER BY "position") AS "from", "to"
    FROM (
      SELECT e."position", e."to", e."occurredOn", min(e."occurredOn") OVER (
        ORDER BY e."position" ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS later
      FROM "AdoptionEvent" e WHERE e."adoptionId" = a."id") e
    WHERE later IS NULL OR later >= "occurredOn") s`;

function listStepsOf(solutionIds: string[]): Promise<MonthlyStep[]> {
  const adoptions = Prisma.sql`
    SELECT a."id" FROM "Adoption" a WHERE a."solutionId" = ANY(${solutionIds}::uuid[])`;
  return database().$queryRaw<MonthlyStep[]>(Prisma.sql`
    SELECT to_char(day, 'YYYY-MM') AS month, "from", "to", count(*)::int AS count
    FROM (${standingSteps(adoptions)}) s GROUP BY 1, 2, 3`);
}

/**
 * Of all published solutions. An event holds both ends of its step already, so all can be counted
 * unread; the few histories with a correction are taken off again and read in order, and those of
 * solutions that are no longer published are taken off. Four times as fast as reading all in order.
 */
function listSteps(): Promise<MonthlyStep[]> {
  const standing = standingSteps(Prisma.sql`SELECT id FROM corrected EXCEPT SELECT id FROM unpublished`);
  return database().$queryRaw<MonthlyStep[]>(Prisma.sql`
    WITH corrected AS MATERIALIZED (SELECT DISTINCT "adoptionId" AS id FROM "AdoptionEvent" WHERE "isCorrection"),
    unpublished AS MATERIALIZED (SELECT a."id" FROM "Adoption" a
      JOIN "Solution" s ON s."id" = a."solutionId" AND s."publication" <> 'PUBLISHED'),
    by_day AS (
      SELECT "occurredOn" AS day, "from", "to", count(*) AS n FROM "AdoptionEvent" GROUP BY 1, 2, 3
      UNION ALL
      SELECT e."occurredOn", e."from", e."to", -1 FROM "AdoptionEvent" e
      WHERE e."adoptionId" IN (SELECT id FROM corrected UNION SELECT id FROM unpublished)
      UNION ALL
      SELECT day, "from", "to", 1 FROM (${standing}) s)
    SELECT to_char(day, 'YYYY-MM') AS month, "from", "to", sum(n)::int AS count FROM by_day
    GROUP BY 1, 2, 3 HAVING sum(n) <> 0`);
}

/** Most existed as long as most others: a few rows, however many gemeenten there are. */
async function listLifeSpans() {
  const rows = await database().gemeente.groupBy({ by: ["validFrom", "validTo"], _count: { _all: true } });
  return rows.map(({ validFrom, validTo, _count }) => ({
    validFrom: validFrom && toDay(validFrom),
    validTo: validTo && toDay(validTo),
    count: _count._all,
  }));
}

const milestone = {
  status: true,
  since: true,
  isDemo: true,
  gemeente: { select: { organisation: { select: { slug: true, name: true } } } },
  solution: { select: { slug: true, name: true, kind: true } },
} satisfies Prisma.AdoptionSelect;

/**
 * Who decided to take part, tries or uses something since most recently: only what this viewer may
 * see by name, so nothing for suppliers.
 */
export async function listMilestones(viewer: Viewer, take = 10) {
  const reached: Prisma.AdoptionWhereInput = {
    status: { in: ["COMMITTED", "PILOT", "IN_USE"] },
    solution: { publication: "PUBLISHED" },
    gemeente: { validTo: null },
  };
  const rows = await database().adoption.findMany({
    where: { AND: [reached, visibleAdoptions(viewer)] },
    relationLoadStrategy: "join",
    select: milestone,
    orderBy: [{ since: "desc" }, { id: "asc" }],
    take,
  });
  return rows.map(({ since, gemeente, ...row }) => ({
    ...row,
    since: toDay(since),
    gemeente: gemeente.organisation,
  }));
}

export type Milestone = Awaited<ReturnType<typeof listMilestones>>[number];

/** What a gemeente does, as far as this viewer may know: the newest adoption of each published solution. */
export async function getPortfolio(viewer: Viewer, gemeenteId: string) {
  const newest = await listNewestCycles(gemeenteId);
  const rows = await database().adoption.findMany({
    where: { AND: [{ id: { in: newest } }, visibleAdoptions(viewer)] },
    relationLoadStrategy: "join",
    select: {
      status: true,
      since: true,
      isHidden: true,
      isDemo: true,
      solutionId: true,
      solution: { select: { slug: true, name: true, kind: true, theme: true } },
    },
    orderBy: { solution: { name: "asc" } },
  });
  return rows.map(({ since, ...row }) => ({ ...row, since: toDay(since) }));
}

/** Apart from visibility: where the newest cycle is hidden, an older one would tell what is no longer so. */
async function listNewestCycles(gemeenteId: string): Promise<string[]> {
  const rows = await database().$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT DISTINCT ON (a."solutionId") a."id"
    FROM "Adoption" a JOIN "Solution" s ON s."id" = a."solutionId" AND s."publication" = 'PUBLISHED'
    WHERE a."gemeenteId" = ${gemeenteId}::uuid ORDER BY a."solutionId", a."cycle" DESC`);
  return rows.map(({ id }) => id);
}

export type PortfolioItem = Awaited<ReturnType<typeof getPortfolio>>[number];

/** What public sources say that a gemeente does and that it has not confirmed; everybody may read this. */
export function listReportedFacts(gemeenteId: string) {
  return database().adoptionProposal.findMany({
    where: { gemeenteId, origin: "PUBLIC_SOURCE", state: "OPEN", solution: { publication: "PUBLISHED" } },
    relationLoadStrategy: "join",
    select: {
      id: true,
      to: true,
      evidenceKind: true,
      evidenceDate: true,
      source: true,
      solution: { select: { slug: true, name: true, kind: true } },
    },
    orderBy: [{ solution: { name: "asc" } }, { evidenceDate: "desc" }],
  });
}

export type GemeenteFact = Awaited<ReturnType<typeof listReportedFacts>>[number];
