import "server-only";
import { database } from "@/lib/core/db";

/** The people of the demonstration with their organisation and roles, by organisation. */
export async function listDemoPeople() {
  const rows = await database().membership.findMany({
    where: { isDemo: true, user: { isDemo: true } },
    relationLoadStrategy: "join",
    select: {
      role: true,
      organisation: { select: { name: true, kind: true } },
      user: { select: { id: true, name: true, functionTitle: true } },
    },
    orderBy: [
      { organisation: { kind: "asc" } },
      { organisation: { name: "asc" } },
      { user: { name: "asc" } },
    ],
  });
  return rows.map(({ user, organisation, role }) => ({ ...user, organisation, role }));
}

export type DemoPerson = Awaited<ReturnType<typeof listDemoPeople>>[number];
