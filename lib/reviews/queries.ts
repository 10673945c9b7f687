import "server-only";
import { canSeeAdoption, canSeeEveryState, maskCount, type SolutionScope } from "@/lib/adoptions/policy";
import { toDay, today } from "@/lib/core/dates";
import { database } from "@/lib/core/db";
import { Prisma } from "@/lib/core/generated/prisma/client";
import { isGemeenteMember, type Viewer } from "@/lib/core/roles";
import { type SizeClassId, sizeClasses, toSizeClass } from "@/lib/gemeenten/rules";
import { canAnswer, isOfficialReviewer } from "./policy";
import {
  countingReviews,
  isCurrent,
  isOld,
  meanOf,
  minimumForMean,
  type ReviewKind,
  ratingOf,
  reviewKind,
  shownMean,
  spreadOf,
} from "./rules";
import type { Marks } from "./schema";

const markColumns = {
  addedValue: true,
  usability: true,
  implementability: true,
  costBenefit: true,
  standards: true,
  security: true,
  support: true,
  localFit: true,
} satisfies Record<keyof Marks, true>;

const reviewColumns = {
  ...markColumns,
  id: true,
  gemeenteId: true,
  kind: true,
  isOfficial: true,
  score: true,
  recommend: true,
  leadTimeMonths: true,
  effortHours: true,
  tip: true,
  pitfall: true,
  reply: true,
  repliedAt: true,
  writtenOn: true,
  createdAt: true,
  isDemo: true,
  version: true,
} satisfies Prisma.ReviewSelect;

function readReviews(solutionId: string) {
  return database().review.findMany({
    where: { solutionId },
    relationLoadStrategy: "join",
    orderBy: [{ writtenOn: "desc" }, { createdAt: "desc" }],
    select: {
      ...reviewColumns,
      gemeente: {
        select: {
          province: true,
          inhabitants: true,
          organisation: { select: { name: true, slug: true } },
          adoptions: {
            where: { solutionId },
            orderBy: { cycle: "desc" },
            take: 1,
            select: { status: true, isHidden: true, isPublic: true },
          },
        },
      },
    },
  });
}

type ReviewRow = Awaited<ReturnType<typeof readReviews>>[number];
type Subject = SolutionScope & { id: string };

/**
 * What gemeenten think of a solution, as far as this viewer may know. The means and the spread are
 * over the official experiences that count; under three there are none. Whom the viewer may not
 * know is described by size class and province as far as that leaves three to choose from, and under
 * three not shown at all. At most two queries.
 */
export async function getReviews(viewer: Viewer, solution: Subject, day = today()) {
  const rows = await readReviews(solution.id);
  const mayName = rows.every((row) => canNameReviewer(viewer, solution, row));
  const known = listKnown(viewer, solution, rows);
  const describable = mayName ? new Set<string>() : await listDescribable(known);
  const dated = rows.map((row) => ({ ...row, writtenOn: toDay(row.writtenOn) }));
  const counting = countingReviews(dated);
  const rating = ratingOf(dated, day);
  const listOf = (kind: ReviewKind) => {
    const ofKind = rows.filter((row) => row.kind === kind);
    return toList(viewer, solution, ofKind, (row) => toView(viewer, solution, row, { day, describable }));
  };
  return {
    rating: { count: maskCount(rating.count, mayName), mean: shownMean(rating) },
    spread: rating.count < minimumForMean ? null : spreadOf(counting),
    recommend: meanOf(counting.map((review) => review.recommend)),
    leadTime: meanOf(counting.map((review) => review.leadTimeMonths)),
    effort: meanOf(counting.map((review) => review.effortHours)),
    experiences: listOf("EXPERIENCE"),
    expectations: listOf("EXPECTATION"),
  };
}

export type Reviews = Awaited<ReturnType<typeof getReviews>>;

/** A gemeente as the viewer may know it: by name, or by what at least three others are; null is not told. */
export type Reviewer =
  | { name: string; slug: string }
  | { sizeClass: SizeClassId | null; province: ReviewRow["gemeente"]["province"] | null };

/** Official first, then the recent, then those with a pitfall; the number is null for "minder dan 3". */
function toList<V extends ReviewView>(
  viewer: Viewer,
  solution: Subject,
  rows: ReviewRow[],
  toItem: (row: ReviewRow) => V,
) {
  const isNamed = (row: ReviewRow) => canNameReviewer(viewer, solution, row);
  const gemeenten = new Set(rows.map(({ gemeenteId }) => gemeenteId)).size;
  const shown = gemeenten >= minimumForMean ? rows : rows.filter(isNamed);
  const rank = (view: V) => (view.isOfficial ? 0 : 4) + (view.isOld ? 2 : 0) + (view.pitfall ? 0 : 1);
  return {
    count: maskCount(rows.length, rows.every(isNamed)),
    reviews: shown.map(toItem).sort((a, b) => rank(a) - rank(b)),
  };
}

/** The name follows the visibility of the adoption; without one, only other gemeenten learn it. */
function canNameReviewer(viewer: Viewer, solution: Subject, { gemeenteId, gemeente }: ReviewRow): boolean {
  const [adoption] = gemeente.adoptions;
  if (adoption) return canSeeAdoption(viewer, { ...adoption, gemeenteId, solution });
  return canSeeEveryState(viewer, solution);
}

type Context = { day: string; describable: Set<string> };

function toView(viewer: Viewer, solution: Subject, row: ReviewRow, { day, describable }: Context) {
  const { gemeente, gemeenteId, createdAt, writtenOn, repliedAt, ...rest } = row;
  const { name, slug } = gemeente.organisation;
  const who = canNameReviewer(viewer, solution, row) ? { name, slug } : toDescription(gemeente, describable);
  return {
    ...rest,
    who,
    writtenOn: toDay(writtenOn),
    repliedAt,
    isOld: isOld(toDay(writtenOn), day),
    mayAnswer: canAnswer(viewer, { ...row, solution }),
  };
}

export type ReviewView = ReturnType<typeof toView>;

type Place = Pick<ReviewRow["gemeente"], "province" | "inhabitants">;

/** What a gemeente can be described by, the most telling first. */
function cellsOf({ province, inhabitants }: Place): [both: string, size: string] {
  const sizeClass = toSizeClass(inhabitants).id;
  return [`${province} ${sizeClass}`, sizeClass];
}

/** Size class and province, else size class alone, else no more than that it is a gemeente. */
function toDescription(place: Place, describable: Set<string>): Reviewer {
  const [both, size] = cellsOf(place);
  const sizeClass = toSizeClass(place.inhabitants).id;
  if (describable.has(both)) return { sizeClass, province: place.province };
  return { sizeClass: describable.has(size) ? sizeClass : null, province: null };
}

/** Who certainly did not write what is unnamed: the viewer's own gemeente and those that are named. */
function listKnown(viewer: Viewer, solution: Subject, rows: ReviewRow[]): string[] {
  const named = rows.filter((row) => canNameReviewer(viewer, solution, row));
  return [
    ...named.map(({ gemeenteId }) => gemeenteId),
    ...(viewer.organisation ? [viewer.organisation.id] : []),
  ];
}

/**
 * Size class and province together may point at one gemeente (Utrecht!), all the more when the others
 * are known: what describes at least three gemeenten besides those.
 */
async function listDescribable(known: string[]): Promise<Set<string>> {
  const bounds = sizeClasses.slice(1).map(({ from }) => from);
  // One of each kind stands for all of it: a few rows, however many gemeenten there are.
  const kinds = await database().$queryRaw<(Place & { count: number })[]>(Prisma.sql`
    SELECT "province", min("inhabitants") AS "inhabitants", count(*)::int AS "count" FROM "Gemeente"
    WHERE "validTo" IS NULL AND "organisationId" <> ALL(${known}::uuid[])
    GROUP BY "province", width_bucket("inhabitants", ${bounds}::int[])`);
  const counts = new Map<string, number>();
  for (const { count, ...place } of kinds)
    for (const cell of cellsOf(place)) counts.set(cell, (counts.get(cell) ?? 0) + count);
  return new Set([...counts].filter(([, count]) => count >= minimumForMean).map(([cell]) => cell));
}

/**
 * What the form for an oordeel starts from: the oordeel of the past twelve months (of the gemeente
 * for its manager, else the viewer's own remark) and whether it will count as experience. Null for
 * whoever acts for no gemeente.
 */
export async function getOwnReview(viewer: Viewer, solutionId: string, day = today()) {
  if (!isGemeenteMember(viewer)) return null;
  const isOfficial = isOfficialReviewer(viewer);
  const own = await database().gemeente.findUnique({
    where: { organisationId: viewer.organisation.id },
    relationLoadStrategy: "join",
    select: {
      reviews: {
        where: { solutionId, isOfficial, authorId: isOfficial ? Prisma.skip : viewer.user.id },
        orderBy: [{ writtenOn: "desc" }, { createdAt: "desc" }],
        take: 1,
        select: { ...reviewColumns, author: { select: { name: true } } },
      },
      adoptions: { where: { solutionId }, select: { status: true } },
    },
  });
  const [newest] = own?.reviews ?? [];
  const current = newest && isCurrent(toDay(newest.writtenOn), day) ? newest : null;
  return {
    isOfficial,
    kind: reviewKind(own?.adoptions.map(({ status }) => status) ?? []),
    current: current && { ...current, writtenOn: toDay(current.writtenOn) },
  };
}

export type OwnReview = NonNullable<Awaited<ReturnType<typeof getOwnReview>>>;

/** An oordeel that this viewer may answer now, or null. */
export async function getAnswerable(viewer: Viewer, solution: Subject, reviewId: string, day = today()) {
  const { experiences, expectations } = await getReviews(viewer, solution, day);
  const all = [...experiences.reviews, ...expectations.reviews];
  return all.find(({ id, mayAnswer }) => id === reviewId && mayAnswer) ?? null;
}
