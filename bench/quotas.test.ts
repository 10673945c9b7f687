import { expect, test } from "vitest";
import { spreadAdoptions } from "./quotas.mjs";

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

test.each([115, 500, 10_000])("thirty thousand adoptions fit %i solutions", (count) => {
  const quotas = spreadAdoptions({ count, most: 342, total: 30_000 });
  expect(quotas).toHaveLength(count);
  expect(sum(quotas)).toBe(30_000);
  expect(Math.max(...quotas)).toBeLessThanOrEqual(342);
  expect(Math.min(...quotas)).toBeGreaterThanOrEqual(0);
  expect(quotas.toSorted((a: number, b: number) => b - a)).toEqual(quotas);
});

test("a full house is every pair once", () => {
  expect(spreadAdoptions({ count: 3, most: 4, total: 12 })).toEqual([4, 4, 4]);
});

test("more than every pair once is refused", () => {
  expect(() => spreadAdoptions({ count: 3, most: 4, total: 13 })).toThrow(RangeError);
});
