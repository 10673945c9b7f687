import "server-only";
import { database } from "@/lib/core/db";
import type { Viewer } from "@/lib/core/roles";

/** The viewer's own profile; null for a visitor. */
export async function getProfile({ user }: Viewer) {
  if (!user) return null;
  return database().user.findUnique({
    where: { id: user.id },
    select: { name: true, email: true, functionTitle: true },
  });
}

export type Profile = NonNullable<Awaited<ReturnType<typeof getProfile>>>;
