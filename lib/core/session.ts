/** The name next-auth gives its session cookie; over https browsers guard the prefix. */
export function sessionCookieName(): string {
  const isSecure = process.env.NEXTAUTH_URL?.startsWith("https://") ?? false;
  return isSecure ? "__Secure-next-auth.session-token" : "next-auth.session-token";
}

/** How long a session lasts, in seconds: seven days. */
export const sessionLifetime = 7 * 24 * 60 * 60;

/** How long a session that nobody uses lasts, in seconds: eight hours. */
export const idleLifetime = 8 * 60 * 60;

/** Could this be a token that we gave? Anything else need not be looked up. */
export function isSessionToken(value: string): boolean {
  return /^[\w-]{20,100}$/.test(value);
}
