import { CsvError, parse } from "csv-parse/sync";
import { type Sheet, SheetFault, type SheetLimits, textCell } from "./sheet-fault";

const delimiters = [";", ",", "\t"] as const;

/**
 * Reads CSV as spreadsheets of the Netherlands write it: semicolons, commas or tabs, in UTF-8, UTF-16 or
 * what Excel calls "CSV" (Windows-1252), with or without a byte order mark. Throws a SheetFault.
 */
export function readCsv(bytes: Uint8Array, limits: SheetLimits): Sheet {
  const text = decode(bytes).replace(/\r\n?/g, "\n");
  if (text.includes("\0")) throw new SheetFault("nul");
  const told = /^sep=(.)\n/i.exec(text);
  const body = told ? text.slice(told[0].length) : text;
  const delimiter = told?.[1] ?? guessDelimiter(body);
  const skipped = told ? 1 : 0;
  try {
    const records = parse(body, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: 100_000,
      to: limits.rows + 1_000,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return toSheet(records, skipped, limits);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new SheetFault("unclosedQuote", String(Number(error.lines ?? 1) + skipped));
  }
}

function toSheet(
  records: { record: string[]; info: { lines: number } }[],
  skipped: number,
  { rows, columns }: SheetLimits,
): Sheet {
  const filled = records.flatMap(({ record, info }) => {
    if (record.every((cell) => cell.trim() === "")) return [];
    if (record.length > columns) throw new SheetFault("tooManyColumns", String(info.lines + skipped));
    // The line on which a record ends; a cell with line breaks makes it begin earlier.
    const breaks = record.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
    return [{ line: info.lines + skipped - breaks, cells: record.map(textCell) }];
  });
  if (filled.length > rows + 1) throw new SheetFault("tooManyRows", String(rows));
  return filled;
}

/** By the byte order mark; without one UTF-8 where that is possible, else what Dutch Excel writes. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decodeAs("utf-16le", bytes);
  if (first === 0xfe && second === 0xff) return decodeAs("utf-16be", bytes);
  try {
    return decodeAs("utf-8", bytes);
  } catch {
    // Bytes that Windows-1252 leaves open: it is something else altogether.
    if (bytes.some((byte) => [0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte))) throw new SheetFault("encoding");
    return decodeAs("windows-1252", bytes);
  }
}

function decodeAs(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}

/** What occurs most on the first line, outside quotes. */
function guessDelimiter(text: string): string {
  const [line = ""] = text.trimStart().split("\n", 1);
  const bare = line.replace(/"[^"]*"/g, "");
  const counts = delimiters.map((delimiter) => bare.split(delimiter).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ";";
}
