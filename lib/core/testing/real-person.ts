import { randomUUID } from "node:crypto";
import { database } from "@/lib/core/db";
import type { Role } from "@/lib/core/generated/prisma/enums";
import type { Viewer } from "@/lib/core/roles";
import { hashToken, newToken } from "@/lib/core/session";
import { readViewer } from "@/lib/core/viewer";

type Wish = { roles?: Role[]; slug?: string; signedInMinutesAgo?: number };

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

/** A person who is no part of the demonstration, with a session; `read` tells what that session may now. */
export async function aRealPerson({
  roles = ["MANAGER"],
  slug = "zwolle",
  signedInMinutesAgo = 0,
}: Wish = {}) {
  const { id: organisationId } = await database().organisation.findUniqueOrThrow({
    where: { slug },
    select: { id: true },
  });
  const email = `${randomUUID()}@voorbeeld.invalid`;
  const { id } = await database().user.create({
    data: {
      name: "Echte Collega",
      email,
      memberships: { create: roles.map((role) => ({ role, organisationId })) },
    },
    select: { id: true },
  });
  const session = await aSession(id, signedInMinutesAgo);
  return { id, email, ...session };
}

/** Another browser of the same person. */
export async function aSession(userId: string, signedInMinutesAgo = 0) {
  const token = newToken();
  const { id: sessionId } = await database().session.create({
    data: {
      sessionToken: hashToken(token),
      userId,
      createdAt: minutesAgo(signedInMinutesAgo),
      expires: minutesAgo(-60),
    },
    select: { id: true },
  });
  return { sessionId, token, read: (renewed: string = token): Promise<Viewer> => readViewer(renewed) };
}
