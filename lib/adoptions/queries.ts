import "server-only";
import { toDay } from "@/lib/core/dates";
import { database } from "@/lib/core/db";
import { Prisma } from "@/lib/core/generated/prisma/client";
import { isGemeenteMember, isSupplier, type Viewer } from "@/lib/core/roles";
import {
  countStates,
  type GemeenteRow,
  type ParticipationSubject,
  reasonOf,
  scopeOf,
  selectVisible,
  toParticipants,
  toTiles,
} from "./participation/rules";
import { canMove } from "./policy";
import { nextStatuses } from "./rules";

/**
 * Who takes part in a solution, as far as this viewer may know. Totals count every gemeente, hidden
 * ones too; null instead of a number means "minder dan 3". Four queries.
 */
export async function getParticipation(viewer: Viewer, solution: ParticipationSubject) {
  const [rows, reported, reportedCounts, explanations] = await Promise.all([
    readGemeenten(solution.id),
    listReported(solution.id),
    database().reportedCount.findMany({
      where: { solutionId: solution.id },
      select: { id: true, statement: true, reportedOn: true, source: true },
      orderBy: { reportedOn: "desc" },
    }),
    listExplanations(viewer, solution.id),
  ]);
  const visible = selectVisible(viewer, solution, rows);
  const isEmpty = visible.length === 0 && reported.length === 0;
  return {
    kind: solution.kind,
    scope: scopeOf(viewer, solution),
    ...countStates(rows, visible),
    tiles: isEmpty ? [] : toTiles(rows, visible, reported),
    mapReason: isEmpty ? reasonOf(viewer, solution) : null,
    participants: toParticipants(viewer, rows, visible),
    reported,
    reportedCounts,
    explanations,
  };
}

export type Participation = Awaited<ReturnType<typeof getParticipation>>;
export type Participant = Participation["participants"][number];
export type ReportedFact = Participation["reported"][number];

/** Every gemeente of today with the newest cycle of its adoption, by name. */
function readGemeenten(solutionId: string): Promise<GemeenteRow[]> {
  return database().$queryRaw<GemeenteRow[]>(Prisma.sql`
    SELECT g."organisationId" AS "gemeenteId", o."name", o."slug", g."province", g."inhabitants",
      g."hexCol" AS col, g."hexRow" AS "row", a."status", a."since", a."isHidden", a."isPublic", a."isDemo"
    FROM "Gemeente" g
    JOIN "Organisation" o ON o."id" = g."organisationId"
    LEFT JOIN (
      SELECT DISTINCT ON ("gemeenteId") "gemeenteId", "status", "since", "isHidden", "isPublic", "isDemo"
      FROM "Adoption" WHERE "solutionId" = ${solutionId}::uuid ORDER BY "gemeenteId", "cycle" DESC) a
      ON a."gemeenteId" = g."organisationId"
    WHERE g."validTo" IS NULL
    ORDER BY o."name"`);
}

/** Facts from public sources that the gemeente has not confirmed; everybody may read those. */
async function listReported(solutionId: string) {
  const rows = await database().adoptionProposal.findMany({
    where: { solutionId, origin: "PUBLIC_SOURCE", state: "OPEN", gemeente: { validTo: null } },
    relationLoadStrategy: "join",
    select: {
      to: true,
      evidenceKind: true,
      evidenceDate: true,
      source: true,
      note: true,
      gemeente: { select: { organisation: { select: { name: true, slug: true } } } },
    },
    orderBy: [{ gemeente: { organisation: { name: "asc" } } }, { evidenceDate: "desc" }],
  });
  return rows.map(({ gemeente, ...fact }) => ({
    ...fact,
    gemeente: gemeente.organisation.name,
    slug: gemeente.organisation.slug,
  }));
}

type ExplanationRow = { gemeente: string | null; slug: string | null; reason: string; since: Date };

/**
 * Why gemeenten do not apply a comply-or-explain solution: published, as was said when it was asked;
 * without a name where the gemeente hides its adoption, and for suppliers. Only what was asked as
 * public: not the reason of a correction, nor one from before the solution was comply-or-explain.
 */
async function listExplanations(viewer: Viewer, solutionId: string) {
  const isNameless = isSupplier(viewer);
  const rows = await database().$queryRaw<ExplanationRow[]>(Prisma.sql`
    SELECT CASE WHEN a."isHidden" OR ${isNameless} THEN NULL ELSE o."name" END AS gemeente,
      CASE WHEN a."isHidden" OR ${isNameless} THEN NULL ELSE o."slug" END AS slug, e."reason", a."since"
    FROM "Adoption" a
    JOIN "Solution" s ON s."id" = a."solutionId" AND s."obligation" = 'COMPLY_OR_EXPLAIN'
    JOIN "Organisation" o ON o."id" = a."gemeenteId"
    JOIN LATERAL (SELECT "reason" FROM "AdoptionEvent"
      WHERE "adoptionId" = a."id" AND "to" = 'DECLINED' AND NOT "isCorrection" AND "data" @> '{"isPublicReason": true}'
      ORDER BY "position" DESC LIMIT 1) e ON e."reason" IS NOT NULL
    WHERE a."solutionId" = ${solutionId}::uuid AND a."status" = 'DECLINED'
      AND NOT EXISTS (SELECT 1 FROM "Adoption" newer WHERE newer."gemeenteId" = a."gemeenteId"
        AND newer."solutionId" = a."solutionId" AND newer."cycle" > a."cycle")
    ORDER BY a."since" DESC`);
  return rows.map(({ since, ...row }) => ({ ...row, since: toDay(since) }));
}

/**
 * Where my gemeente stands with this solution, and what can follow. Null when the viewer acts for no
 * gemeente, or when it has no adoption.
 */
export async function getOwnAdoption(viewer: Viewer, solutionId: string) {
  if (!isGemeenteMember(viewer)) return null;
  const adoption = await database().adoption.findFirst({
    where: { solutionId, gemeenteId: viewer.organisation.id },
    orderBy: { cycle: "desc" },
    relationLoadStrategy: "join",
    select: {
      id: true,
      gemeenteId: true,
      cycle: true,
      status: true,
      resumeStatus: true,
      since: true,
      nextStep: true,
      nextOn: true,
      isHidden: true,
      isPublic: true,
      version: true,
      isDemo: true,
      solution: { select: { obligation: true, priceModel: true, phase: true } },
      proposals: {
        where: { state: "OPEN", origin: "SECOND_PERSON" },
        select: { id: true, to: true, origin: true, state: true, gemeenteId: true, proposedById: true },
      },
    },
  });
  if (!adoption) return null;
  const { proposals, solution, since, nextOn, ...rest } = adoption;
  return {
    ...rest,
    since: toDay(since),
    nextOn: nextOn && toDay(nextOn),
    /** The decision that waits for a second person. */
    pending: proposals[0] ?? null,
    next: nextStatuses(adoption, solution),
    canMove: canMove(viewer, adoption),
  };
}

export type OwnAdoption = NonNullable<Awaited<ReturnType<typeof getOwnAdoption>>>;
