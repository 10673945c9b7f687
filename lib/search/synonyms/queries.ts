import "server-only";
import { database } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/generated/prisma/client";
import type { Viewer } from "@/lib/core/roles";
import { canEditSynonyms } from "./policy";

export const synonymsPerPage = 50;

const columns = {
  ...{ id: true, term: true, expansions: true, isMutual: true, weight: true, note: true, version: true },
  isDemo: true,
} satisfies Prisma.SynonymSelect;

export type SynonymRow = Prisma.SynonymGetPayload<{ select: typeof columns }>;

/** A page of the field language, by term, with how many fit; nothing for who may not edit it. */
export async function listSynonyms(viewer: Viewer, { zoek, page }: { zoek: string; page: number }) {
  if (!canEditSynonyms(viewer)) return { rows: [], total: 0 };
  const where: Prisma.SynonymWhereInput =
    zoek === ""
      ? {}
      : { OR: [{ term: { contains: zoek, mode: "insensitive" } }, { expansions: { has: zoek } }] };
  const [rows, total] = await Promise.all([
    database().synonym.findMany({
      where,
      select: columns,
      orderBy: { term: "asc" },
      skip: (page - 1) * synonymsPerPage,
      take: synonymsPerPage,
    }),
    database().synonym.count({ where }),
  ]);
  return { rows, total };
}

/** One term, or null; also null for who may not edit it. */
export async function getSynonym(viewer: Viewer, id: string): Promise<SynonymRow | null> {
  if (!canEditSynonyms(viewer)) return null;
  return database().synonym.findUnique({ where: { id }, select: columns });
}
