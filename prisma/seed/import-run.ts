import type pg from "pg";
import type { Refusal, SeedFile } from "./csv";

/** What loading one file did. `kept` counts rows that a person has edited since. */
export type LoadResult = {
  file: string;
  inserted: number;
  updated: number;
  unchanged: number;
  kept: number;
  refused: Refusal[];
};

export type Counts = Pick<LoadResult, "inserted" | "updated" | "kept">;

/**
 * Loads one file in one transaction and notes the run, unless nothing changed since the run before.
 * Refused rows are reported on the console too, every time.
 */
export async function importFile<T>(
  client: pg.Client,
  source: SeedFile<T>,
  load: (rows: T[]) => Promise<Counts>,
): Promise<LoadResult> {
  const startedAt = new Date();
  for (const { row, reason } of source.refused) console.warn(`${source.file}, rij ${row}: ${reason}`);
  return inTransaction(client, async () => {
    const counts = await load(source.rows.map(({ value }) => value));
    const unchanged = source.rows.length - counts.inserted - counts.updated - counts.kept;
    const result = { file: source.file, ...counts, unchanged, refused: source.refused };
    await noteRun(client, { ...result, hash: source.hash, startedAt });
    return result;
  });
}

async function noteRun(client: pg.Client, run: LoadResult & { hash: string; startedAt: Date }) {
  await client.query(
    `INSERT INTO "ImportRun" ("file", "fileHash", "startedAt", "finishedAt", "inserted", "updated", "unchanged", "kept", "refused")
     SELECT $1, $2, $3, clock_timestamp(), $4, $5, $6, $7, $8::jsonb
     WHERE $4::int + $5::int > 0 OR NOT EXISTS (
       SELECT FROM (SELECT "fileHash", "refused" FROM "ImportRun" WHERE "file" = $1 ORDER BY "startedAt" DESC LIMIT 1) newest
       WHERE newest."fileHash" = $2 AND newest."refused" = $8::jsonb)`,
    [
      run.file,
      run.hash,
      run.startedAt,
      run.inserted,
      run.updated,
      run.unchanged,
      run.kept,
      JSON.stringify(run.refused),
    ],
  );
}

/** Runs `work` between BEGIN and COMMIT; undone as a whole when it fails. */
export async function inTransaction<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query("BEGIN");
  try {
    const result = await work();
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}

/** Counts what an upsert that returns `inserted` per changed row did. */
export function countChanges(rows: { inserted: boolean }[]) {
  const inserted = rows.filter((row) => row.inserted).length;
  return { inserted, updated: rows.length - inserted };
}
