import { describe, expect, it, test } from "vitest";
import { type LogisticCurve, type Measurement, poissonQuantile, valueAt } from "../logistic/rules";
import { type Forecast, forecast, horizon } from "./rules";

/** Park and Miller's generator: the same numbers for the same seed. */
function chanceFrom(seed: number): () => number {
  let state = seed * 1_299_709 + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** A made-up course along a curve: what joins per quarter is a matter of chance. */
function course(curve: LogisticCurve, quarters: number, seed: number): Measurement[] {
  const chance = chanceFrom(seed);
  const drawPoisson = (mean: number) => poissonQuantile(mean, chance());
  let count = 0;
  return Array.from({ length: quarters }, (_, place) => {
    const at = 2019 + place / 4;
    count += drawPoisson(valueAt(curve, at) - (place === 0 ? 0 : valueAt(curve, at - 0.25)));
    return { at, count };
  });
}

const isForecast = (result: ReturnType<typeof forecast>): result is Forecast => typeof result === "object";

const curve = { ceiling: 240, rate: 1.1, midpoint: 2022 };

describe("a forecast", () => {
  it("holds what comes to pass nine times out of ten", () => {
    let [inside, made] = [0, 0];
    for (let seed = 1; seed <= 200; seed++) {
      const all = course(curve, 20 + horizon, seed);
      const result = forecast(all.slice(0, 20), 342);
      if (!isForecast(result)) continue;
      made++;
      const [last, came] = [result.points.at(-1), all.at(-1)?.count ?? 0];
      if (last && came >= last.low && came <= last.high) inside++;
    }
    expect(made).toBeGreaterThan(100);
    expect(inside / made).toBeGreaterThan(0.88);
  });

  it("begins at the last count, never falls, and gets less sure", () => {
    const points = course(curve, 22, 5);
    const result = forecast(points, 342);
    if (!isForecast(result)) throw new Error(result);
    const widths = result.points.map(({ low, high }) => high - low);
    expect(widths.at(-1)).toBeGreaterThan(widths[0] ?? 0);
    for (const { low, expected, high } of result.points) {
      expect(low).toBeGreaterThanOrEqual(points.at(-1)?.count ?? 0);
      expect(expected).toBeLessThanOrEqual(342);
      expect(high).toBeLessThanOrEqual(342);
    }
    expect(result.points).toHaveLength(horizon);
    expect(result.ceiling.low).toBeLessThanOrEqual(240);
    expect(result.ceiling.high).toBeGreaterThanOrEqual(result.ceiling.low);
  });

  it("is the same every time", () => {
    const points = course(curve, 22, 9);
    expect(forecast(points, 342)).toEqual(forecast(points, 342));
  });
});

const steady = (counts: number[]) => counts.map((count, place) => ({ at: 2020 + place / 4, count }));

test.each([
  ["nothing in use", "tooFew", steady([0, 0, 0])],
  ["eleven gemeenten", "tooFew", steady([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])],
  ["less than two years", "tooShort", steady([0, 0, 0, 0, 4, 12, 20, 31])],
  ["everybody takes part", "full", steady([10, 40, 90, 160, 240, 300, 330, 340, 342])],
  ["gemeenten leave", "falling", steady([10, 30, 60, 90, 100, 100, 98, 95, 90, 84])],
  ["the early phase", "early", steady([1, 2, 3, 4, 5, 7, 9, 12, 16, 21, 28])],
  ["one leap", "poorFit", steady([1, 1, 90, 90, 91, 91, 180, 180, 181, 181, 181])],
])("%s gives no forecast: %s", (_, refusal, points) => {
  expect(forecast(points, 342)).toBe(refusal);
});
