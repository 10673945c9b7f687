import { afterEach, expect, test, vi } from "vitest";
import { cookieName, cookieOptions, hashToken, isSessionToken, newToken, sessionCookieName } from "./session";

afterEach(() => vi.unstubAllEnvs());

test("over https a cookie belongs to this host alone, and never crosses http", () => {
  vi.stubEnv("NEXTAUTH_URL", "https://pluseen.nl");
  expect(sessionCookieName()).toBe("__Host-next-auth.session-token");
  expect(cookieName("pluseen.sign-in")).toBe("__Host-pluseen.sign-in");
  expect(cookieOptions()).toEqual({ httpOnly: true, sameSite: "lax", path: "/", secure: true });
});

test("on the own machine there is no https to demand", () => {
  vi.stubEnv("NEXTAUTH_URL", "http://localhost:3000");
  expect(sessionCookieName()).toBe("next-auth.session-token");
  expect(cookieOptions().secure).toBe(false);
});

test("tokens differ, are long, and are kept as a hash that does not tell them", () => {
  const tokens = new Set(Array.from({ length: 1000 }, newToken));
  expect(tokens.size).toBe(1000);
  for (const token of tokens) {
    expect(isSessionToken(token)).toBe(true);
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    expect(hashToken(token)).toMatch(/^[0-9a-f]{64}$/);
  }
});
