import { type Cell, type Sheet, SheetFault, type SheetLimits, textCell } from "./sheet-fault";
import { openZip } from "./zip";

// Of an Excel file we read what the cells of its first sheet hold, and nothing else: no formulas are
// calculated, no links followed, no macros, no entities of a document type.

const worksheetType = "/worksheet";

/** Reads the first sheet of an Excel file (.xlsx). Throws a SheetFault. */
export function readXlsx(bytes: Buffer, limits: SheetLimits): Sheet {
  const open = openZip(bytes, limits.unpackedBytes);
  const workbook = requirePart(open, "xl/workbook.xml");
  const strings = readStrings(open("xl/sharedStrings.xml"));
  const sheet = requirePart(open, findFirstSheet(workbook, open("xl/_rels/workbook.xml.rels")));
  return readRows(sheet, strings, limits);
}

function requirePart(open: (name: string) => string | null, name: string): string {
  const text = open(name);
  if (text === null || /<!DOCTYPE/i.test(text)) throw new SheetFault("damaged");
  // A calendar that begins in 1904: files of old Macs, whose days would all be four years off.
  if (/date1904="(1|true)"/.test(text)) throw new SheetFault("oldExcel");
  return text;
}

function findFirstSheet(workbook: string, relations: string | null): string {
  const [first] = elements(workbook, "sheet");
  const id = (first && attribute(first.head, "r:id")) ?? "rId1";
  for (const { head } of elements(relations ?? "", "Relationship")) {
    if (attribute(head, "Id") !== id || !attribute(head, "Type")?.endsWith(worksheetType)) continue;
    const target = attribute(head, "Target") ?? "";
    return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
  }
  return "xl/worksheets/sheet1.xml";
}

function readStrings(text: string | null): string[] {
  if (text === null) return [];
  if (/<!DOCTYPE/i.test(text)) throw new SheetFault("damaged");
  return [...elements(text, "si")].map(({ inner }) => readText(inner));
}

/** The text of a string: its runs together, without what stands above it to be read aloud. */
function readText(xml: string): string {
  const aloud = [...elements(xml, "rPh")].map(({ inner }) => inner);
  const bare = aloud.reduce((rest, part) => rest.replace(part, ""), xml);
  return decodeEntities([...elements(bare, "t")].map(({ inner }) => inner).join(""));
}

function readRows(xml: string, strings: string[], limits: SheetLimits): Sheet {
  const sheet: Sheet = [];
  let line = 0;
  for (const { head, inner } of elements(xml, "row")) {
    line = Number(attribute(head, "r") ?? line + 1);
    const cells = readCells(inner, strings, { line, limits });
    if (cells.some(({ text, kind }) => text.trim() !== "" || kind !== "text")) sheet.push({ line, cells });
    if (sheet.length > limits.rows + 1) throw new SheetFault("tooManyRows", String(limits.rows));
  }
  return sheet;
}

function readCells(xml: string, strings: string[], at: { line: number; limits: SheetLimits }): Cell[] {
  const cells: Cell[] = [];
  for (const { head, inner } of elements(xml, "c")) {
    const column = toColumn(attribute(head, "r")) ?? cells.length;
    if (column >= at.limits.columns) {
      // Only dressed up, nothing in it.
      if (inner === "") continue;
      throw new SheetFault("tooManyColumns", String(at.line));
    }
    while (cells.length < column) cells.push(textCell(""));
    cells[column] = readCell(attribute(head, "t"), inner, strings);
  }
  return cells;
}

function readCell(type: string | undefined, inner: string, strings: string[]): Cell {
  const [held] = elements(inner, "v");
  const value = decodeEntities(held?.inner ?? "");
  if (/<(?:\w+:)?f[\s>/]/.test(inner)) return { text: value, kind: "formula" };
  switch (type) {
    case "s":
      return textCell(strings[Number(value)] ?? "");
    case "inlineStr":
      return textCell(readText(inner));
    case "str":
    case "d":
    case "b":
      return textCell(value);
    case "e":
      return { text: value, kind: "error" };
    default:
      return { text: value, kind: value === "" ? "text" : "number" };
  }
}

/**
 * The elements of this name, whatever prefix they carry, each up to the next end of that name: those that
 * are read here never stand within each other. Every character is looked at once, also in a file that was
 * made to be slow.
 */
function* elements(xml: string, name: string): Generator<{ head: string; inner: string }> {
  const opening = new RegExp(`<((?:\\w+:)?)${name}(?=[\\s/>])`, "g");
  for (let found = opening.exec(xml); found; found = opening.exec(xml)) {
    const end = xml.indexOf(">", opening.lastIndex);
    if (end < 0) throw new SheetFault("damaged");
    const head = xml.slice(opening.lastIndex, end);
    const close = head.endsWith("/") ? end + 1 : xml.indexOf(`</${found[1]}${name}>`, end);
    if (close < 0) throw new SheetFault("damaged");
    opening.lastIndex = close;
    yield { head, inner: xml.slice(end + 1, close) };
  }
}

/** "C12" is the third column: 2. */
function toColumn(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? "")?.[0];
  if (!letters) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1];
}

const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  return text
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
      if (name) return named[name] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : "";
    })
    .replace(/_x([0-9A-F]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
