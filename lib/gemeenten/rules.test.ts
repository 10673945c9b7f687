import { describe, expect, it } from "vitest";
import { compareInUse, median, toSizeClass } from "./rules";

describe("size class", () => {
  it.each([
    [0, "under20"],
    [19_999, "under20"],
    [20_000, "to50"],
    [50_000, "to100"],
    [249_999, "to250"],
    [250_000, "over250"],
  ])("of %i inhabitants is %s", (inhabitants, id) => {
    expect(toSizeClass(inhabitants).id).toBe(id);
  });
});

describe("median", () => {
  it.each([
    [[3], 3],
    [[9, 1, 4], 4],
    [[4, 1, 9, 2], 3],
    [[], null],
  ])("of %j is %j", (values, expected) => {
    expect(median(values)).toBe(expected);
  });
});

it("compares with gemeenten of the same size, the same province and all", () => {
  const of = (province: string, inhabitants: number, inUseCount: number) => ({
    province,
    inhabitants,
    inUseCount,
  });
  const self = of("OVERIJSSEL", 30_000, 7);
  const all = [self, of("OVERIJSSEL", 90_000, 1), of("DRENTHE", 45_000, 3), of("DRENTHE", 10_000, 2)];
  expect(compareInUse(self, all)).toEqual([
    { group: "sizeClass", size: 2, median: 5 },
    { group: "province", size: 2, median: 4 },
    { group: "country", size: 4, median: 2.5 },
  ]);
});
