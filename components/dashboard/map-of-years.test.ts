import { expect, test } from "vitest";
import { levelOf, parseCounts } from "@/public/jaren.js";

test("the slider reads per tile the count on each day; without one the gemeente did not exist", () => {
  expect(parseCounts("3,,0;1,2,12")).toEqual([
    [3, null, 0],
    [1, 2, 12],
  ]);
});

test.each([
  [0, 0],
  [1, 1],
  [4, 1],
  [5, 3],
  [90, 5],
])("a count of %i has shade %i", (count, level) => {
  const steps = [
    [1, 1],
    [5, 3],
    [9, 5],
  ];
  expect(levelOf(count, steps)).toBe(level);
});
