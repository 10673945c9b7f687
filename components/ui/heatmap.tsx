import type { ReactNode } from "react";
import "./heatmap.css";
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

/** A table whose cells are shaded by their number; the number always stands in the cell. */
export function Heatmap({ caption, label, corner, columns, rows, format }: Props) {
  const scale = toLevelScale(rows.flatMap(({ values }) => values.map((value) => value ?? 1)));
  return (
    <ScrollBox label={label} className="print:overflow-visible">
      <table className="data-table heatmap">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map(({ key, label: name }) => (
              <th key={key} scope="col">
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
                <td key={index} className={`l${levelOf(value ?? 1, scale)}`}>
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
