import { describe, expect, it, test } from "vitest";
import { likenessOf, type Place, tileDistance, usualWeights } from "./rules";

const place = (rest: Partial<Place> = {}): Place => ({
  inhabitants: 40_000,
  province: "OVERIJSSEL",
  hexCol: 10,
  hexRow: 10,
  inUseCount: 10,
  ...rest,
});
const weights = usualWeights;

describe("size", () => {
  it.each([
    [40_000, 1],
    [80_000, 2 / 3],
    [20_000, 2 / 3],
    [320_000, 0],
    [1_000_000, 0],
  ])("of %i inhabitants beside 40,000 is %f alike", (inhabitants, expected) => {
    expect(likenessOf(place(), place({ inhabitants }), { shared: 0, weights }).size).toBeCloseTo(expected);
  });
});

describe("use", () => {
  it.each([
    [10, 10, 10, 1],
    [5, 10, 10, 5 / 15],
    [0, 10, 10, 0],
    [0, 0, 0, 0],
    // More known to be shared than the other counts: a count that ran behind must not exceed 1.
    [4, 3, 3, 1],
  ])("sharing %i of %i and %i is %f alike", (shared, mine, other, expected) => {
    const likeness = likenessOf(place({ inUseCount: mine }), place({ inUseCount: other }), {
      shared,
      weights,
    });
    expect(likeness.use).toBeCloseTo(expected);
  });
});

test.each([
  [10, 10, 0],
  [11, 10, 1],
  [10, 11, 1],
  [9, 11, 1],
  [11, 11, 2],
  [10, 12, 2],
])("the tile at %i, %i is %i steps from 10, 10", (hexCol, hexRow, steps) => {
  expect(tileDistance({ hexCol: 10, hexRow: 10 }, { hexCol, hexRow })).toBe(steps);
});

test("a neighbour is as near as can be, eight tiles further it is far", () => {
  const nearness = (hexCol: number) =>
    likenessOf(place(), place({ hexCol }), { shared: 0, weights }).nearness;
  expect([nearness(11), nearness(15), nearness(19), nearness(40)]).toEqual([1, 0.5, 0, 0]);
});

test("only what the reader finds important counts", () => {
  const large = place({ inhabitants: 900_000 });
  const only = (weight: Partial<typeof weights>) =>
    likenessOf(place(), large, { shared: 10, weights: { size: 0, nearness: 0, use: 0, ...weight } }).total;
  expect(only({ size: 3 })).toBe(0);
  expect(only({ use: 1 })).toBe(1);
  expect(only({})).toBe(likenessOf(place(), large, { shared: 10, weights }).total);
});

test("likeness is the same both ways", () => {
  const a = place();
  const b = place({ inhabitants: 123_456, hexCol: 3, hexRow: 21, inUseCount: 4 });
  const there = likenessOf(a, b, { shared: 3, weights }).total;
  expect(there).toBeCloseTo(likenessOf(b, a, { shared: 3, weights }).total, 12);
});
