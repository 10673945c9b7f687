import "server-only";
import { cache } from "react";
import { toDay } from "@/lib/core/dates";
import { database } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/generated/prisma/client";
import { hasRole, isMember, type Viewer } from "@/lib/core/roles";
import { canSeeDraft } from "@/lib/solutions/policy";
import { completeness, wasPublished } from "@/lib/solutions/rules";
import { contentSelect, toContent } from "@/lib/solutions/schema";

// The reads of those who publish, in a room of their own: what the public reads (lib/solutions)
// never touches a draft.

const openEdit = {
  where: { publication: { notIn: ["PUBLISHED", "ARCHIVED"] } },
  select: {
    ...{ number: true, publication: true, revision: true, content: true, comment: true },
    ...{ authorId: true, writerIds: true },
    ...{ isDemo: true, createdAt: true, author: { select: { name: true } } },
  },
  take: 1,
} as const satisfies Prisma.SolutionVersionFindManyArgs;

/** Offered texts that this viewer may approve: none that they wrote any of; oldest first. */
export async function listWaiting(viewer: Viewer) {
  if (!isMember(viewer) || !hasRole(viewer, "COORDINATOR", "MODERATOR")) return [];
  const isModerator = viewer.roles.includes("MODERATOR");
  const scope = isModerator ? {} : { providerId: viewer.organisation.id };
  const rows = await database().solutionVersion.findMany({
    where: {
      publication: "IN_REVIEW",
      solution: scope,
      OR: [{ authorId: null }, { authorId: { not: viewer.user.id } }],
      NOT: { writerIds: { has: viewer.user.id } },
    },
    select: {
      ...{ number: true, isDemo: true, createdAt: true, author: { select: { name: true } } },
      solution: { select: { slug: true, name: true, provider: { select: { name: true } } } },
    },
    orderBy: { createdAt: "asc" },
  });
  return rows.map(({ solution, author, ...version }) => ({
    ...version,
    slug: solution.slug,
    name: solution.name,
    provider: solution.provider.name,
    author: author?.name ?? null,
  }));
}

export type Waiting = Awaited<ReturnType<typeof listWaiting>>[number];

/** The solutions of the viewer's organisation with what asks for attention; empty for who may not edit. */
export async function listManaged(viewer: Viewer) {
  if (!hasRole(viewer, "COORDINATOR")) return [];
  const rows = await database().solution.findMany({
    where: { providerId: viewer.organisation.id },
    relationLoadStrategy: "join",
    select: {
      ...contentSelect,
      ...{ slug: true, publication: true, confirmedOn: true, providerId: true, isDemo: true },
      ...{ interestedCount: true, joiningCount: true, inUseCount: true },
      versions: openEdit,
    },
    orderBy: { name: "asc" },
  });
  return rows.map(({ versions: [edit], ...row }) => ({
    ...row,
    confirmedOn: row.confirmedOn && toDay(row.confirmedOn),
    completeness: completeness(toContent(edit?.content ?? row)).percent,
    edit: edit && row.publication !== edit.publication ? edit.publication : null,
  }));
}

export type Managed = Awaited<ReturnType<typeof listManaged>>[number];

/** One solution with its published text and the open edit, once per request; null for who may not see it. */
export const getManaged = cache(async (viewer: Viewer, slug: string) => {
  const row = await database().solution.findUnique({
    where: { slug },
    relationLoadStrategy: "join",
    select: {
      ...contentSelect,
      ...{ id: true, slug: true, publication: true, version: true, providerId: true, isDemo: true },
      ...{ confirmedOn: true, publishedAt: true, inUseCount: true },
      provider: { select: { name: true } },
      versions: openEdit,
    },
  });
  if (!row) return null;
  const { versions, provider, confirmedOn, ...solution } = row;
  if (!canSeeDraft(viewer, solution)) return null;
  // Who may read what is published may still not read what is being written.
  const edit = versions.find(({ publication }) => canSeeDraft(viewer, { ...solution, publication }));
  return {
    ...solution,
    provider: provider.name,
    confirmedOn: confirmedOn && toDay(confirmedOn),
    /** What visitors see now; null before the first publication. */
    published: wasPublished(solution.publication) ? toContent(row) : null,
    edit: edit ? { ...edit, author: edit.author?.name ?? null, content: toContent(edit.content) } : null,
    /** The newest text: the open edit, or else what is published. */
    content: toContent(edit?.content ?? row),
  };
});

export type ManagedSolution = NonNullable<Awaited<ReturnType<typeof getManaged>>>;

/** Every published text of a solution, newest first, with who wrote and who approved it. */
export async function listVersions(solutionId: string) {
  const rows = await database().solutionVersion.findMany({
    where: { solutionId, publication: { in: ["PUBLISHED", "ARCHIVED"] } },
    relationLoadStrategy: "join",
    select: {
      ...{ number: true, publishedAt: true, isDemo: true },
      author: { select: { name: true } },
      approver: { select: { name: true } },
    },
    orderBy: { number: "desc" },
  });
  return rows.map(({ author, approver, ...version }) => ({
    ...version,
    author: author?.name ?? null,
    approver: approver?.name ?? null,
  }));
}

export type PublishedVersion = Awaited<ReturnType<typeof listVersions>>[number];
