import "server-only";
import { database } from "@/lib/core/db";
import type { Person, Viewer } from "@/lib/core/roles";
import { countPublished, type Period } from "../queries";
import { toQueryString } from "../schema";
import { toFilters, toSavedPath } from "./schema";

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
        row.place === "CATALOGUE"
          ? await countPublished(viewer, toFilters(row.query), { since: seenAt })
          : null,
    })),
  );
}

export type SavedSearchRow = Awaited<ReturnType<typeof listSavedSearches>>[number];

/**
 * The searches of the viewer that find what was published in a period and since their last look, with how
 * many and the page (without the language) that shows the newest first. Only what this viewer may see.
 */
export async function listFreshSearches(
  viewer: Viewer & { user: Person },
  { since, until }: Required<Period>,
) {
  if (!(await isAnythingPublished(since, until))) return [];
  const rows = await database().savedSearch.findMany({
    where: { userId: viewer.user.id, place: "CATALOGUE", seenAt: { lt: until } },
    select: { name: true, query: true, seenAt: true },
    orderBy: { createdAt: "desc" },
  });
  const counted = await Promise.all(
    rows.map(async ({ name, query, seenAt }) => {
      const filters = toFilters(query);
      const count = await countPublished(viewer, filters, { since: seenAt > since ? seenAt : since, until });
      return { name, count, path: toSavedPath("CATALOGUE", toQueryString({ ...filters, sort: "nieuw" })) };
    }),
  );
  return counted.filter(({ count }) => count > 0);
}

export type FreshSearch = Awaited<ReturnType<typeof listFreshSearches>>[number];

/** Spares the searches, of everybody who wants mail, in the many periods without anything new. */
async function isAnythingPublished(since: Date, until: Date): Promise<boolean> {
  const where = { publication: "PUBLISHED", publishedAt: { gt: since, lte: until } } as const;
  return (await database().solution.findFirst({ where, select: { id: true } })) !== null;
}

/** The views of the portfolio that the viewer keeps, by name. */
export function listSavedViews(viewer: Viewer & { user: Person }) {
  return database().savedSearch.findMany({
    where: { userId: viewer.user.id, place: "PORTFOLIO" },
    select: { id: true, name: true, query: true },
    orderBy: { name: "asc" },
  });
}

export type SavedView = Awaited<ReturnType<typeof listSavedViews>>[number];
