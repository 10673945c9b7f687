import "server-only";
import { database } from "@/lib/core/db";
import type { Person, Viewer } from "@/lib/core/roles";
import { countPublishedSince } from "../queries";
import { toFilters } from "./schema";

/** The searches that the viewer keeps, newest first, each with how many finds are new since they last looked. */
export async function listSavedSearches(viewer: Viewer & { user: Person }) {
  const rows = await database().savedSearch.findMany({
    where: { userId: viewer.user.id },
    select: { id: true, name: true, query: true, seenAt: true },
    orderBy: { createdAt: "desc" },
  });
  return Promise.all(
    rows.map(async ({ seenAt, ...row }) => ({
      ...row,
      fresh: await countPublishedSince(viewer, toFilters(row.query), seenAt),
    })),
  );
}

export type SavedSearchRow = Awaited<ReturnType<typeof listSavedSearches>>[number];
