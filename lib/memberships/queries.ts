import "server-only";
import { database } from "@/lib/core/db";
import { Prisma } from "@/lib/core/generated/prisma/client";
import type { Role } from "@/lib/core/generated/prisma/enums";
import { groupBy } from "@/lib/core/groups";
import type { Viewer, ViewerOrganisation } from "@/lib/core/roles";
import { canAsk } from "./policy";
import { domainOf, isLastAdmin, sortRoles } from "./rules";

const named = { id: true, slug: true, name: true, kind: true } as const;

export type OwnMembership = {
  organisation: ViewerOrganisation;
  roles: Role[];
  isSuspended: boolean;
  /** The last administrator cannot leave. */
  isLastAdmin: boolean;
};

/** Where the viewer is in, by name, also where suspended; nothing for a visitor. */
export async function listOwnMemberships(viewer: Viewer): Promise<OwnMembership[]> {
  if (!viewer.user) return [];
  const userId = viewer.user.id;
  const rows = await database().membership.findMany({
    where: { userId },
    relationLoadStrategy: "join",
    select: { role: true, disabledAt: true, organisation: { select: named } },
    orderBy: { organisation: { name: "asc" } },
  });
  const groups = groupBy(rows, ({ organisation }) => organisation.id);
  const alone = await listWhereLast(
    userId,
    groups.map(([{ organisation }]) => organisation.id),
  );
  return groups.map((held) => ({
    organisation: held[0].organisation,
    roles: sortRoles(held.map(({ role }) => role)),
    isSuspended: held.every(({ disabledAt }) => disabledAt !== null),
    isLastAdmin: alone.has(held[0].organisation.id),
  }));
}

/** Of these organisations, those that the user would leave without an administrator. */
async function listWhereLast(userId: string, organisationIds: string[]): Promise<Set<string>> {
  const rows = await database().membership.findMany({
    where: { organisationId: { in: organisationIds }, disabledAt: null, user: { disabledAt: null } },
    select: { organisationId: true, userId: true, role: true },
  });
  const last = organisationIds.filter((id) => {
    const here = rows.filter(({ organisationId }) => organisationId === id);
    const admins = here.filter(({ role }) => role === "ORGANISATION_ADMIN");
    return isLastAdmin(userId, {
      adminIds: admins.map((row) => row.userId),
      memberIds: here.map((row) => row.userId),
    });
  });
  return new Set(last);
}

/** What the viewer asked, newest first: what waits, and what was refused in the last three months. */
export async function listOwnRequests({ user }: Viewer, now = new Date()) {
  if (!user) return [];
  const recently = new Date(now.getTime() - 92 * 86_400_000);
  return database().membershipRequest.findMany({
    where: {
      userId: user.id,
      OR: [{ state: "OPEN" }, { state: "REJECTED", decidedAt: { gt: recently } }],
    },
    relationLoadStrategy: "join",
    select: {
      id: true,
      role: true,
      state: true,
      createdAt: true,
      reason: true,
      organisation: { select: named },
    },
    orderBy: { createdAt: "desc" },
  });
}

export type OwnRequest = Awaited<ReturnType<typeof listOwnRequests>>[number];

const mostFound = 12;

/**
 * Organisations with this text in their name, accents and capitals aside: those that begin with it
 * first. At most twelve; gemeenten that merged are left out.
 */
export async function findOrganisations(text: string): Promise<ViewerOrganisation[]> {
  if (text === "") return [];
  return database().$queryRaw<ViewerOrganisation[]>(Prisma.sql`
    SELECT o."id", o."slug", o."name", o."kind"
    FROM "Organisation" o LEFT JOIN "Gemeente" g ON g."organisationId" = o."id"
    WHERE g."validTo" IS NULL AND strpos(lower(f_unaccent(o."name")), lower(f_unaccent(${text}))) > 0
    ORDER BY strpos(lower(f_unaccent(o."name")), lower(f_unaccent(${text}))) > 1, o."name"
    LIMIT ${mostFound}`);
}

/** The gemeente of the viewer's mail domain, to choose faster; it gives no rights. Null for none. */
export async function suggestGemeente(viewer: Viewer): Promise<ViewerOrganisation | null> {
  if (!canAsk(viewer)) return null;
  const { id } = viewer.user;
  const user = await database().user.findUnique({ where: { id }, select: { email: true } });
  const domain = user && domainOf(user.email);
  if (!domain) return null;
  return database().organisation.findFirst({
    where: { gemeente: { emailDomain: domain, validTo: null }, memberships: { none: { userId: id } } },
    select: named,
  });
}

/** An organisation to ask for access; null when there is none. */
export async function getOrganisation(slug: string): Promise<ViewerOrganisation | null> {
  return database().organisation.findUnique({ where: { slug }, select: named });
}

/** What the viewer fills in once for all requests. */
export async function getFunctionTitle({ user }: Viewer): Promise<string> {
  if (!user) return "";
  const row = await database().user.findUnique({ where: { id: user.id }, select: { functionTitle: true } });
  return row?.functionTitle ?? "";
}
