import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import { inTransaction } from "@/lib/core/db";
import { DomainError, requirePermission } from "@/lib/core/errors";
import type { Viewer } from "@/lib/core/roles";
import { canSaveSearches } from "./policy";
import {
  mostSaved,
  type SavedStepInput,
  type SaveSearchInput,
  savedPlaces,
  toSavedPath,
  toSavedQueryOf,
} from "./schema";

/**
 * Keeps a search or a view of the portfolio under a name; the same again gets the new name. Errors:
 * unauthenticated, invalid (it asks for everything), conflict (too many).
 */
export async function saveSearch(
  viewer: Viewer,
  { name, waar, query: asked }: SaveSearchInput,
): Promise<void> {
  const place = savedPlaces[waar];
  const query = toSavedQueryOf(waar, asked);
  if (query === null) throw new DomainError("invalid", "nothingToSave");
  await inTransaction(async (tx) => {
    requirePermission(canSaveSearches(viewer), viewer);
    const userId = viewer.user.id;
    // Two tabs at once take turns, so that there are never more than the most.
    await tx.$queryRaw`SELECT "id" FROM "User" WHERE "id" = ${userId}::uuid FOR NO KEY UPDATE`;
    const others = await tx.savedSearch.count({ where: { userId, NOT: { place, query } } });
    if (others >= mostSaved) throw new DomainError("conflict", "tooManySearches", String(mostSaved));
    const { id } = await tx.savedSearch.upsert({
      where: { userId_place_query: { userId, place, query } },
      create: { userId, name, place, query },
      update: { name },
      select: { id: true },
    });
    await recordAudit(tx, viewer, { action: "search.saved", subjectType: "SavedSearch", subjectId: id });
  });
}

/** Forgets a search of the viewer. Errors: unauthenticated, not-found. */
export async function removeSearch(viewer: Viewer, { id }: SavedStepInput): Promise<void> {
  await inTransaction(async (tx) => {
    requirePermission(canSaveSearches(viewer), viewer);
    const { count } = await tx.savedSearch.deleteMany({ where: { id, userId: viewer.user.id } });
    if (count === 0) throw new DomainError("not-found", "notFound");
    await recordAudit(tx, viewer, { action: "search.removed", subjectType: "SavedSearch", subjectId: id });
  });
}

/**
 * Notes that the viewer looks now, and gives the address to look at. That somebody looked is no change
 * that anybody has to account for, so it leaves no trace in the log. Errors: unauthenticated, not-found.
 */
export async function openSearch(viewer: Viewer, { id }: SavedStepInput): Promise<string> {
  return inTransaction(async (tx) => {
    requirePermission(canSaveSearches(viewer), viewer);
    const [row] = await tx.savedSearch.updateManyAndReturn({
      where: { id, userId: viewer.user.id },
      data: { seenAt: new Date() },
      select: { place: true, query: true },
    });
    if (!row) throw new DomainError("not-found", "notFound");
    return toSavedPath(row.place, row.query);
  });
}
