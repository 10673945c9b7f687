import "server-only";
import { createHash } from "node:crypto";
import { toDate } from "@/lib/core/dates";
import { database, inTransaction, type Transaction } from "@/lib/core/db";
import { DomainError, refuseDemoOnReal, requirePermission, requireSignedIn } from "@/lib/core/errors";
import { formatOf } from "@/lib/core/files/format";
import { fileStore, StoreTrouble } from "@/lib/core/files/store";
import type { Prisma } from "@/lib/core/generated/prisma/client";
import { isDemo, type Member, type Viewer } from "@/lib/core/roles";
import { canKeepDocuments, keeperOf } from "../policy";
import { auditAdoption } from "../trace/mutations";
import {
  type DocumentInput,
  mostBytes,
  mostDocuments,
  type NewDocumentInput,
  type SameDocumentInput,
} from "./schema";

// The order in which a file can never be lost and never be left for good (docs/decisions/0030): its id is
// noted, the file is written, the document is committed. What no document points at is swept away.

/** The address of the page that shows the documents. */
type Changed = { slug: string };

/** All visitors can be a person of the demonstration: together they keep no more than this. */
const mostOfDemo = 40;

/** Hours after which a file that no document points at is no longer on its way. */
const onItsWay = 1;

/**
 * Adds a document with its file. Errors: forbidden, not-found, invalid when the content is no PDF, ODT, DOCX,
 * PNG or JPEG or is over 10 MB, conflict when there are fifty or when files cannot be kept now.
 */
export async function addDocument(viewer: Viewer, input: NewDocumentInput): Promise<Changed> {
  const { adoptionId, content, datedOn, ...told } = input;
  // Before anything is kept, and again behind the lock.
  await findKept(database(), viewer, adoptionId);
  if (content.length > mostBytes) throw new DomainError("invalid", "documentTooLarge");
  const format = await formatOf(content);
  if (!format) throw new DomainError("invalid", "documentKind");
  const fileId = await keepFile(content);
  const digest = createHash("sha256").update(content).digest("hex");
  const file = { fileId, format, digest, bytes: content.length };
  try {
    return await inTransaction(async (tx) => {
      const { adoption, member } = await lockKept(tx, viewer, adoptionId);
      await refuseTooMany(tx, member, adoptionId);
      const whose = { adoptionId, addedById: member.user.id, isDemo: isDemo(viewer) };
      const { id } = await tx.adoptionDocument.create({
        data: { ...whose, ...told, ...file, datedOn: toDate(datedOn) },
        select: { id: true },
      });
      await auditAdoption(tx, member, "document.added", adoption, { documentId: id, ...told, digest });
      return { slug: adoption.solution.slug };
    });
  } catch (error) {
    // Refused, so nothing points at it. After any other fault nobody knows: that is left for the sweep.
    if (error instanceof DomainError) await discardFile(fileId);
    throw error;
  }
}

/** Says anew what a document is and who may read it. Errors: forbidden, not-found, conflict when it was changed. */
export async function changeDocument(viewer: Viewer, input: DocumentInput): Promise<Changed> {
  const { documentId, version: _, datedOn, ...told } = input;
  return inTransaction(async (tx) => {
    const { adoption, member } = await lockDocument(tx, viewer, input);
    await tx.adoptionDocument.update({
      where: { id: documentId },
      data: { ...told, datedOn: toDate(datedOn), version: { increment: 1 } },
      select: { id: true },
    });
    await auditAdoption(tx, member, "document.changed", adoption, { documentId, ...told });
    return { slug: adoption.solution.slug };
  });
}

/** Removes a document and its file; the log keeps what it was and the print of its content. Errors as `changeDocument`. */
export async function removeDocument(viewer: Viewer, input: SameDocumentInput): Promise<Changed> {
  const { slug, fileId } = await inTransaction(async (tx) => {
    const { adoption, member, document } = await lockDocument(tx, viewer, input);
    const { id, kind, title, digest } = document;
    await tx.adoptionDocument.delete({ where: { id }, select: { id: true } });
    await auditAdoption(tx, member, "document.removed", adoption, { documentId: id, kind, title, digest });
    return { slug: adoption.solution.slug, fileId: document.fileId };
  });
  await discardFile(fileId);
  return { slug };
}

/**
 * Removes files that no document points at, of an hour old and more: uploads that were cut off, and what could
 * not be removed with its document. Returns how many; doing it twice changes nothing more.
 */
export async function sweepFiles(now: Date = new Date()): Promise<number> {
  const orphans = await database().storedFile.findMany({
    where: { document: null, createdAt: { lt: new Date(now.getTime() - onItsWay * 3_600_000) } },
    orderBy: { createdAt: "asc" },
    take: 1_000,
    select: { id: true },
  });
  let swept = 0;
  for (const { id } of orphans) {
    // A place that cannot be reached for one file is not there for the next.
    if (!(await discardFile(id))) break;
    swept++;
  }
  return swept;
}

/** Notes the id, then writes the file. Errors: conflict when files cannot be kept now. */
async function keepFile(content: Uint8Array): Promise<string> {
  const { id } = await database().storedFile.create({ data: {}, select: { id: true } });
  try {
    await fileStore().write(id, content);
  } catch (error) {
    if (error instanceof StoreTrouble) throw new DomainError("conflict", "filesAway");
    throw error;
  }
  return id;
}

/** Removes a file that no document points at, and its id; false when it is left for the sweep. */
async function discardFile(id: string): Promise<boolean> {
  try {
    await inTransaction(async (tx) => {
      // From here on no document can point at it, and without the file being gone the id comes back.
      const { count } = await tx.storedFile.deleteMany({ where: { id, document: null } });
      if (count > 0) await fileStore().remove(id);
    });
    return true;
  } catch (error) {
    if (error instanceof StoreTrouble) return false;
    throw error;
  }
}

const documentColumns = {
  ...{ id: true, fileId: true, kind: true, title: true },
  ...{ digest: true, version: true, isDemo: true },
} satisfies Prisma.AdoptionDocumentSelect;

/** The document behind the lock of its adoption, as it was read. */
async function lockDocument(tx: Transaction, viewer: Viewer, { documentId, version }: SameDocumentInput) {
  requireSignedIn(viewer);
  const where = { id: documentId };
  const found = await tx.adoptionDocument.findUnique({ where, select: { adoptionId: true } });
  if (!found) throw new DomainError("not-found", "notFound");
  const { adoption, member } = await lockKept(tx, viewer, found.adoptionId, documentId);
  const document = await tx.adoptionDocument.findUnique({ where, select: documentColumns });
  if (!document || document.version !== version) throw new DomainError("conflict", "conflict");
  refuseDemoOnReal(viewer, !document.isDemo);
  return { adoption, member, document };
}

async function lockKept(tx: Transaction, viewer: Viewer, adoptionId: string, documentId?: string) {
  await tx.$queryRaw`SELECT "id" FROM "Adoption" WHERE "id" = ${adoptionId}::uuid FOR NO KEY UPDATE`;
  return findKept(tx, viewer, adoptionId, documentId);
}

/**
 * The adoption, for who adds documents to it or, where one is named, keeps that document; to others it does
 * not exist. After a herindeling nobody adds to what a predecessor decided.
 */
async function findKept(
  db: Pick<Transaction, "adoption">,
  viewer: Viewer,
  adoptionId: string,
  documentId: string | null = null,
) {
  requireSignedIn(viewer);
  const adoption = await db.adoption.findUnique({
    where: { id: adoptionId },
    select: {
      ...{ id: true, gemeenteId: true, solution: { select: { slug: true } } },
      documents: { where: { id: documentId ?? { in: [] } }, select: { keptById: true } },
    },
  });
  const keptById = adoption?.documents[0]?.keptById ?? null;
  const gemeenteId = adoption && keeperOf({ keptById, adoption });
  if (!adoption || !gemeenteId || gemeenteId !== viewer.organisation?.id) {
    throw new DomainError("not-found", "notFound");
  }
  const mayKeep = canKeepDocuments(viewer, { gemeenteId });
  requirePermission(mayKeep, viewer);
  return { adoption, member: viewer };
}

async function refuseTooMany(tx: Transaction, member: Member, adoptionId: string): Promise<void> {
  const count = await tx.adoptionDocument.count({ where: { adoptionId } });
  if (count >= mostDocuments) throw new DomainError("conflict", "tooManyDocuments", String(mostDocuments));
  if (!member.user.isDemo) return;
  const ofDemo = await tx.adoptionDocument.count({ where: { isDemo: true } });
  if (ofDemo >= mostOfDemo) throw new DomainError("conflict", "tooManyDocuments", String(mostOfDemo));
}
