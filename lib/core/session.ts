/** The name next-auth gives its session cookie; over https browsers guard the prefix. */
export function sessionCookieName(): string {
  const isSecure = process.env.NEXTAUTH_URL?.startsWith("https://") ?? false;
  return isSecure ? "__Secure-next-auth.session-token" : "next-auth.session-token";
}
