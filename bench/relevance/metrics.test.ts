import { expect, test } from "vitest";
import { ndcg, succeeds } from "./metrics";

const expected = new Map([
  ["a", 3],
  ["b", 2],
  ["c", 1],
]);

test("the best order is 1, nothing is 0, and a better order is more", () => {
  expect(ndcg(["a", "b", "c"], expected)).toBe(1);
  expect(ndcg([], expected)).toBe(0);
  expect(ndcg(["x", "y"], expected)).toBe(0);
  expect(ndcg(["a", "x", "b"], expected)).toBeGreaterThan(ndcg(["x", "a", "b"], expected));
});

test("what comes after the tenth place counts for nothing", () => {
  expect(ndcg([..."0123456789", "a"], expected)).toBe(0);
});

test("success is a best answer among the first three, a lesser one is not enough", () => {
  expect(succeeds(["x", "y", "a"], expected)).toBe(true);
  expect(succeeds(["b", "c", "x", "a"], expected)).toBe(false);
});
