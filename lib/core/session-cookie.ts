import "server-only";
import { cookies } from "next/headers";
import { cookieOptions, isSessionToken, sessionCookieName } from "./session";

/** The token that this browser sent, if it could be one of ours. */
export async function readSessionCookie(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookieName())?.value;
  return token && isSessionToken(token) ? token : null;
}

/** Lets the browser carry this session; in an action or a route handler only. */
export async function writeSessionCookie({ token, expires }: { token: string; expires: Date }) {
  (await cookies()).set(sessionCookieName(), token, { ...cookieOptions(), expires });
}

/** Browsers only give up a cookie with the prefix __Host- when it is taken as it was set. */
export async function clearCookie(name: string): Promise<void> {
  (await cookies()).set(name, "", { ...cookieOptions(), maxAge: 0 });
}
