import { boxHeight, boxWidth, type Column, layOut } from "./flow-graph-layout";
import { ScrollBox } from "./scroll-box";

type Props = {
  /** What the drawing shows, in a sentence. */
  label: string;
  columns: Column[];
};

/** Columns of boxes with lines from left to right, drawn on the server. The same stands beside it as a list. */
export function FlowGraph({ label, columns }: Props) {
  const { width, height, boxes, headings, lines } = layOut(columns);
  return (
    <ScrollBox label={label} className="no-print">
      <svg viewBox={`-2 -2 ${width + 4} ${height + 4}`} width={width} height={height}>
        <title>{label}</title>
        {headings.map(({ x, text }) => (
          <text key={x} x={x} y={14} className="fill-soft text-sm">
            {text}
          </text>
        ))}
        <path d={lines.join("")} fill="none" className="stroke-edge" strokeWidth={1.5} />
        {boxes.map((box) =>
          box.href ? (
            <a key={`${box.x} ${box.y}`} href={box.href} aria-label={box.label}>
              <Node {...box} />
            </a>
          ) : (
            <g key={`${box.x} ${box.y}`}>
              <Node {...box} isHere />
            </g>
          ),
        )}
      </svg>
    </ScrollBox>
  );
}

type NodeProps = { x: number; y: number; lines: string[]; label: string; isHere?: boolean };

function Node({ x, y, lines, label, isHere = false }: NodeProps) {
  const first = y + boxHeight / 2 + (lines.length === 1 ? 5 : -4);
  return (
    <>
      <title>{label}</title>
      <rect
        x={x}
        y={y}
        width={boxWidth}
        height={boxHeight}
        rx={6}
        className={isHere ? "fill-subtle stroke-ink" : "fill-paper stroke-edge"}
        strokeWidth={isHere ? 2.5 : 1}
      />
      {lines.map((line, index) => (
        <text key={line} x={x + 10} y={first + index * 18} className="fill-ink text-sm" lang="nl">
          {line}
        </text>
      ))}
    </>
  );
}
