import "server-only";
import { cookies } from "next/headers";
import { cookieName, cookieOptions, isSessionToken, sessionCookieName } from "./session";

type Token = { token: string; expires: Date };

/** The token that this browser sent, if it could be one of ours. */
export async function readSessionCookie(): Promise<string | null> {
  return readToken(sessionCookieName());
}

/** Lets the browser carry this session; in an action or a route handler only. */
export async function writeSessionCookie(session: Token): Promise<void> {
  await writeToken(sessionCookieName(), session);
}

/** Ties a code that was sent by mail to the browser that asked for it. */
const askedCookieName = () => cookieName("pluseen.sign-in");

/** The token of this browser's request for a code. */
export async function readAskedCookie(): Promise<string | null> {
  return readToken(askedCookieName());
}

/** In an action or a route handler only, like the ones above and below. */
export async function writeAskedCookie(asked: Token): Promise<void> {
  await writeToken(askedCookieName(), asked);
}

export async function clearAskedCookie(): Promise<void> {
  await clearCookie(askedCookieName());
}

export async function clearSessionCookie(): Promise<void> {
  await clearCookie(sessionCookieName());
}

async function readToken(name: string): Promise<string | null> {
  const token = (await cookies()).get(name)?.value;
  return token && isSessionToken(token) ? token : null;
}

async function writeToken(name: string, { token, expires }: Token): Promise<void> {
  (await cookies()).set(name, token, { ...cookieOptions(), expires });
}

/** Browsers only give up a cookie with the prefix __Host- when it is taken as it was set. */
export async function clearCookie(name: string): Promise<void> {
  (await cookies()).set(name, "", { ...cookieOptions(), maxAge: 0 });
}
