import { expect, test } from "vitest";
import { makeNonce, pagePolicy } from "./csp.mjs";

const scriptSources = (policy: string) => /script-src ([^;]*)/.exec(policy)?.[1];

test("a nonce is long, and never the same", () => {
  const nonces = Array.from({ length: 1000 }, makeNonce);
  expect(new Set(nonces).size).toBe(1000);
  for (const value of nonces) expect(value).toMatch(/^[\w+/]{22}==$/);
});

test("a page runs nothing inline without its nonce, and nothing of others", () => {
  const policy = pagePolicy({ nonce: "abc", isSecure: true });
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  expect(policy).toContain("upgrade-insecure-requests");
  expect(scriptSources(policy)).toBe("'self' 'nonce-abc'");
  expect(policy).toContain("style-src 'self' 'nonce-abc'");
});

test("without a nonce nothing inline runs at all", () => {
  expect(scriptSources(pagePolicy({}))).toBe("'self'");
});

test("only a developer's page may use eval", () => {
  expect(pagePolicy({ isDev: true })).toContain("'unsafe-eval'");
  expect(pagePolicy({})).not.toContain("eval");
});
