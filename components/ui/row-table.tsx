import type { ReactNode } from "react";
import { escapeHtml } from "./escape-html";
import { ScrollBox } from "./scroll-box";

export type Cell = string | { text: string; href: string };
export type Column = { label: string; isNumber?: boolean };

type Props = { caption: ReactNode; columns: Column[]; rows: Cell[][] };

/**
 * A long table of plain text. The rows are one string: 342 rows as React elements cost four times
 * the time. The first cell names the row.
 */
export function RowTable({ caption, columns, rows }: Props) {
  return (
    <ScrollBox label={columns[0]?.label ?? ""}>
      <table className="data-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ label, isNumber }) => (
              <th key={label} scope="col" className={isNumber ? "number whitespace-normal!" : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        {/* Every text is escaped by the builder. */}
        <tbody dangerouslySetInnerHTML={{ __html: rowsMarkup(columns, rows) }} />
      </table>
    </ScrollBox>
  );
}

/** The rows as markup. */
export function rowsMarkup(columns: readonly Column[], rows: readonly Cell[][]): string {
  return rows
    .map((cells) => `<tr>${cells.map((cell, at) => cellMarkup(cell, at, columns[at])).join("")}</tr>`)
    .join("");
}

function cellMarkup(cell: Cell, at: number, column: Column | undefined): string {
  const content =
    typeof cell === "string"
      ? escapeHtml(cell)
      : `<a href="${escapeHtml(cell.href)}">${escapeHtml(cell.text)}</a>`;
  if (at === 0) return `<th scope="row">${content}</th>`;
  return column?.isNumber ? `<td class="number">${content}</td>` : `<td>${content}</td>`;
}
