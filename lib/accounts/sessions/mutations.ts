import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import { inTransaction, type Transaction } from "@/lib/core/db";
import { env } from "@/lib/core/env";
import { DomainError, requirePermission } from "@/lib/core/errors";
import { type Origin, type Person, type Viewer, visitor } from "@/lib/core/roles";
import { hashToken, newToken, sessionLifetime } from "@/lib/core/session";
import { canSignInAsDemo } from "../policy";
import { canEndSessions } from "./policy";

/** The token is for the cookie of this browser and is kept nowhere else. */
export type NewSession = { token: string; expires: Date; sessionId: string };

type SignIn = {
  user: Person;
  origin: Origin | undefined;
  /** How the person proved who they are; for the audit. */
  method: "mail" | "openid" | "demo";
  /** Whether that included a second factor (see second-factor/rules). */
  isProven?: boolean;
};

/**
 * Starts a session in the transaction of a sign-in, always under a new token. Whoever calls has
 * established who this is; the audit row is made here, so this comes last.
 */
export async function startSession(tx: Transaction, signIn: SignIn): Promise<NewSession> {
  const { user, origin, method, isProven = false } = signIn;
  const token = newToken();
  const expires = new Date(Date.now() + sessionLifetime * 1000);
  const { id: sessionId } = await tx.session.create({
    data: {
      sessionToken: hashToken(token),
      userId: user.id,
      expires,
      secondFactorAt: isProven ? new Date() : null,
      // Any visitor can be a person of the demonstration, and would read where others are.
      device: user.isDemo ? null : (origin?.device ?? null),
      address: user.isDemo ? null : (origin?.address ?? null),
    },
    select: { id: true },
  });
  const viewer = await asViewer(tx, user, origin);
  const subject = { subjectType: "Session", subjectId: sessionId } as const;
  await recordAudit(tx, viewer, {
    action: "session.started",
    ...subject,
    detail: { method, ...(isProven && { isProven }) },
  });
  return { token, expires, sessionId };
}

/**
 * Starts a session for a person of the demonstration. Only invented people can be chosen like this: for
 * anybody else it answers not-found.
 */
export async function startDemoSession(userId: string, origin?: Origin): Promise<NewSession> {
  if (!canSignInAsDemo(env().PLUS1_DEMO)) throw new DomainError("not-found", "notFound");
  return inTransaction(async (tx) => {
    const user = await tx.user.findUnique({
      where: { id: userId, isDemo: true, disabledAt: null, memberships: { some: { isDemo: true } } },
      select: { id: true, name: true, isDemo: true },
    });
    if (!user) throw new DomainError("not-found", "notFound");
    return startSession(tx, { user, origin, method: "demo" });
  });
}

/** Ends the session of this token; an unknown token is no error. */
export async function endSession(token: string, origin?: Origin): Promise<void> {
  await inTransaction(async (tx) => {
    const session = await tx.session.findUnique({
      where: { sessionToken: hashToken(token) },
      select: { id: true, user: { select: { id: true, name: true, isDemo: true } } },
    });
    if (!session) return;
    const { count } = await tx.session.deleteMany({ where: { id: session.id } });
    if (count === 0) return;
    await recordAudit(tx, await asViewer(tx, session.user, origin), ended(session.id));
  });
}

/** Ends one session of the viewer, in whichever browser it is. Error: not-found for that of another. */
export async function endOwnSession(viewer: Viewer, { sessionId }: { sessionId: string }): Promise<void> {
  requirePermission(canEndSessions(viewer), viewer);
  const userId = viewer.user.id;
  await inTransaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { id: sessionId, userId } });
    if (count === 0) throw new DomainError("not-found", "sessionOver");
    await recordAudit(tx, viewer, ended(sessionId));
  });
}

/** Ends all sessions of the viewer but this one; returns how many there were. */
export async function endOtherSessions(viewer: Viewer): Promise<number> {
  requirePermission(canEndSessions(viewer), viewer);
  const { user, sessionId } = viewer;
  return inTransaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { userId: user.id, id: { not: sessionId } } });
    const subject = { subjectType: "User", subjectId: user.id } as const;
    if (count > 0)
      await recordAudit(tx, viewer, { action: "session.othersEnded", ...subject, detail: { count } });
    return count;
  });
}

/** Who signs in or out, for the log of the organisation that they act for. */
async function asViewer(tx: Transaction, user: Person, origin: Origin | undefined): Promise<Viewer> {
  const { activeOrganisationId, memberships } = await tx.user.findUniqueOrThrow({
    where: { id: user.id },
    select: {
      activeOrganisationId: true,
      memberships: {
        where: { disabledAt: null },
        orderBy: { createdAt: "asc" },
        select: { organisation: { select: { id: true, slug: true, name: true, kind: true } } },
      },
    },
  });
  const organisations = memberships.map(({ organisation }) => organisation);
  const organisation =
    organisations.find(({ id }) => id === activeOrganisationId) ?? organisations[0] ?? null;
  return { ...visitor, user, organisation, ...(origin && { origin }) };
}

const ended = (subjectId: string) =>
  ({ action: "session.ended", subjectType: "Session", subjectId }) as const;
