import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import { database, runStatement } from "./db";
import { toDevice } from "./device";
import { Prisma } from "./generated/prisma/client";
import type { Role } from "./generated/prisma/enums";
import type { Origin, Person, Viewer } from "./roles";
import { needsSecondFactor, visitor } from "./roles";
import { hashToken, idleLifetime } from "./session";
import { readSessionCookie } from "./session-cookie";

/** Who looks at this request: one query per request, none for a visitor. */
export const getViewer = cache(async (): Promise<Viewer> => {
  const token = await readSessionCookie();
  const viewer = token ? await readViewer(token) : visitor;
  return { ...viewer, origin: await getOrigin() };
});

/** Where this request comes from, as the server in front of the pages established it. */
export async function getOrigin(): Promise<Origin> {
  const given = await headers();
  return {
    address: given.get("x-client-network"),
    requestId: given.get("x-request-id"),
    device: toDevice(given.get("user-agent")),
  };
}

/** The viewer of a session token; the visitor when the session is unknown or over. */
export async function readViewer(token: string): Promise<Viewer> {
  const [session] = await runStatement<SessionRow>(sessionOf(hashToken(token), new Date()));
  if (!session) return visitor;
  keepAlive(session);
  return toViewer(session);
}

/** One session that is not over, of somebody who may sign in, with what they are where. */
const sessionOf = (sessionToken: string, now: Date) => Prisma.sql`
  SELECT s."id", s."createdAt", s."lastSeenAt", s."secondFactorAt", u."activeOrganisationId",
    jsonb_build_object('id', u."id", 'name', u."name", 'isDemo', u."isDemo") AS "user",
    EXISTS (SELECT FROM "SecondFactor" f WHERE f."userId" = u."id") AS "hasSecondFactor",
    coalesce(m."list", '[]') AS "memberships"
  FROM "Session" s JOIN "User" u ON u."id" = s."userId"
  CROSS JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('role', m."role", 'organisation',
      jsonb_build_object('id', o."id", 'slug', o."slug", 'name', o."name", 'kind', o."kind"))
      ORDER BY m."createdAt") AS "list"
    FROM "Membership" m JOIN "Organisation" o ON o."id" = m."organisationId"
    WHERE m."userId" = u."id" AND m."disabledAt" IS NULL) m
  WHERE s."sessionToken" = ${sessionToken} AND s."expires" > ${now} AND u."disabledAt" IS NULL
    AND s."lastSeenAt" > ${new Date(now.getTime() - idleLifetime * 1000)}`;

/** How precisely is known when a session was last used: to the minute, to spare the database. */
const seenPrecision = 60_000;

/** Notes that the session is used. The request does not wait for it, and does not fail with it. */
function keepAlive({ id, lastSeenAt }: { id: string; lastSeenAt: Date }): void {
  const now = new Date();
  const before = new Date(now.getTime() - seenPrecision);
  if (lastSeenAt > before) return;
  void database()
    // Of many requests at once the first writes; the others find it done.
    .session.updateMany({ where: { id, lastSeenAt: { lte: before } }, data: { lastSeenAt: now } })
    .catch(() => {});
}

type SessionRow = {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  secondFactorAt: Date | null;
  activeOrganisationId: string | null;
  user: Person;
  hasSecondFactor: boolean;
  memberships: MembershipRow[];
};
type MembershipRow = { role: Role; organisation: NonNullable<Viewer["organisation"]> };

function toViewer({ id: sessionId, user, activeOrganisationId, ...session }: SessionRow): Viewer {
  const { createdAt, secondFactorAt, hasSecondFactor, memberships } = session;
  const active =
    memberships.find(({ organisation }) => organisation.id === activeOrganisationId) ?? memberships[0];
  const organisation = active?.organisation ?? null;
  const held = memberships
    .filter((membership) => membership.organisation.id === organisation?.id)
    .map(({ role }) => role);
  const provenAt = secondFactorAt ?? (hasSecondFactor ? undefined : createdAt);
  const organisations = new Map(
    memberships.map((membership) => [membership.organisation.id, membership.organisation]),
  );
  return {
    user,
    organisation,
    ...countRoles(held, user.isDemo || secondFactorAt !== null),
    organisations: [...organisations.values()],
    sessionId,
    hasSecondFactor,
    ...(provenAt && { provenAt }),
  };
}

/** Without a proof whoever works somewhere is a member there, whatever more they are otherwise. */
function countRoles(held: Role[], isProven: boolean): Pick<Viewer, "roles" | "withheldRoles"> {
  const withheldRoles = isProven ? [] : held.filter(needsSecondFactor);
  if (withheldRoles.length === 0) return { roles: held, withheldRoles };
  return { roles: ["MEMBER"], withheldRoles };
}
