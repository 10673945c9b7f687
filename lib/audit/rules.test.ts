import { expect, test } from "vitest";
import { toPagePath } from "./rules";

test.each([
  ["http://localhost:3000/nl/mijn/open-zaak/stap?naar=IN_USE#x", "/mijn/open-zaak/stap"],
  ["https://plus.example/en", "/"],
  ["https://plus.example/nlpagina", "/nlpagina"],
  ["geen adres", "/"],
  [null, "/"],
  [`https://plus.example/nl/${"a".repeat(500)}`, `/${"a".repeat(199)}`],
])("the page of %j is %j", (referrer, page) => {
  expect(toPagePath(referrer)).toBe(page);
});
