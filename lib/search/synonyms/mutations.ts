import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import { inTransaction, type Transaction } from "@/lib/core/db";
import { DomainError, requirePermission } from "@/lib/core/errors";
import type { Viewer } from "@/lib/core/roles";
import { canEditSynonyms } from "./policy";
import type { AddSynonymInput, ChangeSynonymInput, RemoveSynonymInput } from "./schema";

/** Adds a term to the field language; the next question counts with it. Errors: forbidden, conflict (the term is there). */
export async function addSynonym(viewer: Viewer, input: AddSynonymInput): Promise<void> {
  await inTransaction(async (tx) => {
    requirePermission(canEditSynonyms(viewer), viewer);
    await refuseTaken(tx, input.term, null);
    const { id } = await tx.synonym.create({ data: toData(viewer, input), select: { id: true } });
    await audit(tx, viewer, "synonym.added", { id, ...input });
  });
}

/** Changes a term as a whole. Errors: forbidden, not-found, conflict (changed by somebody else, or the term is there). */
export async function changeSynonym(viewer: Viewer, input: ChangeSynonymInput): Promise<void> {
  await inTransaction(async (tx) => {
    requirePermission(canEditSynonyms(viewer), viewer);
    await lock(tx, input);
    await refuseTaken(tx, input.term, input.id);
    const data = { ...toData(viewer, input), version: { increment: 1 } };
    await tx.synonym.update({ where: { id: input.id }, data, select: { id: true } });
    await audit(tx, viewer, "synonym.changed", input);
  });
}

/** Removes a term; loading the reference data does not bring it back. Errors: forbidden, not-found, conflict. */
export async function removeSynonym(viewer: Viewer, input: RemoveSynonymInput): Promise<void> {
  await inTransaction(async (tx) => {
    requirePermission(canEditSynonyms(viewer), viewer);
    const { term, expansions } = await lock(tx, input);
    await tx.synonym.delete({ where: { id: input.id }, select: { id: true } });
    await audit(tx, viewer, "synonym.removed", { id: input.id, term, expansions });
  });
}

async function lock(tx: Transaction, { id, version }: RemoveSynonymInput) {
  await tx.$queryRaw`SELECT "id" FROM "Synonym" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const select = { term: true, expansions: true, version: true } as const;
  const synonym = await tx.synonym.findUnique({ where: { id }, select });
  if (!synonym) throw new DomainError("not-found", "notFound");
  if (synonym.version !== version) throw new DomainError("conflict", "conflict");
  return synonym;
}

async function refuseTaken(tx: Transaction, term: string, ownId: string | null): Promise<void> {
  const taken = await tx.synonym.findFirst({
    where: { term: { equals: term, mode: "insensitive" } },
    select: { id: true },
  });
  if (taken && taken.id !== ownId) throw new DomainError("conflict", "synonymTaken");
}

/** What a demo person wrote is of the demonstration from then on. */
function toData({ user }: Viewer, { term, expansions, direction, weight, note }: AddSynonymInput) {
  const isMutual = direction === "both";
  return { term, expansions, isMutual, weight, note: note || null, isDemo: user?.isDemo ?? false };
}

type Change = { id: string; term: string; expansions: string[] };

function audit(
  tx: Transaction,
  viewer: Viewer,
  action: "synonym.added" | "synonym.changed" | "synonym.removed",
  { id, term, expansions }: Change,
): Promise<void> {
  return recordAudit(tx, viewer, {
    action,
    subjectType: "Synonym",
    subjectId: id,
    detail: { term, expansions },
  });
}
