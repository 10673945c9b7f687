import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { makeNonce, pagePolicy, toCacheable } from "./csp.mjs";

const nonce = "bm9uY2Utb2YtdGhpcy1h+/==";
const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const scriptSources = (csp: string) => /script-src ([^;]*)/.exec(csp)?.[1];

test("a nonce is long, and never the same", () => {
  const nonces = Array.from({ length: 1000 }, makeNonce);
  expect(new Set(nonces).size).toBe(1000);
  for (const value of nonces) expect(value).toMatch(/^[\w+/]{22}==$/);
});

test("a page runs nothing inline and nothing of others; only a developer's may use eval", () => {
  const policy = pagePolicy({ scripts: [`'nonce-${nonce}'`], styles: [`'nonce-${nonce}'`], isSecure: true });
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  expect(policy).toContain("upgrade-insecure-requests");
  expect(scriptSources(policy)).toBe(`'self' 'nonce-${nonce}'`);
  expect(pagePolicy({ isDev: true })).toContain("'unsafe-eval'");
});

test("scripts and styles with the nonce are known by their hash, and the nonce is gone", () => {
  const { html, csp } = toCacheable(
    `<head><link rel="preload" href="/a.js" as="script" nonce="${nonce}"/><style nonce="${nonce}">p{}</style>` +
      `<script src="/_next/a.js" async="" nonce="${nonce}"></script></head>` +
      `<script nonce="${nonce}">self.__next_f=1</script><script id="x" nonce='${nonce}'>two()</script>`,
    nonce,
  );
  expect(html).not.toContain("nonce");
  expect(html).toBe(
    '<head><link rel="preload" href="/a.js" as="script"/><style>p{}</style>' +
      '<script src="/_next/a.js" async=""></script></head>' +
      '<script>self.__next_f=1</script><script id="x">two()</script>',
  );
  expect(scriptSources(csp)).toBe(`'self' ${hashOf("self.__next_f=1")} ${hashOf("two()")}`);
  expect(csp).toContain(`style-src 'self' ${hashOf("p{}")}`);
});

test("the hash is of what the browser will read: without the nonce that the data mentions", () => {
  const { html, csp } = toCacheable(
    `<script nonce="${nonce}">push("\\"nonce\\":\\"${nonce}\\"")</script>`,
    nonce,
  );
  const words = 'push("\\"nonce\\":\\"\\"")';
  expect(html).toBe(`<script>${words}</script>`);
  expect(csp).toContain(hashOf(words));
});

test.each([
  "<script>alert(1)</script>",
  "<script nonce>alert(1)</script>",
  '<script nonce="">alert(1)</script>',
  '<script nonce="guess">alert(1)</script>',
  `<script data-x="nonce=${nonce}">alert(1)</script>`,
  `<script data-x=' nonce="${nonce}"'>alert(1)</script>`,
  `<script id="a"nonce="${nonce}">alert(1)</script>`,
  "<SCRIPT\n>alert(1)</SCRIPT >",
  "<script/x>alert(1)</script>",
  '<style nonce="guess">alert(1)</style>',
  '<img src=x onerror="alert(1)">',
])("what somebody slipped in is never blessed: %s", (injected) => {
  const { csp } = toCacheable(`<p>${injected}</p><script nonce="${nonce}">ours()</script>`, nonce);
  expect(csp).not.toContain(hashOf("alert(1)"));
  expect(scriptSources(csp)).toBe(`'self' ${hashOf("ours()")}`);
});

test("a script that was slipped in does not swallow ours", () => {
  const { csp } = toCacheable(`<script>evil(<script nonce="${nonce}">ours()</script>`, nonce);
  expect(csp).not.toContain("sha256");
});

test("the same page gives the same policy, whatever its nonce was", () => {
  const page = (own: string) => `<script nonce="${own}">ours("${own}")</script>`;
  const other = makeNonce();
  expect(toCacheable(page(nonce), nonce)).toEqual(toCacheable(page(other), other));
});
