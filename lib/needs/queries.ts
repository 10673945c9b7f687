import "server-only";
import { database } from "@/lib/core/db";
import type { Member } from "@/lib/core/roles";

/** What the gemeente of the viewer said it needs, newest first. Scoped by the member, who has passed the check. */
export function listOwnNeeds({ organisation }: Member) {
  return database().need.findMany({
    where: { gemeenteId: organisation.id },
    select: { id: true, title: true, text: true, createdAt: true, isDemo: true },
    orderBy: { createdAt: "desc" },
    take: 50,
  });
}

export type OwnNeed = Awaited<ReturnType<typeof listOwnNeeds>>[number];
