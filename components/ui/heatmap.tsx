import type { ReactNode } from "react";
import type { Level } from "./hex-map-markup";
import { levelOf, toLevelScale } from "./levels";
import { ScrollBox } from "./scroll-box";

type HeatRow = {
  key: string;
  label: ReactNode;
  /** One per column; null is too few to tell. */
  values: (number | null)[];
};

type Props = {
  caption: ReactNode;
  /** What a screen reader calls the box that scrolls. */
  label: string;
  corner: ReactNode;
  columns: { key: string; label: ReactNode }[];
  rows: HeatRow[];
  format: (value: number | null) => string;
};

/** Text on each shade with a contrast of at least 4.5, light and dark. */
const looks: Record<Level, string> = {
  0: "bg-paper",
  1: "bg-scale-1 text-(--pluseen-scale-ink)",
  2: "bg-scale-2 text-(--pluseen-scale-ink)",
  3: "bg-scale-3 text-[#15211f]",
  4: "bg-scale-4 text-(--pluseen-scale-ink-inverse)",
  5: "bg-scale-5 text-(--pluseen-scale-ink-inverse)",
};

/** A table whose cells are shaded by their number; the number always stands in the cell. */
export function Heatmap({ caption, label, corner, columns, rows, format }: Props) {
  const scale = toLevelScale(rows.flatMap(({ values }) => values.map((value) => value ?? 1)));
  return (
    <ScrollBox label={label} className="print:overflow-visible">
      <table className="data-table [print-color-adjust:exact] print:text-[7pt]">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map(({ key, label: name }) => (
              <th
                key={key}
                scope="col"
                className="min-w-20 whitespace-normal! px-2! align-bottom! print:min-w-0 print:px-0.5!"
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label: name, values }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {values.map((value, index) => (
                <td key={index} className={`number px-2! print:px-1! ${looks[levelOf(value ?? 1, scale)]}`}>
                  {format(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
