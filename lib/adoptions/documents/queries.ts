import "server-only";
import { createHash } from "node:crypto";
import { toDay } from "@/lib/core/dates";
import { database } from "@/lib/core/db";
import { DomainError } from "@/lib/core/errors";
import { type FileFormat, toMediaType } from "@/lib/core/files/format";
import { fileStore } from "@/lib/core/files/store";
import type { Prisma } from "@/lib/core/generated/prisma/client";
import type { Member, Viewer } from "@/lib/core/roles";
import { canSeeDocument, keptDocuments, type SolutionScope, visibleDocuments } from "../policy";
import { inventedContent } from "./invented/rules";

const columns = {
  id: true,
  kind: true,
  title: true,
  datedOn: true,
  visibility: true,
  format: true,
  bytes: true,
  version: true,
  isDemo: true,
} satisfies Prisma.AdoptionDocumentSelect;

type Row = Prisma.AdoptionDocumentGetPayload<{ select: typeof columns }>;

const newestFirst = [{ datedOn: "desc" }, { createdAt: "desc" }, { id: "asc" }] as const;

const ofGemeente = {
  select: { gemeente: { select: { organisation: { select: { name: true, slug: true } } } } },
} as const;

const toDocument = ({ datedOn, ...row }: Row) => ({ ...row, datedOn: toDay(datedOn) });

/** The documents of my gemeente about one solution, of every cycle and of its predecessors, newest first. */
export async function listDocuments(member: Member, solutionId: string) {
  const rows = await database().adoptionDocument.findMany({
    where: { AND: [keptDocuments(member.organisation.id), { adoption: { solutionId } }] },
    orderBy: [...newestFirst],
    select: { ...columns, keptById: true, addedBy: { select: { name: true } }, adoption: ofGemeente },
    relationLoadStrategy: "join",
  });
  return rows.map(({ addedBy, keptById, adoption, ...row }) => ({
    ...toDocument(row),
    addedBy: addedBy?.name ?? null,
    /** The predecessor that decided; null where that was my gemeente itself. */
    predecessor: keptById && adoption.gemeente.organisation.name,
  }));
}

export type OwnDocument = Awaited<ReturnType<typeof listDocuments>>[number];

/** The newest documents of my gemeente about anything, with what they are about. */
export async function listNewestDocuments(member: Member, most: number) {
  const rows = await database().adoptionDocument.findMany({
    where: keptDocuments(member.organisation.id),
    orderBy: [...newestFirst],
    take: most,
    select: { ...columns, adoption: { select: { solution: { select: { name: true } } } } },
    relationLoadStrategy: "join",
  });
  return rows.map(({ adoption, ...row }) => ({ ...toDocument(row), solution: adoption.solution.name }));
}

export type NewestDocument = Awaited<ReturnType<typeof listNewestDocuments>>[number];

/** What gemeenten share with this viewer about a solution, by gemeente. */
export async function listSharedDocuments(viewer: Viewer, solution: SolutionScope & { id: string }) {
  const rows = await database().adoptionDocument.findMany({
    where: { AND: [visibleDocuments(viewer, solution), { adoption: { solutionId: solution.id } }] },
    orderBy: [{ adoption: { gemeente: { organisation: { name: "asc" } } } }, ...newestFirst],
    take: 200,
    select: { ...columns, adoption: ofGemeente },
    relationLoadStrategy: "join",
  });
  return rows.map(({ adoption, ...row }) => ({
    ...toDocument(row),
    gemeente: adoption.gemeente.organisation,
  }));
}

export type SharedDocument = Awaited<ReturnType<typeof listSharedDocuments>>[number];

/**
 * A document with its content, for whoever may read it. Errors: not-found, also when the viewer may not know
 * that it is there; conflict when the place for files cannot be reached.
 */
export async function openDocument(viewer: Viewer, id: string) {
  const found = await database().adoptionDocument.findUnique({
    where: { id },
    relationLoadStrategy: "join",
    select: {
      ...{ fileId: true, title: true, format: true, visibility: true, keptById: true },
      ...{ digest: true, isDemo: true },
      adoption: {
        select: {
          ...{ gemeenteId: true, status: true, isHidden: true, isPublic: true },
          solution: { select: { participationPublic: true, providerId: true } },
        },
      },
    },
  });
  if (!found || !canSeeDocument(viewer, found)) throw new DomainError("not-found", "notFound");
  const content = await fileStore()
    .read(found.fileId)
    .catch(() => {
      throw new DomainError("conflict", "filesAway");
    });
  const shown = content ?? readInvented(found);
  if (!shown) throw new DomainError("not-found", "fileGone");
  const format = found.format as FileFormat;
  return { content: shown, type: toMediaType(format), name: `${found.title}.${format}` };
}

/** A document that the demonstration invented has no file, only a print that tells which it is. */
function readInvented({ isDemo, digest }: { isDemo: boolean; digest: string }): Uint8Array | null {
  if (!isDemo) return null;
  const content = inventedContent();
  return createHash("sha256").update(content).digest("hex") === digest ? content : null;
}
