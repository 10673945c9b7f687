import "server-only";
import { randomBytes } from "node:crypto";
import { recordAudit } from "@/lib/audit/mutations";
import { inTransaction } from "@/lib/core/db";
import { env } from "@/lib/core/env";
import { DomainError } from "@/lib/core/errors";
import { visitor } from "@/lib/core/roles";
import { sessionLifetime } from "@/lib/core/session";
import { canSignInAsDemo } from "./policy";

/**
 * Starts a session for a person of the demonstration and returns its token and end.
 * Only invented people can be chosen like this: for anybody else it answers not-found.
 */
export async function startDemoSession(userId: string): Promise<{ token: string; expires: Date }> {
  if (!canSignInAsDemo(env().PLUS1_DEMO)) throw new DomainError("not-found", "notFound");
  const token = randomBytes(32).toString("base64url");
  const expires = new Date(Date.now() + sessionLifetime * 1000);
  await inTransaction(async (tx) => {
    const user = await tx.user.findUnique({
      where: { id: userId, isDemo: true, memberships: { some: { isDemo: true } } },
      select: { id: true, name: true, isDemo: true },
    });
    if (!user) throw new DomainError("not-found", "notFound");
    const session = await tx.session.create({
      data: { sessionToken: token, userId, expires },
      select: { id: true },
    });
    await recordAudit(
      tx,
      { ...visitor, user },
      { action: "session.started", subjectType: "Session", subjectId: session.id },
    );
  });
  return { token, expires };
}

/** Ends the session of this token; an unknown token is no error. */
export async function endSession(token: string): Promise<void> {
  await inTransaction(async (tx) => {
    const session = await tx.session.findUnique({
      where: { sessionToken: token },
      select: { id: true, user: { select: { id: true, name: true, isDemo: true } } },
    });
    if (!session) return;
    await tx.session.delete({ where: { id: session.id } });
    const { id: subjectId, user } = session;
    await recordAudit(
      tx,
      { ...visitor, user },
      { action: "session.ended", subjectType: "Session", subjectId },
    );
  });
}
