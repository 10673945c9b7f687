import "server-only";
import { type GemeenteRow, selectVisible } from "@/lib/adoptions/participation/rules";
import { maskCount } from "@/lib/adoptions/policy";
import { toStatusGroup } from "@/lib/adoptions/rules";
import { toDay, today } from "@/lib/core/dates";
import { database } from "@/lib/core/db";
import { Prisma } from "@/lib/core/generated/prisma/client";
import { isGemeenteMember, type Viewer } from "@/lib/core/roles";
import { toSizeClass } from "@/lib/gemeenten/rules";
import { countingReviews, meanOf, ratingOf, shownMean, spreadOf } from "@/lib/reviews/rules";

const columns = {
  id: true,
  slug: true,
  name: true,
  summary: true,
  audience: true,
  kind: true,
  theme: true,
  layer: true,
  phase: true,
  obligation: true,
  licence: true,
  legalBasis: true,
  standards: true,
  priceModel: true,
  sideEffects: true,
  confirmedOn: true,
  participationPublic: true,
  providerId: true,
  isDemo: true,
  provider: { select: { name: true } },
} satisfies Prisma.SolutionSelect;

/**
 * Published facilities side by side, in the order asked; what is not (or no longer) published is left
 * out. Who takes part and how many follows what this viewer may know; null is "minder dan 3", and
 * there is no mean under three oordelen. Four statements, however many facilities.
 */
export async function compareSolutions(viewer: Viewer, slugs: readonly string[], day = today()) {
  if (slugs.length === 0) return [];
  const [solutions, adopters, reviews, size] = await Promise.all([
    database().solution.findMany({
      where: { slug: { in: [...slugs] }, publication: "PUBLISHED" },
      relationLoadStrategy: "join",
      select: columns,
    }),
    readAdopters(slugs),
    readExperiences(slugs),
    readOwnSize(viewer),
  ]);
  return solutions
    .sort((a, b) => slugs.indexOf(a.slug) - slugs.indexOf(b.slug))
    .map(({ confirmedOn, ...solution }) => ({
      ...solution,
      confirmedOn: confirmedOn && toDay(confirmedOn),
      ...judge(
        reviews.filter(({ solutionId }) => solutionId === solution.id),
        day,
      ),
      ...listUse(viewer, solution, {
        rows: adopters.filter(({ solutionId }) => solutionId === solution.id),
        size,
      }),
    }));
}

export type ComparedSolution = Awaited<ReturnType<typeof compareSolutions>>[number];

type Adopter = GemeenteRow & { solutionId: string };

/** The gemeenten of today that have an adoption, in its newest cycle. */
function readAdopters(slugs: readonly string[]): Promise<Adopter[]> {
  return database().$queryRaw<Adopter[]>(Prisma.sql`
    SELECT DISTINCT ON (a."solutionId", a."gemeenteId") a."solutionId", a."gemeenteId", o."name", o."slug",
      g."province", g."inhabitants", g."hexCol" AS col, g."hexRow" AS "row",
      a."status", a."since", a."isHidden", a."isPublic", a."isDemo"
    FROM "Adoption" a
    JOIN "Solution" s ON s."id" = a."solutionId" AND s."slug" = ANY(${[...slugs]}) AND s."publication" = 'PUBLISHED'
    JOIN "Gemeente" g ON g."organisationId" = a."gemeenteId" AND g."validTo" IS NULL
    JOIN "Organisation" o ON o."id" = a."gemeenteId"
    ORDER BY a."solutionId", a."gemeenteId", a."cycle" DESC`);
}

/** The size class of the gemeente that the viewer acts for. */
async function readOwnSize(viewer: Viewer) {
  if (!isGemeenteMember(viewer)) return null;
  const own = await database().gemeente.findUnique({
    where: { organisationId: viewer.organisation.id },
    select: { inhabitants: true },
  });
  return own && toSizeClass(own.inhabitants).id;
}

function readExperiences(slugs: readonly string[]) {
  return database().review.findMany({
    where: {
      solution: { slug: { in: [...slugs] }, publication: "PUBLISHED" },
      isOfficial: true,
      kind: "EXPERIENCE",
    },
    select: {
      solutionId: true,
      gemeenteId: true,
      kind: true,
      isOfficial: true,
      score: true,
      writtenOn: true,
      createdAt: true,
      recommend: true,
      leadTimeMonths: true,
      effortHours: true,
      addedValue: true,
      usability: true,
      implementability: true,
      costBenefit: true,
      standards: true,
      security: true,
      support: true,
      localFit: true,
    },
  });
}

type Experience = Awaited<ReturnType<typeof readExperiences>>[number];

function judge(rows: Experience[], day: string) {
  const dated = rows.map((row) => ({ ...row, writtenOn: toDay(row.writtenOn) }));
  const counting = countingReviews(dated);
  const rating = ratingOf(dated, day);
  const mean = shownMean(rating);
  return {
    rating: mean === null ? null : { mean, count: rating.count },
    spread: spreadOf(counting),
    recommend: meanOf(counting.map(({ recommend }) => recommend)).mean,
    leadTime: meanOf(counting.map(({ leadTimeMonths }) => leadTimeMonths)).mean,
    effort: meanOf(counting.map(({ effortHours }) => effortHours)).mean,
  };
}

type Subject = Prisma.SolutionGetPayload<{ select: typeof columns }>;

type Adopters = { rows: Adopter[]; size: Awaited<ReturnType<typeof readOwnSize>> };

function listUse(viewer: Viewer, solution: Omit<Subject, "confirmedOn">, { rows, size }: Adopters) {
  const ownId = isGemeenteMember(viewer) ? viewer.organisation.id : null;
  const isUse = ({ status }: Adopter) => status !== null && toStatusGroup(status) === "inUse";
  const seen = new Set(selectVisible(viewer, solution, rows).map(({ gemeenteId }) => gemeenteId));
  return {
    inUse: maskCount(
      rows.filter(isUse).length,
      rows.every((row) => !isUse(row) || seen.has(row.gemeenteId)),
    ),
    own: rows.find(({ gemeenteId }) => gemeenteId === ownId)?.status ?? null,
    /** Who of the viewer's size uses it and may be named; null for whoever is of no gemeente. */
    likeMine:
      size &&
      rows
        .filter((row) => isUse(row) && seen.has(row.gemeenteId) && row.gemeenteId !== ownId)
        .filter(({ inhabitants }) => toSizeClass(inhabitants).id === size)
        .map(({ name, slug, isDemo }) => ({ name, slug, isDemo: isDemo ?? false })),
  };
}
