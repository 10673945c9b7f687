import "server-only";
import { Readable } from "node:stream";
import { stringify } from "csv-stringify";

type Row = readonly string[];

/**
 * Rows as CSV for the spreadsheets of the Netherlands: semicolons, a byte order mark so that accents stay
 * right, and a quote before what a spreadsheet would take for a formula. Rows are asked for as the reader
 * takes them, so that no length costs memory.
 */
export function toCsv(rows: AsyncIterable<Row> | Iterable<Row>): ReadableStream<Uint8Array> {
  const lines = Readable.from(rows).pipe(
    stringify({ bom: true, delimiter: ";", record_delimiter: "windows", escape_formulas: true }),
  );
  return Readable.toWeb(lines) as ReadableStream<Uint8Array>;
}
