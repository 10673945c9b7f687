import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { withStyles } from "./styles.mjs";

const link = (file: string) =>
  `<link rel="stylesheet" href="/_next/static/chunks/${file}" data-precedence="next"/>`;
const read = async () => "@font-face{src:url(../media/a.woff2)}p{background:url(data:image/png;base64,x)}\n";
const inline =
  "@font-face{src:url(/_next/static/chunks/../media/a.woff2)}p{background:url(data:image/png;base64,x)}";

test("a page carries its looks, and its policy knows them by their hash", async () => {
  const { html, hashes } = await withStyles(`<head>${link("1_a.b-c.css")}</head>`, read);
  expect(html).toBe(`<head><style>${inline}</style></head>`);
  expect(hashes).toEqual([`'sha256-${createHash("sha256").update(inline).digest("base64")}'`]);
});

test("of all sheets a page carries one style, with what the page or its own script names", async () => {
  const texts: Record<string, string> = {
    "/_next/static/chunks/a.css": ".here{x:1}.elsewhere{x:2}",
    "/_next/static/chunks/b.css": ".suggestion{x:3}",
    "/zoeken.js": `create("li", { class: "suggestion" })`,
  };
  const { html, hashes } = await withStyles(
    `${link("a.css")}${link("b.css")}<script type="module" src="/zoeken.js"></script><p class="here">elsewhere</p>`,
    async (address) => texts[address] ?? "",
  );
  expect(html).toBe(
    `<style>.here{x:1}.suggestion{x:3}</style><script type="module" src="/zoeken.js"></script><p class="here">elsewhere</p>`,
  );
  expect(hashes).toHaveLength(1);
});

test("a sheet from elsewhere, or named in a text, is left as it is", async () => {
  const page = `<link rel="stylesheet" href="//evil.example/a.css"/><link rel="stylesheet" href="/_next/static/../../x.css"/>&lt;link rel="stylesheet" href="/_next/static/a.css"&gt;`;
  expect(await withStyles(page, read)).toEqual({ html: page, hashes: [] });
});

test("a sheet that would end its own place is refused", async () => {
  await expect(withStyles(link("a.css"), async () => "p{</style>")).rejects.toThrow(/a\.css/);
});
