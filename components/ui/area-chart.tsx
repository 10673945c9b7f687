import { useFormatter, useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import {
  type ChartLayout,
  type ChartPoint,
  type ChartSeries,
  type ChartSize,
  layOutAreas,
} from "./area-chart-layout";
import { ValueLines, YearMarks } from "./chart-axes";
import { RowTable } from "./row-table";
import "./area-chart.css";

export type { ChartPoint, ChartSeries };

type Props = {
  points: ChartPoint[];
  series: ChartSeries[];
  /** What is counted, of what whole. */
  caption: ReactNode;
  /** A column of the table that says how many there could be, per point. */
  whole?: { label: string; values: readonly number[] };
  /** ISO day. */
  updatedOn: string;
  source: ReactNode;
};

/** Two drawings, because text that shrinks with the page cannot be read on a phone. */
const sizes: { size: ChartSize; className: string }[] = [
  { size: { width: 340, height: 280, labelWidth: 112 }, className: "sm:hidden" },
  { size: { width: 860, height: 380, labelWidth: 140 }, className: "hidden sm:block" },
];

/** Values over time, stacked from the lowest series up, drawn on the server. */
export function StackedAreaChart({ points, series, caption, whole, updatedOn, source }: Props) {
  const common = useTranslations("common");
  const t = useTranslations("charts.curve");
  const format = useFormatter();
  const id = useId();
  return (
    <figure>
      <figcaption id={id} className="mb-3 font-semibold">
        {caption}
      </figcaption>
      {sizes.map(({ size, className }) => (
        <svg
          key={size.width}
          role="img"
          aria-label={t("label")}
          aria-describedby={id}
          viewBox={`0 0 ${size.width} ${size.height}`}
          className={`area-chart max-w-5xl ${className}`}
        >
          <Drawing layout={layOutAreas(points, series, size)} />
        </svg>
      ))}
      <p className="mt-2 text-sm text-soft">
        {common("updatedOn", { date: format.dateTime(new Date(updatedOn), "day") })}.{" "}
        {t("source", { source: "" })}
        {source}
      </p>
      <details className="mt-1">
        <summary className="link text-sm">{common("showTable")}</summary>
        <CurveTable points={points} series={series} caption={caption} whole={whole} />
      </details>
    </figure>
  );
}

function Drawing({ layout }: { layout: ChartLayout }) {
  const format = useFormatter();
  const few = useTranslations("common")("fewerThanThree");
  const { bands, yTicks, xTicks, labels, right, baseline } = layout;
  return (
    <>
      <ValueLines ticks={yTicks} right={right} />
      {bands.map(({ key, level, path }) => (
        <path key={key} className={`band ${fills[level]}`} d={path} />
      ))}
      <YearMarks ticks={xTicks} baseline={baseline} />
      {labels.map(({ key, label, level, value, y, labelY }) => (
        <g key={key}>
          <path className="lead" fill="none" d={`M${right + 1} ${y}L${right + 8} ${labelY}`} />
          <rect className={fills[level]} x={right + 9} y={labelY - 11} width={6} height={26} />
          <text x={right + 19} y={labelY}>
            {label}
          </text>
          <text className="soft" x={right + 19} y={labelY + 16}>
            {value === null ? few : format.number(value)}
          </text>
        </g>
      ))}
    </>
  );
}

const fills = [
  "fill-scale-0",
  "fill-scale-1",
  "fill-scale-2",
  "fill-scale-3",
  "fill-scale-4",
  "fill-scale-5",
];

function CurveTable({
  points,
  series,
  caption,
  whole,
}: Pick<Props, "points" | "series" | "caption" | "whole">) {
  const t = useTranslations("charts.curve");
  const few = useTranslations("common")("fewerThanThree");
  const format = useFormatter();
  const rows = points.map(({ date, values }, index) => [
    format.dateTime(new Date(date), "month"),
    ...values.map((value) => (value === null ? few : format.number(value))),
    ...(whole ? [format.number(whole.values[index] ?? 0)] : []),
  ]);
  return (
    <RowTable
      caption={caption}
      columns={[
        { label: t("month") },
        ...series.map(({ label }) => ({ label, isNumber: true })),
        ...(whole ? [{ label: whole.label, isNumber: true }] : []),
      ]}
      rows={rows.toReversed()}
    />
  );
}
