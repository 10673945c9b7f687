import { expect, test } from "vitest";
import { keepUsed, listNames, parseSheet } from "./sheet.mjs";

const kept = (css: string, ...names: string[]) => keepUsed(parseSheet(css), new Set(names));
const everything = { has: () => true } as unknown as Set<string>;

test("a rule stays when the page has every class of one of its selectors", () => {
  expect(kept(".a{x:1}.b{x:2}", "a")).toBe(".a{x:1}");
  expect(kept(".a .b{x:1}.a.c:hover{x:2}", "a", "c")).toBe(".a.c:hover{x:2}");
  expect(kept(".a,.b,p{x:1}", "b")).toBe(".b,p{x:1}");
});

test("what needs no class stays: elements, attributes, variables, faces, frames", () => {
  const css = `@layer a,b;:root{--x:1}p[hidden]{x:1}@font-face{src:url("a}.woff2")}@keyframes k{0%{x:1}to{x:2}}@property --y{syntax:"*"}`;
  expect(kept(css)).toBe(css);
});

test("a class behind not or among choices is not asked for", () => {
  const css = 'a:not(.x){x:1}:where(.y>:not(:last-child)){x:1}:is(.p,.q){x:1}[class=".z"]{x:1}';
  expect(kept(css)).toBe(css);
});

test("groups are looked into, and leave with their last rule", () => {
  const css = "@media (min-width:40rem){.a{x:1}@supports (x:1){.b{x:2}}}@media print{.c{x:3}}";
  expect(kept(css, "b")).toBe("@media (min-width:40rem){@supports (x:1){.b{x:2}}}");
});

test("escaped names are read as a page writes them", () => {
  const css = String.raw`.sm\:w-1\/2{x:1}.\*\:min-w-0>*{x:2}.after\:content-\[\'\/\'\]:after{content:"}"}.w-1\.5{x:4}.\32xl{x:5}`;
  const names = listNames(
    `<p class="sm:w-1/2 *:min-w-0 w-1.5"></p><li class="after:content-[&#x27;/&#x27;]">`,
  );
  expect(keepUsed(parseSheet(css), names)).toBe(css);
  expect(keepUsed(parseSheet(css), new Set())).toBe(String.raw`.\32xl{x:5}`);
});

test("a nested rule stays with the rule around it, and strings with braces do not end one", () => {
  const css = `.a{x:1;&:hover{x:"}"}}.b{x:2}`;
  expect(kept(css, "a")).toBe(`.a{x:1;&:hover{x:"}"}}`);
});

test.each([".a{x:1", "}.a{x:1}", ".a{x:1}}.b{x:2}", '.a{x:"1}'])(
  "a sheet that is broken stays whole: %s",
  (css) => {
    expect(kept(css)).toBe(css);
  },
);

test("the names are the classes of the page and the words of its scripts", () => {
  const names = listNames(`<p class="a  b"><path class="l1"/>class="c"`, ["create('ul', 'suggestions')"]);
  expect(["a", "b", "l1", "suggestions"].every((name) => names.has(name))).toBe(true);
  expect(names.has("c")).toBe(false);
});

test("with every name the sheet is what it was", () => {
  const css = `@import "x";@layer p{*,:after{--x:initial}}.a\\:b:hover,.c>:not(.d){x:url(data:a;b,c)}@media print{.e{x:1}}`;
  expect(keepUsed(parseSheet(css), everything)).toBe(css);
});
