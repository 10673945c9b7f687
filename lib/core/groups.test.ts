import { expect, test } from "vitest";
import { groupBy } from "./groups";

test("rows with the same key stand together, in the order of their first", () => {
  expect(groupBy(["beek", "aa", "bos", "anker"], ([letter = ""]) => letter)).toEqual([
    ["beek", "bos"],
    ["aa", "anker"],
  ]);
  expect(groupBy([], String)).toEqual([]);
});
