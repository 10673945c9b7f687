import { useFormatter, useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import type { ChartSize } from "./area-chart-layout";
import { ValueLines, YearMarks } from "./chart-axes";
import { type Band, type Line, type LineLayout, type LineLook, layOutLines } from "./line-chart-layout";
import "./area-chart.css";

export type { Band, Line };

type Props = {
  lines: Line[];
  band?: Band;
  /** What is counted, of what whole. */
  caption: ReactNode;
  source: ReactNode;
  /** The same numbers as a table, shown behind "Toon als tabel". */
  children: ReactNode;
};

/** Two drawings, because text that shrinks with the page cannot be read on a phone. */
const sizes: { size: ChartSize; className: string }[] = [
  { size: { width: 340, height: 280, labelWidth: 124 }, className: "sm:hidden" },
  { size: { width: 860, height: 340, labelWidth: 190 }, className: "hidden sm:block" },
];

/** Counts over time as lines that carry their own names; what is not certain is dotted or dashed. */
export function LineChart({ lines, band, caption, source, children }: Props) {
  const common = useTranslations("common");
  const t = useTranslations("charts.line");
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
          <Drawing layout={layOutLines({ lines, band, size })} />
        </svg>
      ))}
      <p className="mt-2 text-sm text-soft">{source}</p>
      <details className="mt-1">
        <summary className="link text-sm">{common("showTable")}</summary>
        {children}
      </details>
    </figure>
  );
}

const looks: Record<LineLook, string> = {
  solid: "line",
  dotted: "line line-dotted",
  dashed: "line line-dashed",
};

function Drawing({ layout }: { layout: LineLayout }) {
  const format = useFormatter();
  const { lines, band, yTicks, xTicks, labels, right, baseline } = layout;
  return (
    <>
      <ValueLines ticks={yTicks} right={right} />
      {band && <path className="fill-scale-1" d={band} />}
      {lines.map(({ key, look, path }) => (
        <path key={key} className={looks[look]} d={path} />
      ))}
      <YearMarks ticks={xTicks} baseline={baseline} />
      {labels.map(({ key, label, look, value, x, y, labelY }) => (
        <g key={key}>
          <path className="lead" fill="none" d={`M${x + 2} ${y}L${right + 8} ${labelY}`} />
          <path className={looks[look]} d={`M${right + 9} ${labelY}h14`} />
          <text x={right + 28} y={labelY + 2}>
            {label}
          </text>
          <text className="soft" x={right + 28} y={labelY + 18}>
            {format.number(Math.round(value))}
          </text>
        </g>
      ))}
    </>
  );
}
