import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { z } from "zod";

/** A row that could not be loaded: its line in the file (the header is line 1) and why. */
export type Refusal = { row: number; reason: string };
export type Row<T> = { row: number; value: T };
export type SeedFile<T> = { file: string; hash: string; rows: Row<T>[]; refused: Refusal[] };

/** The reference files of the project. */
export const dataFolder = join(import.meta.dirname, "data");

/** Reads and validates one file; a broken row is set apart with its reason, the rest is kept. */
export function readSeedFile<S extends z.ZodType>(
  folder: string,
  file: string,
  schema: S,
): SeedFile<z.infer<S>> {
  const text = readFileSync(join(folder, file), "utf8");
  return { file, hash: hashOf(text), ...validateRows(text, schema) };
}

/** Validates the rows of a CSV text, header first. */
export function validateRows<S extends z.ZodType>(text: string, schema: S) {
  const records: unknown[] = parse(text, { columns: true, skip_empty_lines: true, relax_column_count: true });
  const rows: Row<z.infer<S>>[] = [];
  const refused: Refusal[] = [];
  records.forEach((record, index) => {
    const row = index + 2;
    const parsed = schema.safeParse(record);
    if (parsed.success) rows.push({ row, value: parsed.data });
    else refused.push({ row, reason: parsed.error.issues.map(describe).join("; ") });
  });
  return { rows, refused };
}

function describe(issue: z.core.$ZodIssue): string {
  return `${issue.path.join(".")}: ${issue.message}`;
}

/** Moves rows for which `reasonOf` gives a reason from the accepted to the refused. */
export function refuseRows<T>(source: SeedFile<T>, reasonOf: (value: T) => string | null): SeedFile<T> {
  const rows: Row<T>[] = [];
  const refused = [...source.refused];
  for (const row of source.rows) {
    const reason = reasonOf(row.value);
    if (reason === null) rows.push(row);
    else refused.push({ row: row.row, reason });
  }
  return { ...source, rows, refused };
}

/** Refuses every row after the first with the same key: one statement cannot load both. */
export function refuseDoubles<T>(source: SeedFile<T>, keyOf: (value: T) => string): SeedFile<T> {
  const seen = new Set<string>();
  return refuseRows(source, (value) => {
    const key = keyOf(value);
    if (seen.has(key)) return `staat dubbel in het bestand: ${key}`;
    seen.add(key);
    return null;
  });
}

export function hashOf(value: unknown): string {
  return createHash("sha256")
    .update(typeof value === "string" ? value : JSON.stringify(value))
    .digest("hex");
}
