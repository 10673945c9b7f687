import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { database } from "./db";
import type { Origin, Person, Viewer } from "./roles";
import { needsSecondFactor, visitor } from "./roles";
import { idleLifetime, isSessionToken, sessionCookieName } from "./session";

/** Who looks at this request: one query per request, none for a visitor. */
export const getViewer = cache(async (): Promise<Viewer> => {
  const token = (await cookies()).get(sessionCookieName())?.value;
  const viewer = token && isSessionToken(token) ? await readViewer(token) : visitor;
  return { ...viewer, origin: await getOrigin() };
});

/** Where this request comes from, as the server in front of the pages established it. */
export async function getOrigin(): Promise<Origin> {
  const given = await headers();
  return { address: given.get("x-client-network"), requestId: given.get("x-request-id") };
}

/** The viewer of a session token; the visitor when the session is unknown or over. */
export async function readViewer(token: string): Promise<Viewer> {
  const session = await database().session.findUnique({
    where: {
      sessionToken: token,
      expires: { gt: new Date() },
      lastSeenAt: { gt: new Date(Date.now() - idleLifetime * 1000) },
      user: { disabledAt: null },
    },
    relationLoadStrategy: "join",
    select: {
      id: true,
      secondFactorAt: true,
      user: {
        select: {
          id: true,
          name: true,
          isDemo: true,
          activeOrganisationId: true,
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
  return session ? toViewer(session) : visitor;
}

type SessionRow = { id: string; secondFactorAt: Date | null; user: UserRow };
type UserRow = Person & {
  activeOrganisationId: string | null;
  memberships: {
    role: Viewer["roles"][number];
    organisation: NonNullable<Viewer["organisation"]>;
  }[];
};

function toViewer({ id: sessionId, secondFactorAt, user: row }: SessionRow): Viewer {
  const { memberships, activeOrganisationId, ...user } = row;
  const active =
    memberships.find(({ organisation }) => organisation.id === activeOrganisationId) ?? memberships[0];
  const organisation = active?.organisation ?? null;
  const held = memberships
    .filter((membership) => membership.organisation.id === organisation?.id)
    .map(({ role }) => role);
  const isProven = user.isDemo || secondFactorAt !== null;
  const withheldRoles = isProven ? [] : held.filter(needsSecondFactor);
  const roles = held.filter((role) => !withheldRoles.includes(role));
  const organisations = new Map(
    memberships.map((membership) => [membership.organisation.id, membership.organisation]),
  );
  return { user, organisation, roles, withheldRoles, organisations: [...organisations.values()], sessionId };
}
