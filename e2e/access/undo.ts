import type pg from "pg";

/** One row that a request changed; `before` is null for a new row, `after` for a removed one. */
export type Change = { table: string; before: Row | null; after: Row | null };
type Row = Record<string, unknown>;

export type Recorder = {
  /** What changed since the last call, oldest first; afterwards the database is as it was. */
  takeBack: () => Promise<Change[]>;
};

/**
 * Writes down every change of every table, whoever makes it, and takes it back on demand. So each
 * cell of the matrix can try a real change, and the next one finds the database untouched.
 */
export async function recordChanges(db: pg.Client): Promise<Recorder> {
  await db.query(`
    CREATE SCHEMA recorder;
    CREATE TABLE recorder.change (
      "id" bigserial PRIMARY KEY, "table" text NOT NULL, "before" jsonb, "after" jsonb);
    CREATE FUNCTION recorder.note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
      INSERT INTO recorder.change ("table", "before", "after") VALUES (TG_TABLE_NAME,
        CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE to_jsonb(OLD) END,
        CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE to_jsonb(NEW) END);
      RETURN NULL;
    END $$`);
  const keys = await readKeys(db);
  for (const table of keys.keys()) {
    await db.query(`CREATE TRIGGER zz_recorder AFTER INSERT OR UPDATE OR DELETE ON "${table}"
      FOR EACH ROW EXECUTE FUNCTION recorder.note()`);
  }
  return { takeBack: () => takeBack(db, keys) };
}

/** Each table with the columns of its key, or with all of them where it has none. */
async function readKeys(db: pg.Client): Promise<Map<string, string[]>> {
  const { rows } = await db.query<{ table: string; key: string[] }>(`
    SELECT c.relname AS "table", array_agg(a.attname::text) AS "key"
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
    LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      AND (i.indkey IS NULL OR a.attnum = ANY(i.indkey))
    WHERE c.relkind = 'r' AND c.relname <> '_prisma_migrations' GROUP BY 1`);
  return new Map(rows.map(({ table, key }) => [table, key]));
}

async function takeBack(db: pg.Client, keys: Map<string, string[]>): Promise<Change[]> {
  const { rows } = await db.query<Change>(
    `WITH taken AS (DELETE FROM recorder.change RETURNING *) SELECT * FROM taken ORDER BY "id"`,
  );
  if (rows.length === 0) return rows;
  // As a replica: no trigger refuses, records or checks what only restores what was there.
  await db.query("BEGIN; SET LOCAL session_replication_role = replica");
  for (const { table, before, after } of rows.toReversed()) {
    if (after) await db.query(`DELETE FROM "${table}" t WHERE ${sameKey(keys.get(table))}`, [after]);
    if (before) {
      await db.query(`INSERT INTO "${table}" SELECT * FROM jsonb_populate_record(NULL::"${table}", $1)`, [
        before,
      ]);
    }
  }
  await db.query("COMMIT");
  return rows;
}

function sameKey(key: string[] = []): string {
  return key.map((column) => `to_jsonb(t."${column}") = $1::jsonb -> '${column}'`).join(" AND ");
}
