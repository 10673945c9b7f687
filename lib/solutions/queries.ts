import "server-only";
import { cache } from "react";
import { database } from "@/lib/core/db";
import { Prisma } from "@/lib/core/generated/prisma/client";
import type { SolutionKind, Theme } from "@/lib/core/generated/prisma/enums";
import { isGemeenteMember, type Viewer } from "@/lib/core/roles";
import { canSeeDraft } from "./policy";
import { contentSelect } from "./schema";

export type NewestSolution = {
  slug: string;
  name: string;
  kind: SolutionKind;
  isDemo: boolean;
  publishedAt: Date | null;
};

/** The published solutions of which a version was published last, newest first. */
export function listNewest(count: number): Promise<NewestSolution[]> {
  return database().solution.findMany({
    where: { publication: "PUBLISHED" },
    select: { slug: true, name: true, kind: true, isDemo: true, publishedAt: true },
    orderBy: [{ publishedAt: "desc" }, { name: "asc" }],
    take: count,
  });
}

/** How many published solutions each theme has; a theme without any is left out. */
export async function countByTheme(): Promise<{ theme: Theme; count: number }[]> {
  const groups = await database().solution.groupBy({
    by: ["theme"],
    where: { publication: "PUBLISHED" },
    _count: { _all: true },
  });
  return groups.map(({ theme, _count }) => ({ theme, count: _count._all }));
}

const name = { select: { slug: true, name: true } } as const;

const published = {
  ...contentSelect,
  slug: true,
  verification: true,
  source: true,
  confirmedOn: true,
  publishedAt: true,
  isDemo: true,
  providerId: true,
  interestedCount: true,
  joiningCount: true,
  inUseCount: true,
  reportedCount: true,
  ratingCount: true,
  ratingSum: true,
  ratingWeight: true,
  provider: name,
  links: {
    where: { visibility: "PUBLIC" },
    select: { label: true, url: true },
    orderBy: { position: "asc" },
  },
  relationsFrom: {
    where: { to: { publication: "PUBLISHED" } },
    select: { kind: true, to: name },
    orderBy: [{ kind: "asc" }, { to: { name: "asc" } }],
  },
} satisfies Prisma.SolutionSelect;

/** All that the public API tells about one published solution, or null; adopters are still to be masked. */
export function getPublishedSolution(slug: string) {
  return database().solution.findFirst({
    where: { slug, publication: "PUBLISHED" },
    relationLoadStrategy: "join",
    select: published,
  });
}

export type PublishedSolution = NonNullable<Awaited<ReturnType<typeof getPublishedSolution>>>;

const relatedColumns = {
  id: true,
  slug: true,
  name: true,
  summary: true,
  kind: true,
  phase: true,
} satisfies Prisma.SolutionSelect;

const detailColumns = {
  ...relatedColumns,
  description: true,
  audience: true,
  sideEffects: true,
  theme: true,
  layer: true,
  phaseReason: true,
  obligation: true,
  publication: true,
  providerId: true,
  providerLabel: true,
  homepage: true,
  repository: true,
  licence: true,
  licenceVerified: true,
  legalBasis: true,
  standards: true,
  priceModel: true,
  verification: true,
  source: true,
  sourceNote: true,
  confirmedOn: true,
  participationPublic: true,
  isDemo: true,
} satisfies Prisma.SolutionSelect;

/**
 * One solution with everything its page tells, or null when it does not exist or is not for this
 * viewer: a draft is for the provider, some documents are for gemeenten, and of what is needed first
 * a gemeente sees its own state. One statement per request, for title and page together.
 */
export const getSolution = cache(async (viewer: Viewer, slug: string) => {
  const gemeenteId = isGemeenteMember(viewer) ? viewer.organisation.id : null;
  const row = await database().solution.findUnique({
    where: { slug },
    relationLoadStrategy: "join",
    select: {
      ...detailColumns,
      provider: { select: { id: true, slug: true, name: true, kind: true, website: true } },
      links: {
        where: gemeenteId ? Prisma.skip : { visibility: "PUBLIC" },
        orderBy: { position: "asc" },
        select: { label: true, url: true, visibility: true },
      },
      versions: {
        where: { publication: "PUBLISHED" },
        orderBy: { number: "desc" },
        select: { number: true, publishedAt: true, comment: true, isDemo: true },
      },
      relationsFrom: {
        where: { to: { publication: "PUBLISHED" } },
        orderBy: { to: { name: "asc" } },
        select: {
          kind: true,
          to: {
            select: {
              ...relatedColumns,
              adoptions: {
                // Nobody's id: whoever is not of a gemeente has no state of its own.
                where: { gemeenteId: gemeenteId ?? "00000000-0000-0000-0000-000000000000" },
                orderBy: { cycle: "desc" },
                take: 1,
                select: { status: true },
              },
            },
          },
        },
      },
      relationsTo: {
        where: { from: { publication: "PUBLISHED" } },
        orderBy: { from: { name: "asc" } },
        select: { kind: true, from: { select: relatedColumns } },
      },
    },
  });
  if (!row || (row.publication !== "PUBLISHED" && !canSeeDraft(viewer, row))) return null;
  return row;
});

export type SolutionDetail = NonNullable<Awaited<ReturnType<typeof getSolution>>>;
export type RelatedSolution = Prisma.SolutionGetPayload<{ select: typeof relatedColumns }>;

/** One published text of a solution, as it was, with when it was published; null when there is none. */
export const getPublishedVersion = cache((slug: string, number: number) =>
  database().solutionVersion.findFirst({
    where: { number, publication: "PUBLISHED", solution: { slug, publication: "PUBLISHED" } },
    select: { number: true, content: true, publishedAt: true, isDemo: true },
  }),
);
