import { z } from "zod";

/** The columns of the file, in their order; the words are in messages (portfolio.column). */
export const columnNames = [
  "slug",
  "name",
  "status",
  "since",
  "nextStep",
  "nextOn",
  "leadName",
  "contactName",
  "coverage",
  "departments",
  "contractEndsOn",
  "reason",
  "scope",
] as const;
export type ColumnName = (typeof columnNames)[number];

/** Without these a row says nothing. */
export const requiredColumns = ["name", "status"] as const satisfies ColumnName[];

/** The most rows of one file. */
export const mostRows = 10_000;

/** Bytes of a file, a little under what the door lets through on this one address (scripts/steps/door). */
export const mostBytes = 4 * 1024 * 1024;

export const sheetLimits = { rows: mostRows, columns: 40, unpackedBytes: 40 * 1024 * 1024 };

/** A file by its form; whether it is one that we can read, is seen when it is read. */
export const uploadSchema = z.object({
  bestand: z
    .instanceof(File, { error: "fileRequired" })
    .refine(({ size }) => size > 0, { error: "fileRequired" })
    .refine(({ size }) => size <= mostBytes, { error: "fileTooLarge" }),
});
export type UploadInput = z.output<typeof uploadSchema>;

/** What was shown is what is recorded: `seen` is the fingerprint of the outcome on screen. */
export const importSchema = z.object({ id: z.uuid(), seen: z.string().length(64) });
export type ImportInput = z.output<typeof importSchema>;

export const discardSchema = z.object({ id: z.uuid() });
export type DiscardInput = z.output<typeof discardSchema>;

/** A row of the file as it is kept between dry run and confirmation. */
export const storedRowSchema = z.object({
  line: z.number(),
  cells: z.partialRecord(
    z.enum(columnNames),
    z.object({ text: z.string(), kind: z.enum(["text", "number", "formula", "error"]) }),
  ),
  /** Cells beyond the last column that has a name. */
  hasMore: z.boolean(),
});
export type StoredRow = z.output<typeof storedRowSchema>;

export const verdicts = ["refused", "new", "changed", "same"] as const;
export type VerdictKind = (typeof verdicts)[number];

/** Which rows of the dry run to show. */
export const dryRunParams = z.object({
  oordeel: z.enum(verdicts).optional().catch(undefined),
  pagina: z.coerce.number().int().min(1).max(1_000).catch(1),
});
