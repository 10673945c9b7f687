import { scaleLinear, scaleTime } from "d3-scale";
import { area, stack } from "d3-shape";
import type { Level } from "./hex-map-markup";

/** A month ("2024-01") or day, and a value per series, lowest first; null is too few to tell. */
export type ChartPoint = { date: string; values: readonly (number | null)[] };
export type ChartSeries = { key: string; label: string; level: Level };
export type ChartSize = { width: number; height: number; labelWidth: number };

const top = 12;
const left = 44;
const bottom = 28;
/** Room that a label of two lines needs. */
const lineHeight = 36;

export type ChartLayout = {
  bands: { key: string; level: Level; path: string }[];
  yTicks: { value: number; y: number }[];
  xTicks: { year: number; x: number }[];
  labels: { key: string; label: string; level: Level; value: number | null; y: number; labelY: number }[];
  right: number;
  baseline: number;
};

/** Where everything of a stacked area chart stands, in units of its drawing. */
export function layOutAreas(
  points: readonly ChartPoint[],
  series: readonly ChartSeries[],
  { width, height, labelWidth }: ChartSize,
): ChartLayout {
  const right = width - labelWidth;
  const baseline = height - bottom;
  const days = points.map(({ date }) => new Date(date));
  const stacked = stack<ChartPoint, number>()
    .keys(series.map((_, index) => index))
    .value(({ values }, index) => values[index] ?? 0)([...points]);
  const highest = Math.max(1, ...stacked.flatMap((band) => band.map(([, upper]) => upper)));
  const x = scaleTime([days[0] ?? 0, days.at(-1) ?? 1], [left, right]);
  const y = scaleLinear([0, highest], [baseline, top]).nice(4);
  const draw = area<[number, number]>()
    .x((_, index) => Math.round(x(days[index] ?? 0)))
    .y0(([lower]) => Math.round(y(lower)))
    .y1(([, upper]) => Math.round(y(upper)));
  return {
    bands: series.map(({ key, level }, index) => ({ key, level, path: draw(spans(stacked[index])) ?? "" })),
    yTicks: y
      .ticks(4)
      .filter(Number.isInteger)
      .map((value) => ({ value, y: Math.round(y(value)) })),
    xTicks: yearTicks(days, right - left).map((year) => ({ year, x: Math.round(x(Date.UTC(year, 0, 1))) })),
    labels: placeLabels(series, points, (index) => y(middleOf(spans(stacked[index]).at(-1))), {
      from: top,
      to: baseline,
    }),
    right,
    baseline,
  };
}

const spans = (band: ArrayLike<[number, number] | number[]> | undefined) =>
  Array.from(band ?? [], ([lower = 0, upper = 0]): [number, number] => [lower, upper]);

const middleOf = (span: [number, number] | undefined) => ((span?.[0] ?? 0) + (span?.[1] ?? 0)) / 2;

/** Years that begin inside the chart, thinned until each has 48 units of room. */
export function yearTicks(days: readonly Date[], width: number): number[] {
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last) return [];
  const from = first.getUTCFullYear() + (first.getUTCMonth() === 0 && first.getUTCDate() === 1 ? 0 : 1);
  const years = Array.from(
    { length: Math.max(0, last.getUTCFullYear() - from + 1) },
    (_, index) => from + index,
  );
  const step = Math.max(1, Math.ceil((years.length * 48) / width));
  return years.filter((_, index) => (years.length - 1 - index) % step === 0);
}

function placeLabels(
  series: readonly ChartSeries[],
  points: readonly ChartPoint[],
  middle: (index: number) => number,
  range: { from: number; to: number },
) {
  const wished = series.map((_, index) => middle(index));
  const placed = spreadLabels(wished, lineHeight, range);
  return series.map((one, index) => ({
    ...one,
    value: points.at(-1)?.values[index] ?? null,
    y: Math.round(wished[index] ?? 0),
    labelY: Math.round(placed[index] ?? 0),
  }));
}

/**
 * Moves label positions as little as is needed to lie `gap` apart inside the range; the order stays.
 * When there is no room for all the range is exceeded at its end rather than labels overlapping.
 */
export function spreadLabels(
  wished: readonly number[],
  gap: number,
  { from, to }: { from: number; to: number },
): number[] {
  const order = wished.map((_, index) => index).sort((a, b) => (wished[a] ?? 0) - (wished[b] ?? 0) || b - a);
  const placed = [...wished];
  let lowest = from;
  for (const index of order) {
    placed[index] = Math.max(placed[index] ?? 0, lowest);
    lowest = (placed[index] ?? 0) + gap;
  }
  let highest = Math.max(to, from + gap * (wished.length - 1));
  for (const index of order.toReversed()) {
    placed[index] = Math.min(placed[index] ?? 0, highest);
    highest = (placed[index] ?? 0) - gap;
  }
  return placed;
}
