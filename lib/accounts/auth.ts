import "server-only";
import { PrismaAdapter } from "@auth/prisma-adapter";
import type { NextAuthOptions } from "next-auth";
import type { Adapter } from "next-auth/adapters";
import { database, inTransaction } from "@/lib/core/db";
import { cookieName, cookieOptions, newToken, sessionCookieName, sessionLifetime } from "@/lib/core/session";
import { readSessionCookie } from "@/lib/core/session-cookie";
import { getOrigin } from "@/lib/core/viewer";
import { endSession, startSession } from "./sessions/mutations";

/** The sign-in of next-auth: sessions in the database. Providers of organisations are added to this list. */
export function authOptions(): NextAuthOptions {
  return {
    adapter: adapter(),
    cookies: cookiesOfNextAuth(),
    // Never prolonged: a session ends seven days after it began.
    session: {
      strategy: "database",
      maxAge: sessionLifetime,
      updateAge: sessionLifetime,
      generateSessionToken: newToken,
    },
    pages: { signIn: "/nl/inloggen", error: "/nl/inloggen" },
    providers: [],
  };
}

/** The adapter is typed for the next major version of next-auth; at run time it serves this one. */
function adapter(): Adapter {
  return {
    ...(PrismaAdapter(database()) as Adapter),
    createSession: startHere,
    deleteSession: (token) => endSession(token),
    // A sign-in never continues a session, and never ties an account to who happened to be signed in:
    // that may be a person of the demonstration. Pages read the session themselves (core/viewer).
    getSessionAndUser: async () => null,
    updateSession: async () => null,
  };
}

/** Replaces the session of this browser by one for whom the provider vouched for. */
async function startHere({ userId }: { userId: string }) {
  const [origin, former] = await Promise.all([getOrigin(), readSessionCookie()]);
  if (former) await endSession(former, origin);
  const { token, expires } = await inTransaction(async (tx) => {
    const user = await tx.user.findUniqueOrThrow({
      where: { id: userId, disabledAt: null },
      select: { id: true, name: true, isDemo: true },
    });
    return startSession(tx, { user, origin, method: "openid" });
  });
  return { sessionToken: token, userId, expires };
}

/** What next-auth keeps in the browser, under the names and flags of our own cookie. */
function cookiesOfNextAuth(): NextAuthOptions["cookies"] {
  const cookie = (name: string, maxAge?: number) => ({
    name: cookieName(`next-auth.${name}`),
    options: { ...cookieOptions(), ...(maxAge && { maxAge }) },
  });
  const quarter = 15 * 60;
  return {
    sessionToken: { name: sessionCookieName(), options: cookieOptions() },
    callbackUrl: cookie("callback-url"),
    csrfToken: cookie("csrf-token"),
    pkceCodeVerifier: cookie("pkce.code_verifier", quarter),
    state: cookie("state", quarter),
    nonce: cookie("nonce", quarter),
  };
}
