import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { nextPlace } from "@/public/zoeken.js";

const options = ["a", "b", "c"];

test.each([
  [undefined, 1, "a"],
  ["a", 1, "b"],
  ["c", 1, undefined],
  [undefined, -1, "c"],
  ["a", -1, undefined],
] as const)("from %s a step of %i leads to %s: past the end is the box itself", (from, step, to) => {
  expect(nextPlace(options, from, step)).toBe(to);
});

test("without options there is nowhere to go", () => {
  expect(nextPlace([], undefined, 1)).toBeUndefined();
});

test("the script stays small: under 3 KB compressed", () => {
  expect(gzipSync(readFileSync("public/zoeken.js")).length).toBeLessThan(3_000);
});
