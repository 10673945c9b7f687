import "server-only";
import { toDay, today } from "@/lib/core/dates";
import { database } from "@/lib/core/db";
import { requirePermission } from "@/lib/core/errors";
import type { Member } from "@/lib/core/roles";
import { canManageMembers } from "../policy";
import { isReviewDue } from "../rules";

/** The earlier reviews of the viewer's organisation, newest first, with how many were confirmed and ended. */
export async function listReviews(viewer: Member) {
  requirePermission(canManageMembers(viewer, viewer.organisation), viewer);
  const rows = await database().rightsReview.findMany({
    where: { organisationId: viewer.organisation.id },
    select: {
      id: true,
      at: true,
      reviewedBy: { select: { name: true } },
      lines: { select: { isKept: true } },
    },
    orderBy: { at: "desc" },
    take: 10,
  });
  return rows.map(({ lines, reviewedBy, ...row }) => ({
    ...row,
    reviewer: reviewedBy?.name ?? null,
    kept: lines.filter(({ isKept }) => isKept).length,
    ended: lines.filter(({ isKept }) => !isKept).length,
  }));
}

export type PastReview = Awaited<ReturnType<typeof listReviews>>[number];

/** What waits for an administrator: requests to answer, and whether the rights are to be gone through. */
export type AdminTasks = { requests: number; isReviewDue: boolean; lastReview: Date | null };

/** What waits for the viewer as administrator of the organisation they act for; null for others. */
export async function getAdminTasks(viewer: Member): Promise<AdminTasks | null> {
  const { organisation } = viewer;
  if (!canManageMembers(viewer, organisation)) return null;
  const where = { organisationId: organisation.id };
  const [requests, last, first] = await Promise.all([
    database().membershipRequest.count({
      where: { ...where, state: "OPEN", userId: { not: viewer.user.id } },
    }),
    database().rightsReview.aggregate({ where, _max: { at: true } }),
    database().membership.aggregate({ where, _min: { createdAt: true } }),
  ]);
  const lastReview = last._max.at;
  const firstIn = first._min.createdAt;
  const days = { last: lastReview && toDay(lastReview), first: firstIn && toDay(firstIn), today: today() };
  return { requests, isReviewDue: isReviewDue(days), lastReview };
}
