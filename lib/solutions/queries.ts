import "server-only";
import { database } from "@/lib/core/db";
import { Prisma } from "@/lib/core/generated/prisma/client";
import { isGemeenteMember, type Viewer } from "@/lib/core/roles";
import { canSeeDraft } from "./policy";

const relatedColumns = {
  id: true,
  slug: true,
  name: true,
  summary: true,
  kind: true,
  phase: true,
} satisfies Prisma.SolutionSelect;

/**
 * One solution with everything its page tells, or null when it does not exist or is not for this
 * viewer: a draft is for the provider, some documents are for gemeenten, and of what is needed first
 * a gemeente sees its own state. One statement.
 */
export async function getSolution(viewer: Viewer, slug: string) {
  const gemeenteId = isGemeenteMember(viewer) ? viewer.organisation.id : null;
  const row = await database().solution.findUnique({
    where: { slug },
    relationLoadStrategy: "join",
    omit: { searchText: true, importHash: true },
    include: {
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
}

export type SolutionDetail = NonNullable<Awaited<ReturnType<typeof getSolution>>>;
export type RelatedSolution = Prisma.SolutionGetPayload<{ select: typeof relatedColumns }>;
