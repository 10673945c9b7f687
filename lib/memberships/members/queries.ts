import "server-only";
import { database } from "@/lib/core/db";
import { requirePermission } from "@/lib/core/errors";
import type { Prisma } from "@/lib/core/generated/prisma/client";
import type { Role } from "@/lib/core/generated/prisma/enums";
import { groupBy } from "@/lib/core/groups";
import { isDemo, type Member, type Viewer } from "@/lib/core/roles";
import { canManageMembers, canSeeContacts, isPlatformAdmin } from "../policy";
import { maskAddress, sortRoles } from "../rules";

export type MemberRow = {
  userId: string;
  name: string | null;
  email: string;
  functionTitle: string | null;
  roles: Role[];
  isSuspended: boolean;
  /** Disabled by the platform, in every organisation. */
  isDisabled: boolean;
  isDemo: boolean;
  hasSecondFactor: boolean;
  since: Date;
  /** The last time that they were here: shown as a month, more is nobody's business. */
  lastSeenAt: Date | null;
};

const person = {
  id: true,
  name: true,
  email: true,
  functionTitle: true,
  isDemo: true,
  disabledAt: true,
  secondFactors: { select: { id: true }, take: 1 },
  sessions: { select: { lastSeenAt: true }, orderBy: { lastSeenAt: "desc" }, take: 1 },
} as const;

/** Everybody with rights in an organisation, by name. Error: forbidden for who does not decide about them. */
export async function listMembers(viewer: Viewer, organisationId: string): Promise<MemberRow[]> {
  requireInsight(viewer, organisationId);
  return readMembers(viewer, { organisationId });
}

/** One person of an organisation; null when they are not in it. Error: forbidden. */
export async function getMember(
  viewer: Viewer,
  pair: { organisationId: string; userId: string },
): Promise<MemberRow | null> {
  requireInsight(viewer, pair.organisationId);
  const [member] = await readMembers(viewer, pair);
  return member ?? null;
}

function requireInsight(viewer: Viewer, organisationId: string): void {
  requirePermission(canManageMembers(viewer, { id: organisationId }) || isPlatformAdmin(viewer), viewer);
}

async function readMembers(
  viewer: Viewer,
  where: { organisationId: string; userId?: string },
): Promise<MemberRow[]> {
  const rows = await database().membership.findMany({
    where,
    select: { role: true, createdAt: true, disabledAt: true, user: { select: person } },
    orderBy: [{ user: { name: "asc" } }, { userId: "asc" }, { createdAt: "asc" }],
  });
  const groups = groupBy(rows, ({ user }) => user.id);
  const signIns = await listLastSignIns(groups.map(([{ user }]) => user.id));
  return groups.map((held) => toMember(held, viewer, signIns));
}

type Row = {
  role: Role;
  createdAt: Date;
  disabledAt: Date | null;
  user: Prisma.UserGetPayload<{ select: typeof person }>;
};

function toMember(held: [Row, ...Row[]], viewer: Viewer, signIns: Map<string, Date>): MemberRow {
  const [{ user, createdAt: since }] = held;
  const { id: userId, name, functionTitle, isDemo: isInvented, secondFactors, sessions } = user;
  return {
    userId,
    name,
    // Any visitor can be a person of the demonstration.
    email: isDemo(viewer) && !isInvented ? maskAddress(user.email) : user.email,
    functionTitle,
    roles: sortRoles(held.map(({ role }) => role)),
    isSuspended: held.every(({ disabledAt }) => disabledAt !== null),
    isDisabled: user.disabledAt !== null,
    isDemo: isInvented,
    hasSecondFactor: secondFactors.length > 0,
    since,
    lastSeenAt: sessions[0]?.lastSeenAt ?? signIns.get(userId) ?? null,
  };
}

/** Of whom no session is left, the log tells when the last one began. */
async function listLastSignIns(userIds: string[]): Promise<Map<string, Date>> {
  const rows = await database().auditEvent.groupBy({
    by: ["actorId"],
    where: { actorId: { in: userIds }, action: "session.started" },
    _max: { at: true },
  });
  return new Map(rows.flatMap(({ actorId, _max }) => (actorId && _max.at ? [[actorId, _max.at]] : [])));
}

export type Contact = { userId: string; name: string | null; functionTitle: string | null; roles: Role[] };

/** Whom to ask in one's own organisation: its administrators and managers, by name and function alone. */
export async function listContacts(viewer: Member): Promise<Contact[]> {
  requirePermission(canSeeContacts(viewer, viewer.organisation), viewer);
  const rows = await database().membership.findMany({
    where: {
      organisationId: viewer.organisation.id,
      role: { in: ["ORGANISATION_ADMIN", "MANAGER"] },
      disabledAt: null,
      user: { disabledAt: null },
    },
    relationLoadStrategy: "join",
    select: { role: true, user: { select: { id: true, name: true, functionTitle: true } } },
    orderBy: [{ user: { name: "asc" } }],
  });
  return groupBy(rows, ({ user }) => user.id).map((held) => {
    const { id: userId, name, functionTitle } = held[0].user;
    return { userId, name, functionTitle, roles: sortRoles(held.map(({ role }) => role)) };
  });
}
