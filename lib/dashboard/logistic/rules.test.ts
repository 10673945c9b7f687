import { describe, expect, it } from "vitest";
import { fitLogistic, listLikely, poissonQuantile, valueAt } from "./rules";

const quarters = (count: number) => Array.from({ length: count }, (_, place) => 2019 + place / 4);

describe("logistic curve", () => {
  it("is half its ceiling at its midpoint and grows by r N (1 - N/K)", () => {
    const curve = { ceiling: 300, rate: 0.9, midpoint: 2022 };
    expect(valueAt(curve, 2022)).toBe(150);
    for (const at of [2019.3, 2021, 2022.5, 2025]) {
      const slope = (valueAt(curve, at + 1e-5) - valueAt(curve, at - 1e-5)) / 2e-5;
      const count = valueAt(curve, at);
      expect(slope).toBeCloseTo(0.9 * count * (1 - count / 300), 4);
    }
  });

  it.each([
    { ceiling: 300, rate: 0.9, midpoint: 2022 },
    { ceiling: 120, rate: 1.6, midpoint: 2023.5 },
    { ceiling: 342, rate: 0.5, midpoint: 2024 },
    { ceiling: 45, rate: 2.4, midpoint: 2020.25 },
  ])("is found again from points on it: $ceiling, $rate, $midpoint", (curve) => {
    const points = quarters(32).map((at) => ({ at, count: valueAt(curve, at) }));
    const found = fitLogistic(points, 342);
    expect(found?.ceiling).toBeCloseTo(curve.ceiling, 1);
    expect(found?.rate).toBeCloseTo(curve.rate, 3);
    expect(found?.midpoint).toBeCloseTo(curve.midpoint, 2);
    expect(found?.deviance).toBeLessThan(1e-3);
  });

  it("never has a ceiling above the number of gemeenten, nor below what is reached", () => {
    const curve = { ceiling: 900, rate: 0.8, midpoint: 2026 };
    const points = quarters(20).map((at) => ({ at, count: valueAt(curve, at) }));
    const found = fitLogistic(points, 342);
    expect(found?.ceiling).toBeLessThanOrEqual(342);
    expect(found?.ceiling).toBeGreaterThanOrEqual(points.at(-1)?.count ?? 0);
  });

  it("is not drawn through nothing or through one number", () => {
    expect(fitLogistic([], 342)).toBeNull();
    expect(fitLogistic([{ at: 2020, count: 5 }], 342)).toBeNull();
    expect(
      fitLogistic(
        quarters(9).map((at) => ({ at, count: 5 })),
        342,
      ),
    ).toBeNull();
  });
});

it("calls a curve likely as long as the counts do not contradict its ceiling", () => {
  const curve = { ceiling: 200, rate: 1.2, midpoint: 2022 };
  const points = quarters(16).map((at) => ({ at, count: Math.round(valueAt(curve, at)) }));
  const best = fitLogistic(points, 342);
  if (!best) throw new Error("no fit");
  const likely = listLikely(points, { best, capacity: 342, allowed: 2.706 });
  const ceilings = likely.map(({ ceiling }) => ceiling);
  expect(Math.min(...ceilings)).toBeLessThan(200);
  expect(Math.max(...ceilings)).toBeGreaterThan(200);
  for (const { deviance } of likely) expect(deviance).toBeLessThanOrEqual(best.deviance + 2.706);
  const later = quarters(28).map((at) => ({ at, count: Math.round(valueAt(curve, at)) }));
  const surer = fitLogistic(later, 342);
  if (!surer) throw new Error("no fit");
  const known = listLikely(later, { best: surer, capacity: 342, allowed: 2.706 });
  expect(Math.max(...known.map(({ ceiling }) => ceiling))).toBeLessThan(Math.max(...ceilings));
});

// From the tables of the Poisson distribution.
it.each([
  [0, 0.95, 0],
  [1, 0.05, 0],
  [1, 0.95, 3],
  [4, 0.05, 1],
  [10, 0.05, 5],
  [10, 0.95, 15],
  [100, 0.95, 117],
])("of Poisson with mean %f the quantile at %f is %i", (mean, part, quantile) => {
  expect(poissonQuantile(mean, part)).toBe(quantile);
});
