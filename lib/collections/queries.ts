import "server-only";
import { visibleAdoptions } from "@/lib/adoptions/policy";
import { toDay } from "@/lib/core/dates";
import { database } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/generated/prisma/client";
import type { Viewer } from "@/lib/core/roles";
import { getAdoptionCurve } from "@/lib/dashboard/queries";
import { listGemeenten } from "@/lib/gemeenten/queries";
import { toListed } from "@/lib/search/rules";
import { type Collection, collect, type Entrance } from "./rules";

/** Every collection that has a published facility. One statement. */
export async function listCollections(): Promise<Collection[]> {
  const solutions = await database().solution.findMany({
    where: { publication: "PUBLISHED" },
    relationLoadStrategy: "join",
    select: {
      id: true,
      theme: true,
      layer: true,
      legalBasis: true,
      standards: true,
      provider: { select: { slug: true, name: true } },
    },
  });
  return collect(solutions);
}

const listed = {
  slug: true,
  name: true,
  summary: true,
  kind: true,
  theme: true,
  layer: true,
  phase: true,
  obligation: true,
  provider: { select: { slug: true, name: true } },
  providerId: true,
  participationPublic: true,
  interestedCount: true,
  joiningCount: true,
  inUseCount: true,
  reportedCount: true,
  ratingCount: true,
  ratingSum: true,
  ratingWeight: true,
  isDemo: true,
  publishedAt: true,
  confirmedOn: true,
} satisfies Prisma.SolutionSelect;

/**
 * One collection with its facilities, the most used first, how many of them each gemeente uses as far as
 * this viewer may know by name, and how adoption of all of them together moved. null when there is no
 * such collection. Six statements.
 */
export async function getCollection(viewer: Viewer, entrance: Entrance, slug: string) {
  const collections = await listCollections();
  const collection = collections.find((one) => one.entrance === entrance && one.slug === slug);
  if (!collection) return null;
  const { ids } = collection;
  const [solutions, gemeenten, uses, curve] = await Promise.all([
    database().solution.findMany({
      where: { id: { in: ids } },
      relationLoadStrategy: "join",
      select: listed,
      orderBy: [{ inUseCount: "desc" }, { name: "asc" }],
    }),
    listGemeenten(),
    countVisibleUse(viewer, ids),
    getAdoptionCurve({ solutionIds: ids }),
  ]);
  return {
    ...collection,
    // Nobody asked a question here, so there is no reason why each was found.
    solutions: solutions.map(({ confirmedOn, ...one }) => ({
      ...toListed({ ...one, confirmedOn: confirmedOn && toDay(confirmedOn) }),
      ...{ likeMine: null, matched: [], via: [], excerpt: null },
    })),
    gemeenten: gemeenten.map((gemeente) => ({ ...gemeente, inUseCount: uses.get(gemeente.id) ?? 0 })),
    curve,
  };
}

export type CollectionDetail = NonNullable<Awaited<ReturnType<typeof getCollection>>>;

/** On the map a number stands beside a name: only of what may be seen. */
async function countVisibleUse(viewer: Viewer, ids: string[]): Promise<Map<string, number>> {
  const groups = await database().adoption.groupBy({
    by: ["gemeenteId"],
    where: {
      AND: [
        { solutionId: { in: ids }, status: { in: ["IN_USE", "PHASING_OUT"] }, gemeente: { validTo: null } },
        visibleAdoptions(viewer),
      ],
    },
    _count: { _all: true },
  });
  return new Map(groups.map(({ gemeenteId, _count }) => [gemeenteId, _count._all]));
}
