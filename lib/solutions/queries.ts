import "server-only";
import { database } from "@/lib/core/db";
import type { SolutionKind, Theme } from "@/lib/core/generated/prisma/enums";

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
    orderBy: [{ publishedAt: { sort: "desc", nulls: "last" } }, { name: "asc" }],
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

/** All that the public API tells about one published solution, or null; adopters are still to be masked. */
export function getPublishedSolution(slug: string) {
  const name = { select: { slug: true, name: true } } as const;
  return database().solution.findFirst({
    where: { slug, publication: "PUBLISHED" },
    relationLoadStrategy: "join",
    omit: { importHash: true, searchText: true, version: true },
    include: {
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
    },
  });
}

export type PublishedSolution = NonNullable<Awaited<ReturnType<typeof getPublishedSolution>>>;
