import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { inline } from "./inline.mjs";

const link = (file: string) =>
  `<link rel="stylesheet" href="/_next/static/chunks/${file}" data-precedence="next"/>`;
const toHash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const read = async () => "@font-face{src:url(../media/a.woff2)}p{background:url(data:image/png;base64,x)}\n";
const written =
  "@font-face{src:url(/_next/static/chunks/../media/a.woff2)}p{background:url(data:image/png;base64,x)}";

test("a page carries its looks, and its policy knows them by their hash", async () => {
  const { html, styles } = await inline(`<head>${link("1_a.b-c.css")}</head>`, read);
  expect(html).toBe(`<head><style>${written}</style></head>`);
  expect(styles).toEqual([toHash(written)]);
});

test("a page carries one style of all its sheets, with what it or its own script names, and that script at its end", async () => {
  const texts: Record<string, string> = {
    "/_next/static/chunks/a.css": ".here{x:1}.elsewhere{x:2}",
    "/_next/static/chunks/b.css": ".suggestion{x:3}",
    "/zoeken.js": `create("li", { class: "suggestion" })`,
  };
  const { html, styles, scripts } = await inline(
    `${link("a.css")}${link("b.css")}<script type="module" src="/zoeken.js" async=""></script><body><p class="here">elsewhere</p></body>`,
    async (address) => texts[address] ?? "",
  );
  expect(html).toBe(
    `<style>.here{x:1}.suggestion{x:3}</style><body><p class="here">elsewhere</p><script type="module">create("li", { class: "suggestion" })</script></body>`,
  );
  expect(styles).toHaveLength(1);
  expect(scripts).toEqual([toHash(`create("li", { class: "suggestion" })`)]);
});

test("a sheet from elsewhere, or named in a text, is left as it is", async () => {
  const page = `<link rel="stylesheet" href="//evil.example/a.css"/><link rel="stylesheet" href="/_next/static/../../x.css"/>&lt;link rel="stylesheet" href="/_next/static/a.css"&gt;`;
  expect(await inline(page, read)).toEqual({ html: page, styles: [], scripts: [] });
});

test("a script of the framework or from elsewhere is left as it is", async () => {
  const page = `<script src="/_next/a.js"></script><script src="//evil.example/a.js"></script><script>alert(1)</script>`;
  expect(await inline(page, read)).toEqual({ html: page, styles: [], scripts: [] });
});

test("a script that would end its own place is refused", async () => {
  const page = `<script type="module" src="/a.js"></script>`;
  await expect(inline(page, async () => "const x = '</script>'")).rejects.toThrow(/a\.js/);
});

test("a sheet that would end its own place is refused", async () => {
  await expect(inline(link("a.css"), async () => "p{</style>")).rejects.toThrow(/a\.css/);
});
