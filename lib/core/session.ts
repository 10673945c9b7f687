import { createHash, randomBytes } from "node:crypto";

/** Over https browsers guard the prefix: no other host and no page over http can set such a cookie. */
function prefix(): string {
  return isSecure() ? "__Host-" : "";
}

function isSecure(): boolean {
  return process.env.NEXTAUTH_URL?.startsWith("https://") ?? false;
}

/** The full name of a cookie of signing in. */
export function cookieName(name: string): string {
  return `${prefix()}${name}`;
}

/** The name of the cookie that carries a session, for next-auth and for us. */
export function sessionCookieName(): string {
  return cookieName("next-auth.session-token");
}

/** How every cookie of signing in is set: out of reach of scripts and of other sites' forms. */
export function cookieOptions() {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() } as const;
}

/** How long a session lasts, in seconds: seven days. */
export const sessionLifetime = 7 * 24 * 60 * 60;

/** How long a session that nobody uses lasts, in seconds: eight hours. */
export const idleLifetime = 8 * 60 * 60;

/** A secret for a cookie or a link that cannot be guessed: 32 random bytes. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Could this be a token that we gave? Anything else need not be looked up. */
export function isSessionToken(value: string): boolean {
  return /^[\w-]{20,100}$/.test(value);
}

/** What the database keeps of a token: whoever reads the table cannot take a session over. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
