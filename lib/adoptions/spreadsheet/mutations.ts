import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import { inTransaction } from "@/lib/core/db";
import { DomainError, type ErrorKey, refuseDemoOnReal, requirePermission } from "@/lib/core/errors";
import { isDemo, isGemeenteMember, type Member, type Viewer } from "@/lib/core/roles";
import { readSheet } from "@/lib/core/sheets/read-sheet";
import { type Sheet, SheetFault, type SheetFaultKey } from "@/lib/core/sheets/sheet-fault";
import { lockMany, recordMany, toWriter } from "../bulk/mutations";
import { canMove } from "../policy";
import { getDryRun } from "./queries";
import { readTable } from "./rules";
import { type DiscardInput, type ImportInput, sheetLimits } from "./schema";

const sentences: Record<SheetFaultKey, ErrorKey> = {
  empty: "sheetEmpty",
  notASheet: "sheetNotASheet",
  oldExcel: "sheetOldExcel",
  tooLarge: "sheetTooLarge",
  damaged: "sheetDamaged",
  encoding: "sheetEncoding",
  nul: "sheetNul",
  unclosedQuote: "sheetUnclosedQuote",
  tooManyRows: "sheetTooManyRows",
  tooManyColumns: "sheetTooManyColumns",
};

/**
 * Reads a file and keeps its rows for the dry run; nothing is recorded yet. An earlier file of the same
 * person gives way. Returns the id. Errors: forbidden, invalid (what is wrong with the file, and where).
 */
export async function keepSheet(viewer: Viewer, file: { name: string; bytes: Buffer }): Promise<string> {
  requireManager(viewer);
  const { rows, ignored } = readFile(file.bytes);
  const owner = { gemeenteId: viewer.organisation.id, userId: viewer.user.id };
  return inTransaction(async (tx) => {
    await tx.portfolioImport.deleteMany({ where: owner });
    const { id } = await tx.portfolioImport.create({
      data: { ...owner, fileName: toFileName(file.name), rows, ignored, isDemo: isDemo(viewer) },
      select: { id: true },
    });
    return id;
  });
}

function readFile(bytes: Buffer) {
  const table = readTable(openSheet(bytes));
  if ("key" in table) throw new DomainError("invalid", table.key, table.value);
  if (table.rows.length === 0) throw new DomainError("invalid", "sheetEmpty");
  return table;
}

function openSheet(bytes: Buffer): Sheet {
  try {
    return readSheet(bytes, sheetLimits);
  } catch (error) {
    if (!(error instanceof SheetFault)) throw error;
    throw new DomainError("invalid", sentences[error.key], error.value || undefined);
  }
}

/** The name as it can be shown: no control characters, no longer than a line. */
function toFileName(name: string): string {
  return name.replace(/[\p{C}]/gu, "").slice(0, 120) || "bestand";
}

/**
 * Records all rows of a kept file in one transaction, exactly as the dry run showed them. Errors: forbidden,
 * not-found, conflict when the outcome is not what was seen, invalid when a row is refused.
 */
export async function importSheet(viewer: Viewer, { id, seen }: ImportInput): Promise<{ count: number }> {
  requireManager(viewer);
  return inTransaction(async (tx) => {
    const first = await getDryRun(viewer, id, tx);
    if (!first) throw new DomainError("not-found", "notFound");
    const solutionIds = first.judged.flatMap(({ change }) => (change ? [change.solutionId] : []));
    await lockMany(tx, viewer.organisation.id, solutionIds);
    // Judged again behind the locks: what counts is what is true now, not what was shown then.
    const run = await getDryRun(viewer, id, tx);
    if (!run || run.seen !== seen) throw new DomainError("conflict", "importChanged");
    if (run.judged.some(({ verdict }) => verdict === "refused")) {
      throw new DomainError("invalid", "importRefused");
    }
    const changes = run.judged.flatMap(({ change }) => change ?? []);
    refuseDemoOnReal(
      viewer,
      changes.some(({ current }) => current !== null && !current.isDemo),
    );
    await recordMany(tx, toWriter(viewer), changes);
    await tx.portfolioImport.delete({ where: { id } });
    const count = (kind: string) => run.judged.filter(({ verdict }) => verdict === kind).length;
    await recordAudit(tx, viewer, {
      action: "portfolio.imported",
      subjectType: "Portfolio",
      subjectId: viewer.organisation.id,
      detail: { added: count("new"), changed: count("changed"), same: count("same") },
    });
    return { count: changes.length };
  });
}

/** Throws a kept file away. Errors: forbidden, not-found. */
export async function discardSheet(viewer: Viewer, { id }: DiscardInput): Promise<void> {
  requireManager(viewer);
  const owner = { gemeenteId: viewer.organisation.id, userId: viewer.user.id };
  await inTransaction(async (tx) => {
    const { count } = await tx.portfolioImport.deleteMany({ where: { id, ...owner } });
    if (count === 0) throw new DomainError("not-found", "notFound");
  });
}

function requireManager(viewer: Viewer): asserts viewer is Member {
  const isManager = isGemeenteMember(viewer) && canMove(viewer, { gemeenteId: viewer.organisation.id });
  requirePermission(isManager, viewer);
}
