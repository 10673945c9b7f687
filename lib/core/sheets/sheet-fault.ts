/** Why a file cannot be read as a table, as the key of a sentence, with the line or column that it mentions. */
export type SheetFaultKey =
  | "empty"
  | "notASheet"
  | "oldExcel"
  | "tooLarge"
  | "damaged"
  | "encoding"
  | "nul"
  | "unclosedQuote"
  | "tooManyRows"
  | "tooManyColumns";

export class SheetFault extends Error {
  constructor(
    readonly key: SheetFaultKey,
    readonly value = "",
  ) {
    super(key);
    this.name = "SheetFault";
  }
}

/** A cell that is not plain text or a number is told apart, because what it shows may not be what it holds. */
export type Cell = { text: string; kind: "text" | "number" | "formula" | "error" };

/** Rows of cells with the line of the file that each stands on, counted from 1; without empty lines. */
export type Sheet = { line: number; cells: Cell[] }[];

export type SheetLimits = { rows: number; columns: number; unpackedBytes: number };

export const textCell = (text: string): Cell => ({ text, kind: "text" });
