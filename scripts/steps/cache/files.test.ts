import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { listSecurityHeaders } from "../door/headers.mjs";
import { makeFiles } from "./files.mjs";

const folder = mkdtempSync(join(tmpdir(), "bestanden-"));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, "a.js"), "let a = 1;".repeat(50));
writeFileSync(
  join(folder, "c.js"),
  `// Why.\n/**\n * How.\n * @param {string} a\n */\nlet a = "//x"; // here\n  /** One. */\n  a = "/** no */";\n`,
);
writeFileSync(join(folder, "b.woff2"), "packed in itself");
writeFileSync(join(folder, "geheim.env"), "nothing for a browser");

const files = makeFiles({
  securityHeaders: listSecurityHeaders({ isSecure: true }),
  places: [{ folder, under: "/_next/static/", caching: "public, max-age=31536000, immutable" }],
});

test("a file is read at the first request, and packed for every browser", async () => {
  expect(files.find("/_next/static/a.js")).toBeUndefined();
  const { bodies, heads } = await files.obtain("/_next/static/a.js");
  expect(brotliDecompressSync(bodies.br ?? "").toString()).toBe("let a = 1;".repeat(50));
  expect(heads.br).toMatchObject({
    "Content-Encoding": "br",
    "Content-Length": bodies.br?.length,
    "Content-Type": "text/javascript; charset=utf-8",
    "Cache-Control": "public, max-age=31536000, immutable",
    Vary: "Accept-Encoding",
  });
  expect(files.find("/_next/static/a.js")?.bodies).toBe(bodies);
});

test("a script is sent without the comments that stand on lines of their own", async () => {
  const { bodies } = await files.obtain("/_next/static/c.js");
  expect(String(bodies.identity)).toBe(`let a = "//x"; // here\n  a = "/** no */";\n`);
});

test("what is packed in itself is sent as it is", async () => {
  const { bodies, heads } = await files.obtain("/_next/static/b.woff2");
  expect(Object.keys(bodies)).toEqual(["identity"]);
  expect(heads.identity).not.toHaveProperty("Vary");
});

test("the headers that protect a file stand on it", async () => {
  const { unchanged } = await files.obtain("/_next/static/a.js");
  expect(unchanged).toMatchObject({
    "Content-Security-Policy": expect.stringContaining("default-src 'none'"),
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Strict-Transport-Security": expect.stringContaining("max-age=31536000"),
  });
});

test.each(["/_next/static/geheim.env", "/_next/static/../a.js", "/a.js", "/_next/static/"])(
  "%s is no file to send",
  (address) => expect(files.has(address)).toBe(false),
);
