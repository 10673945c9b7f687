import { expect, test } from "vitest";
import { toOwnPath } from "./own-path";

test.each([
  "/mijn",
  "/mijn/open-zaak",
  "/mijn/open-zaak/stap?naar=ON_HOLD",
  "/voorzieningen?q=vergunning%20aanvragen&soort=component",
  "/voorzieningen?q=%C3%A9%C3%A9n+loket",
  "/voorzieningen/open-zaak#deelname",
  "/account/lidmaatschap",
])("%s is a path of this site", (path) => {
  expect(toOwnPath(path)).toBe(path);
});

const hostile = [
  "",
  "/",
  "//evil.example",
  "///evil.example",
  "////evil.example/%2f..",
  "/\\evil.example",
  "\\\\evil.example",
  "\\/evil.example",
  "/\\/evil.example",
  "/mijn\\evil.example",
  "/mijn//evil.example",
  "/mijn/../../evil.example",
  "/./evil.example",
  "/..//evil.example",
  "http://evil.example",
  "https://evil.example/mijn",
  "https:evil.example",
  "HTTPS:/evil.example",
  "http:/\\evil.example",
  "ftp://evil.example",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\nscript:alert(1)",
  "/javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:msgbox(1)",
  "mijn",
  "evil.example",
  "@evil.example",
  "/@evil.example",
  "/mijn@evil.example",
  ".evil.example",
  "/%2fevil.example",
  "/%2Fevil.example",
  "/%5cevil.example",
  "/%252fevil.example",
  "%2f%2fevil.example",
  "/%09/evil.example",
  "/\tevil.example",
  "\t//evil.example",
  " //evil.example",
  "/\n/evil.example",
  "/mijn\n",
  "/mijn\r\nLocation: https://evil.example",
  "/mijn?a=\r\nSet-Cookie: x=y",
  "/mijn?a=%0d%0aSet-Cookie:%20x=y",
  "/mijn?a=%0D%0ALocation%3A",
  "/mijn?a=%7f",
  "/mijn\0",
  "/\u2028/evil.example",
  "/\u200b/evil.example",
  "/\uff0fevil.example",
  "\uff0f\uff0fevil.example",
  "/\u2215evil.example",
  "/\u3002evil.example",
  "/mij\u0438",
  "/mijn?url=//evil.example",
  "/mijn?url=https://evil.example",
  "/mijn?a=<script>",
  "/mijn?a=%",
  "/mijn?a=%zz",
  "/mijn?a='\"",
  "/mijn#//evil.example",
  "/mijn#<img>",
  "/MIJN;/evil.example",
  "/mijn:80",
  "/mijn?#?//evil.example",
  `/${"a".repeat(500)}`,
];

test("there are at least forty hostile forms, each different", () => {
  expect(new Set(hostile).size).toBeGreaterThanOrEqual(40);
});

test.each(hostile)("%j leads nowhere", (value) => {
  expect(toOwnPath(value)).toBe("");
});

test.each([undefined, null, 7, ["/mijn"], { toString: () => "/mijn" }])("%j is no text", (value) => {
  expect(toOwnPath(value)).toBe("");
});

test.each(hostile)("%j after the language stays on this site, whatever the check says", (value) => {
  expect(new URL(`/nl${toOwnPath(value)}`, "https://pluseen.nl").origin).toBe("https://pluseen.nl");
});
