import "server-only";
import { database } from "@/lib/core/db";
import { readDevice } from "@/lib/core/device";
import type { Viewer } from "@/lib/core/roles";
import { idleLifetime } from "@/lib/core/session";
import { canEndSessions } from "./policy";

/** The sessions of the viewer that are not over, this one first, then by last use. */
export async function listOwnSessions(viewer: Viewer, now: Date = new Date()) {
  if (!canEndSessions(viewer)) return [];
  const rows = await database().session.findMany({
    where: {
      userId: viewer.user.id,
      expires: { gt: now },
      lastSeenAt: { gt: new Date(now.getTime() - idleLifetime * 1000) },
    },
    select: { id: true, createdAt: true, lastSeenAt: true, expires: true, device: true, address: true },
    orderBy: [{ lastSeenAt: "desc" }, { createdAt: "desc" }],
  });
  const sessions = rows.map((row) => ({
    ...row,
    device: readDevice(row.device),
    isThis: row.id === viewer.sessionId,
  }));
  return sessions.sort((one, other) => Number(other.isThis) - Number(one.isThis));
}

export type OwnSession = Awaited<ReturnType<typeof listOwnSessions>>[number];
