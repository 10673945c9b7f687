import "server-only";
import { database } from "@/lib/core/db";
import { env } from "@/lib/core/env";
import { groupBy } from "@/lib/core/groups";
import { sortRoles } from "@/lib/memberships/rules";
import { canSignInAsDemo } from "./policy";

/**
 * The people of the demonstration, by organisation; none where it is closed. Each once: in the first
 * of their organisations, as the most that they are there.
 */
export async function listDemoPeople() {
  if (!canSignInAsDemo(env().PLUS1_DEMO)) return [];
  const rows = await database().membership.findMany({
    where: { isDemo: true, disabledAt: null, user: { isDemo: true, disabledAt: null } },
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
  return groupBy(rows, ({ user }) => user.id).map(([first, ...rest]) => {
    const { user, organisation } = first;
    const here = [first, ...rest].filter((row) => row.organisation.name === organisation.name);
    const role = sortRoles(here.map((row) => row.role)).at(-1) ?? first.role;
    return { ...user, organisation, role };
  });
}

export type DemoPerson = Awaited<ReturnType<typeof listDemoPeople>>[number];
