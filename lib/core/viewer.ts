import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { database } from "./db";
import type { Person, Viewer } from "./roles";
import { visitor } from "./roles";
import { isSessionToken, sessionCookieName } from "./session";

/** Who looks at this request: one query per request, none for a visitor. */
export const getViewer = cache(async (): Promise<Viewer> => {
  const token = (await cookies()).get(sessionCookieName())?.value;
  return token && isSessionToken(token) ? readViewer(token) : visitor;
});

/** The viewer of a session token; the visitor when the session is unknown or over. */
export async function readViewer(token: string): Promise<Viewer> {
  const session = await database().session.findUnique({
    where: { sessionToken: token, expires: { gt: new Date() } },
    relationLoadStrategy: "join",
    select: {
      user: {
        select: {
          id: true,
          name: true,
          isDemo: true,
          activeOrganisationId: true,
          memberships: {
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
  return session ? toViewer(session.user) : visitor;
}

type UserRow = Person & {
  activeOrganisationId: string | null;
  memberships: {
    role: Viewer["roles"][number];
    organisation: NonNullable<Viewer["organisation"]>;
  }[];
};

function toViewer({ memberships, activeOrganisationId, ...user }: UserRow): Viewer {
  const active =
    memberships.find(({ organisation }) => organisation.id === activeOrganisationId) ?? memberships[0];
  const organisation = active?.organisation ?? null;
  const roles = memberships
    .filter((membership) => membership.organisation.id === organisation?.id)
    .map(({ role }) => role);
  const organisations = new Map(
    memberships.map((membership) => [membership.organisation.id, membership.organisation]),
  );
  return { user, organisation, roles, organisations: [...organisations.values()] };
}
