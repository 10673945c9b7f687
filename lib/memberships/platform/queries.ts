import "server-only";
import { database } from "@/lib/core/db";
import { requirePermission } from "@/lib/core/errors";
import { Prisma } from "@/lib/core/generated/prisma/client";
import type { Role } from "@/lib/core/generated/prisma/enums";
import { groupBy } from "@/lib/core/groups";
import { isDemo, type Viewer, type ViewerOrganisation } from "@/lib/core/roles";
import { isPlatformAdmin } from "../policy";
import { maskAddress, sortRoles } from "../rules";

export type OrganisationRow = Omit<ViewerOrganisation, "id"> & {
  members: number;
  admins: number;
  requests: number;
};

export type OrganisationFilter = { text: string; only: "all" | "requests" | "members"; page: number };

const pageSize = 50;

/**
 * Organisations by name, those with unanswered requests and no administrator first: they wait for the
 * platform. Fifty a page. Error: forbidden.
 */
export async function listOrganisations(viewer: Viewer, { text, only, page }: OrganisationFilter) {
  requirePermission(isPlatformAdmin(viewer), viewer);
  const rows = await database().$queryRaw<(OrganisationRow & { total: number })[]>(Prisma.sql`
    WITH counted AS (
      SELECT o."slug", o."name", o."kind",
        (SELECT count(DISTINCT m."userId")::int FROM "Membership" m WHERE m."organisationId" = o."id" AND m."disabledAt" IS NULL) AS members,
        (SELECT count(*)::int FROM "Membership" m JOIN "User" u ON u."id" = m."userId" WHERE m."organisationId" = o."id"
          AND m."role" = 'ORGANISATION_ADMIN' AND m."disabledAt" IS NULL AND u."disabledAt" IS NULL) AS admins,
        (SELECT count(*)::int FROM "MembershipRequest" r WHERE r."organisationId" = o."id" AND r."state" = 'OPEN') AS requests
      FROM "Organisation" o LEFT JOIN "Gemeente" g ON g."organisationId" = o."id"
      WHERE g."validTo" IS NULL AND strpos(lower(f_unaccent(o."name")), lower(f_unaccent(${text}))) > 0)
    SELECT *, count(*) OVER ()::int AS total FROM counted
    WHERE ${only} = 'all' OR (${only} = 'members' AND members > 0) OR (${only} = 'requests' AND requests > 0)
    ORDER BY (requests > 0 AND admins = 0) DESC, lower(regexp_replace(f_unaccent("name"), '[^A-Za-z0-9 ]', '', 'g'))
    LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`);
  const total = rows[0]?.total ?? 0;
  return { rows, total, pages: Math.max(1, Math.ceil(total / pageSize)) };
}

const found = {
  id: true,
  name: true,
  email: true,
  functionTitle: true,
  isDemo: true,
  disabledAt: true,
  createdAt: true,
  memberships: {
    select: {
      role: true,
      disabledAt: true,
      organisation: { select: { id: true, slug: true, name: true, kind: true } },
    },
    orderBy: { organisation: { name: "asc" } },
  },
} satisfies Prisma.UserSelect;

type UserRecord = Prisma.UserGetPayload<{ select: typeof found }>;

const mostFound = 20;

/** People by a part of their name or address, also those in no organisation; at most twenty. Error: forbidden. */
export async function findUsers(viewer: Viewer, text: string) {
  requirePermission(isPlatformAdmin(viewer), viewer);
  if (text === "") return [];
  const rows = await database().user.findMany({
    where: {
      OR: [
        { name: { contains: text, mode: "insensitive" } },
        // A hidden address is not guessed letter by letter either.
        { email: { contains: text, mode: "insensitive" }, ...(isDemo(viewer) && { isDemo: true }) },
      ],
    },
    select: found,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: mostFound,
  });
  return rows.map((row) => toUser(row, viewer));
}

/** One person with everything they have; null when there is none. Error: forbidden. */
export async function getUser(viewer: Viewer, id: string) {
  requirePermission(isPlatformAdmin(viewer), viewer);
  const row = await database().user.findUnique({ where: { id }, select: found });
  return row && toUser(row, viewer);
}

export type PlatformUser = {
  id: string;
  name: string | null;
  email: string;
  functionTitle: string | null;
  isDemo: boolean;
  disabledAt: Date | null;
  createdAt: Date;
  memberships: { organisation: ViewerOrganisation; roles: Role[]; isSuspended: boolean }[];
};

function toUser({ memberships, email, ...user }: UserRecord, viewer: Viewer): PlatformUser {
  return {
    ...user,
    // Any visitor can be a person of the demonstration.
    email: isDemo(viewer) && !user.isDemo ? maskAddress(email) : email,
    memberships: groupBy(memberships, ({ organisation }) => organisation.id).map((held) => ({
      organisation: held[0].organisation,
      roles: sortRoles(held.map(({ role }) => role)),
      isSuspended: held.every(({ disabledAt }) => disabledAt !== null),
    })),
  };
}
