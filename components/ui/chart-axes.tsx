import { useFormatter } from "next-intl";

type ValueProps = { ticks: readonly { value: number; y: number }[]; right: number };

/** The lines of the values that a chart is read by. */
export function ValueLines({ ticks, right }: ValueProps) {
  const format = useFormatter();
  return ticks.map(({ value, y }) => (
    <g key={value}>
      <line className="grid" x1={44} x2={right} y1={y} y2={y} />
      <text className="soft" x={38} y={y + 5} textAnchor="end">
        {format.number(value)}
      </text>
    </g>
  ));
}

type YearProps = { ticks: readonly { year: string | number; x: number }[]; baseline: number };

/** The years under a chart. */
export function YearMarks({ ticks, baseline }: YearProps) {
  return ticks.map(({ year, x }) => (
    <g key={year}>
      <line className="lead" x1={x} x2={x} y1={baseline} y2={baseline + 5} />
      <text className="soft" x={x} y={baseline + 21} textAnchor="middle">
        {year}
      </text>
    </g>
  ));
}
