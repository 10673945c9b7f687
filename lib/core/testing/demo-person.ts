import { database } from "@/lib/core/db";
import type { Role } from "@/lib/core/generated/prisma/enums";
import type { Member } from "@/lib/core/roles";

/** A person of the demonstration by organisation and role; `place` tells those with the same role apart, by name. */
export async function findDemoPerson(slug: string, role: Role, place = 0): Promise<Member> {
  const { user, organisation } = await database().membership.findFirstOrThrow({
    where: { organisation: { slug }, role, isDemo: true },
    orderBy: { user: { name: "asc" } },
    skip: place,
    select: {
      user: { select: { id: true, name: true, isDemo: true } },
      organisation: { select: { id: true, slug: true, name: true, kind: true } },
    },
  });
  return { user, organisation, roles: [role], organisations: [organisation] };
}
