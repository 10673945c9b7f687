import { scaleLinear, scaleTime } from "d3-scale";
import { area, line } from "d3-shape";
import { type ChartSize, spreadLabels, yearTicks } from "./area-chart-layout";

/** A month ("2024-01") or day with a value; null is a gap. */
export type LinePoint = { date: string; value: number | null };
export type LineLook = "solid" | "dotted" | "dashed";
export type Line = { key: string; label: string; look: LineLook; points: readonly LinePoint[] };
/** The values between which something lies. */
export type Band = readonly { date: string; low: number; high: number }[];

const top = 12;
const left = 44;
const bottom = 28;
const lineHeight = 36;

export type LineLayout = {
  lines: { key: string; look: LineLook; path: string }[];
  band: string | null;
  yTicks: { value: number; y: number }[];
  xTicks: { year: number; x: number }[];
  labels: {
    key: string;
    label: string;
    look: LineLook;
    value: number;
    x: number;
    y: number;
    labelY: number;
  }[];
  right: number;
  baseline: number;
};

type Given = { lines: readonly Line[]; band?: Band | undefined; size: ChartSize };

/** Where everything of a chart of lines stands, in units of its drawing; counts begin at zero. */
export function layOutLines({ lines, band = [], size: { width, height, labelWidth } }: Given): LineLayout {
  const right = width - labelWidth;
  const baseline = height - bottom;
  const dates = [
    ...lines.flatMap(({ points }) => points.map(({ date }) => date)),
    ...band.map(({ date }) => date),
  ]
    .sort()
    .map((date) => new Date(date));
  const values = lines.flatMap(({ points }) => points.map(({ value }) => value ?? 0));
  const highest = Math.max(1, ...values, ...band.map(({ high }) => high));
  const x = scaleTime([dates[0] ?? 0, dates.at(-1) ?? 1], [left, right]);
  const y = scaleLinear([0, highest], [baseline, top]).nice(4);
  const at = (date: string) => Math.round(x(new Date(date)));
  const drawLine = line<LinePoint>()
    .defined(({ value }) => value !== null)
    .x(({ date }) => at(date))
    .y(({ value }) => Math.round(y(value ?? 0)));
  const drawBand = area<Band[number]>()
    .x(({ date }) => at(date))
    .y0(({ low }) => Math.round(y(low)))
    .y1(({ high }) => Math.round(y(high)));
  return {
    lines: lines.map(({ key, look, points }) => ({ key, look, path: drawLine([...points]) ?? "" })),
    band: band.length > 0 ? drawBand([...band]) : null,
    yTicks: y
      .ticks(4)
      .filter(Number.isInteger)
      .map((value) => ({ value, y: Math.round(y(value)) })),
    xTicks: yearTicks(dates, right - left).map((year) => ({ year, x: Math.round(x(Date.UTC(year, 0, 1))) })),
    labels: placeLabels(lines, { at, y: (value) => y(value), baseline }),
    right,
    baseline,
  };
}

type Scales = { at: (date: string) => number; y: (value: number) => number; baseline: number };

/** Each line is named at its end. */
function placeLabels(lines: readonly Line[], { at, y, baseline }: Scales): LineLayout["labels"] {
  const ends = lines.flatMap(({ key, label, look, points }) => {
    const last = points.findLast(({ value }) => value !== null);
    return last && last.value !== null ? [{ key, label, look, value: last.value, date: last.date }] : [];
  });
  const wished = ends.map(({ value }) => y(value));
  const placed = spreadLabels(wished, lineHeight, { from: top, to: baseline });
  return ends.map(({ date, ...end }, index) => ({
    ...end,
    x: at(date),
    y: Math.round(wished[index] ?? 0),
    labelY: Math.round(placed[index] ?? 0),
  }));
}
