import "server-only";
import { database } from "@/lib/core/db";
import type { Person, Viewer } from "@/lib/core/roles";
import { countPublishedSince } from "../queries";
import { toFilters } from "./schema";

/** The searches that the viewer keeps, newest first, each with how many finds are new since they last looked; null for a view of the portfolio. */
export async function listSavedSearches(viewer: Viewer & { user: Person }) {
  const rows = await database().savedSearch.findMany({
    where: { userId: viewer.user.id },
    select: { id: true, name: true, place: true, query: true, seenAt: true },
    orderBy: { createdAt: "desc" },
  });
  return Promise.all(
    rows.map(async ({ seenAt, ...row }) => ({
      ...row,
      // Of a view of the portfolio nothing is new: it is about the gemeente itself.
      fresh:
        row.place === "CATALOGUE" ? await countPublishedSince(viewer, toFilters(row.query), seenAt) : null,
    })),
  );
}

export type SavedSearchRow = Awaited<ReturnType<typeof listSavedSearches>>[number];

/** The views of the portfolio that the viewer keeps, by name. */
export function listSavedViews(viewer: Viewer & { user: Person }) {
  return database().savedSearch.findMany({
    where: { userId: viewer.user.id, place: "PORTFOLIO" },
    select: { id: true, name: true, query: true },
    orderBy: { name: "asc" },
  });
}

export type SavedView = Awaited<ReturnType<typeof listSavedViews>>[number];
