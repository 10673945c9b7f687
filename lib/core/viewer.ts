import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import { database } from "./db";
import { toDevice } from "./device";
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
  const session = await database().session.findUnique({
    where: {
      sessionToken: hashToken(token),
      expires: { gt: new Date() },
      lastSeenAt: { gt: new Date(Date.now() - idleLifetime * 1000) },
      user: { disabledAt: null },
    },
    relationLoadStrategy: "join",
    select: {
      id: true,
      createdAt: true,
      lastSeenAt: true,
      secondFactorAt: true,
      user: {
        select: {
          id: true,
          name: true,
          isDemo: true,
          activeOrganisationId: true,
          secondFactors: { select: { id: true }, take: 1 },
          memberships: {
            where: { disabledAt: null },
            select: {
              role: true,
              organisation: { select: { id: true, slug: true, name: true, kind: true } },
            },
            orderBy: { createdAt: "asc" },
          },
        },
      },
    },
  });
  if (!session) return visitor;
  keepAlive(session);
  return toViewer(session);
}

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

type SessionRow = { id: string; createdAt: Date; secondFactorAt: Date | null; user: UserRow };
type UserRow = Person & {
  activeOrganisationId: string | null;
  secondFactors: { id: string }[];
  memberships: MembershipRow[];
};
type MembershipRow = { role: Role; organisation: NonNullable<Viewer["organisation"]> };

function toViewer({ id: sessionId, createdAt, secondFactorAt, user: row }: SessionRow): Viewer {
  const { memberships, activeOrganisationId, secondFactors, ...user } = row;
  const active =
    memberships.find(({ organisation }) => organisation.id === activeOrganisationId) ?? memberships[0];
  const organisation = active?.organisation ?? null;
  const held = memberships
    .filter((membership) => membership.organisation.id === organisation?.id)
    .map(({ role }) => role);
  const hasSecondFactor = secondFactors.length > 0;
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
