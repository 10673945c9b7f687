import "server-only";
import { database } from "@/lib/core/db";
import { env } from "@/lib/core/env";
import { canSignInAsDemo } from "./policy";

/** The people of the demonstration with their organisation and roles, by organisation; none where it is closed. */
export async function listDemoPeople() {
  if (!canSignInAsDemo(env().PLUS1_DEMO)) return [];
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
