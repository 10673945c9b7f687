import { readCsv } from "./read-csv";
import { readXlsx } from "./read-xlsx";
import { type Sheet, SheetFault, type SheetLimits } from "./sheet-fault";

/**
 * Reads a table from a file by what it holds, whatever its name says: Excel (.xlsx) or CSV. Throws a
 * SheetFault with what is wrong.
 */
export function readSheet(bytes: Buffer, limits: SheetLimits): Sheet {
  if (bytes.length === 0) throw new SheetFault("empty");
  const sheet = startsWith(bytes, 0x50, 0x4b) ? readXlsx(bytes, limits) : readText(bytes, limits);
  if (sheet.length === 0) throw new SheetFault("empty");
  return sheet;
}

function readText(bytes: Buffer, limits: SheetLimits): Sheet {
  // The old format of Excel, and what a password makes of the new one.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new SheetFault("oldExcel");
  const isBinary = startsWith(bytes, 0x25, 0x50, 0x44, 0x46) || startsWith(bytes, 0x89, 0x50, 0x4e, 0x47);
  const isMarkup = /^\s*(<!doctype|<html|<\?xml|\{|\[)/i.test(bytes.toString("latin1", 0, 200));
  if (isBinary || isMarkup) throw new SheetFault("notASheet");
  return readCsv(bytes, limits);
}

function startsWith(bytes: Buffer, ...values: number[]): boolean {
  return values.every((value, at) => bytes[at] === value);
}
