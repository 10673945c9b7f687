import { describe, expect, it } from "vitest";
import { levelOf, toLevelScale } from "./levels";

describe("classes of a scale", () => {
  it("puts about as many in each class, without holes or overlap", () => {
    const scale = toLevelScale([0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 30]);
    expect(scale).toEqual([
      { from: 1, to: 2, level: 1 },
      { from: 3, to: 4, level: 2 },
      { from: 5, to: 6, level: 3 },
      { from: 7, to: 8, level: 4 },
      { from: 9, to: 30, level: 5 },
    ]);
  });

  it("has fewer classes when there are fewer different values", () => {
    expect(toLevelScale([0, 2, 2, 2])).toEqual([{ from: 2, to: 2, level: 5 }]);
    expect(toLevelScale([1, 4]).map(({ level }) => level)).toEqual([3, 5]);
    expect(toLevelScale([0, 0])).toEqual([]);
  });

  it("gives every value the class that its number falls in", () => {
    const values = [1, 1, 1, 2, 5, 8, 13, 21, 34, 55];
    const scale = toLevelScale(values);
    for (const value of values) {
      const item = scale.find(({ from, to }) => value >= from && value <= to);
      expect(levelOf(value, scale)).toBe(item?.level);
    }
    expect(levelOf(0, scale)).toBe(0);
  });
});
