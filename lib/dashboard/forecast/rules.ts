import {
  type Fit,
  fitLogistic,
  type LogisticCurve,
  listLikely,
  type Measurement,
  poissonQuantile,
  valueAt,
} from "../logistic/rules";

// When an S-curve says something about what is to come, and how sure that is.

/** Quarters of measurements, gemeenten in use, and fit (R squared) below which nothing is calculated. */
export const least = { quarters: 8, gemeenten: 12, fit: 0.95 } as const;

/** How far ahead is calculated, in quarters. */
export const horizon = 12;

/** Part of the outcomes that lies between `low` and `high`, at least. */
export const certainty = 0.9;
/** Its quantile of chi squared with one degree of freedom. */
const allowedDeviance = 2.706;

export type ForecastPoint = { at: number; expected: number; low: number; high: number };

export type Forecast = {
  curve: LogisticCurve;
  /** The ceilings that the counts do not contradict. */
  ceiling: { low: number; high: number };
  /** R squared: the part of the variance that the curve explains. */
  fit: number;
  quarters: number;
  points: ForecastPoint[];
};

/** Why nothing is calculated. */
export type Refusal = "tooShort" | "tooFew" | "full" | "falling" | "early" | "poorFit";

/**
 * The forecast of a count per quarter, oldest first, that can become `capacity` at most; or why there is
 * none. Only from half of the ceiling on: before that the ceiling can hardly be told from the data (Debecker
 * and Modis, 1994, "Determination of the uncertainties in S-curve logistic fits", Technological Forecasting
 * and Social Change 46).
 */
export function forecast(points: readonly Measurement[], capacity: number): Forecast | Refusal {
  const first = points.findIndex(({ count }) => count > 0);
  const used = first === -1 ? [] : points.slice(Math.max(0, first - 1));
  const now = used.at(-1)?.count ?? 0;
  if (now < least.gemeenten) return "tooFew";
  if (used.length < least.quarters) return "tooShort";
  if (now >= capacity) return "full";
  const aYearAgo = used.at(-5)?.count ?? 0;
  if (now < aYearAgo || now < 0.95 * Math.max(...used.map(({ count }) => count))) return "falling";
  const curve = fitLogistic(used, capacity);
  if (!curve) return "poorFit";
  const fit = explained(used, curve);
  if (fit < least.fit) return "poorFit";
  if (now < curve.ceiling / 2) return "early";
  return { curve, fit, quarters: used.length, ...lookAhead(used, curve, capacity) };
}

function explained(points: readonly Measurement[], curve: LogisticCurve): number {
  const mean = points.reduce((sum, { count }) => sum + count, 0) / points.length;
  const around = (center: (at: number) => number) =>
    points.reduce((sum, { at, count }) => sum + (count - center(at)) ** 2, 0);
  return 1 - around((at) => valueAt(curve, at)) / around(() => mean);
}

/**
 * From the last count on: what the most likely curve adds, and between which numbers that lies. The least is
 * what the lowest of the likely curves adds, less what chance may take off; the most the other way round. So
 * both count: that the curve is uncertain, and that chance goes on.
 */
function lookAhead(points: readonly Measurement[], best: Fit, capacity: number) {
  const likely = listLikely(points, { best, capacity, allowed: allowedDeviance });
  const ceilings = likely.map(({ ceiling }) => ceiling);
  const { at: start = 0, count: now = 0 } = points.at(-1) ?? {};
  const tail = (1 - certainty) / 2;
  const capped = (count: number) => Math.min(capacity, Math.max(now, count));
  return {
    ceiling: { low: Math.min(...ceilings), high: Math.max(...ceilings) },
    points: Array.from({ length: horizon }, (_, quarter): ForecastPoint => {
      const at = start + (quarter + 1) / 4;
      const growths = likely.map((curve) => valueAt(curve, at) - valueAt(curve, start));
      return {
        at,
        expected: capped(now + valueAt(best, at) - valueAt(best, start)),
        low: capped(now + poissonQuantile(Math.min(...growths), tail)),
        high: capped(now + poissonQuantile(Math.max(...growths), 1 - tail)),
      };
    }),
  };
}
