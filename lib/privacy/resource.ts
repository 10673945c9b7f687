import type { DataRow, OwnData } from "./queries";

type Words = { section: (name: keyof OwnData) => string; none: string };

/** A value as one cell: dates as ISO, what is composed as JSON. */
function toCell(value: DataRow[string]): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString();
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/**
 * Sections under each other, for a spreadsheet: a title, the names of the columns, the rows, an empty line.
 * What hangs below another (the gemeente of an adoption) becomes a column of its own.
 */
export function* toSheet(data: OwnData, words: Words): Generator<string[]> {
  for (const name of Object.keys(data) as (keyof OwnData)[]) {
    const rows = data[name].map((row) => flatten(row));
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    yield [words.section(name)];
    if (rows.length === 0) yield [words.none];
    else yield columns;
    for (const row of rows) yield columns.map((column) => toCell(row[column] ?? null));
    yield [];
  }
}

function flatten(row: DataRow, path = ""): DataRow {
  const entries = Object.entries(row).flatMap(([key, value]): [string, DataRow[string]][] => {
    const isTree = typeof value === "object" && value !== null && !(value instanceof Date);
    if (!isTree || Array.isArray(value)) return [[path + key, value]];
    return Object.entries(flatten(value, `${path}${key}.`));
  });
  return Object.fromEntries(entries);
}
