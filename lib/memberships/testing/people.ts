import { expect } from "vitest";
import { database } from "@/lib/core/db";
import { DomainError } from "@/lib/core/errors";
import type { OrganisationKind, Role } from "@/lib/core/generated/prisma/enums";
import { type Member, type Viewer, visitor } from "@/lib/core/roles";
import { hashToken, newToken } from "@/lib/core/session";

let made = 0;

/** An organisation that nobody is in yet. */
export async function makeOrganisation(kind: OrganisationKind = "GEMEENTE") {
  made += 1;
  return database().organisation.create({
    data: { slug: `proef-${made}`, name: `Proef ${made}`, kind },
    select: { id: true, slug: true, name: true, kind: true },
  });
}

type Organisation = Awaited<ReturnType<typeof makeOrganisation>>;

/** Somebody real who just proved who they are, and is in nothing. */
export async function makeUser(): Promise<Viewer & { user: Member["user"]; email: string }> {
  made += 1;
  const email = `iemand.${made}@proef.nl`;
  const user = await database().user.create({
    data: { name: `Iemand ${made}`, email },
    select: { id: true, name: true, isDemo: true },
  });
  return { ...visitor, user, email, provenAt: new Date() };
}

/** Somebody with these roles, in a session that counts them. */
export async function makeMember(organisation: Organisation, ...roles: Role[]): Promise<Member> {
  const viewer = await makeUser();
  await database().membership.createMany({
    data: roles.map((role) => ({ userId: viewer.user.id, organisationId: organisation.id, role })),
  });
  await startSession(viewer.user.id);
  return { ...viewer, organisation, roles, organisations: [organisation] };
}

/** A signed-in browser, to see it end; gives its token. */
export async function startSession(userId: string): Promise<string> {
  const token = newToken();
  const expires = new Date(Date.now() + 60_000);
  await database().session.create({ data: { userId, sessionToken: hashToken(token), expires } });
  return token;
}

export const countSessions = ({ user }: Member) => database().session.count({ where: { userId: user.id } });

/** What somebody holds: roles, and those that are suspended in brackets. */
export async function rolesOf(userId: string, organisationId: string): Promise<string[]> {
  const rows = await database().membership.findMany({
    where: { userId, organisationId },
    orderBy: { role: "asc" },
  });
  return rows.map(({ role, disabledAt }) => (disabledAt ? `(${role})` : role));
}

/** The subjects of the mails to somebody, in order. */
export async function mailsTo(email: string): Promise<string[]> {
  const mails = await database().outgoingMail.findMany({
    where: { to: email },
    orderBy: { createdAt: "asc" },
  });
  return mails.map(({ subject }) => subject);
}

/** The actions that somebody left a trace of, in order. */
export async function tracesOf({ user }: Viewer): Promise<string[]> {
  const events = await database().auditEvent.findMany({
    where: { actorId: user?.id ?? null },
    orderBy: { id: "asc" },
  });
  return events.map(({ action }) => action);
}

/** What the refusal of `work` says; fails when it is not refused. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  const outcome = await work.then(
    () => "no refusal",
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(DomainError);
  return outcome instanceof DomainError ? `${outcome.code} ${outcome.key}` : "";
}
