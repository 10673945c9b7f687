import type pg from "pg";
import { refuseDoubles, type SeedFile } from "./csv";
import { countChanges, importFile, type LoadResult } from "./import-run";
import type { TaskRow } from "./rows";

/** Loads the steps that an adoption usually takes, per kind of solution and for some solutions of their own. */
export async function loadTasks(client: pg.Client, source: SeedFile<TaskRow>): Promise<LoadResult> {
  const unique = refuseDoubles(source, ({ scope, position }) => `${scope} ${position}`);
  return importFile(client, unique, async (rows) => {
    const changed = await upsertTasks(client, rows);
    return { ...countChanges(changed), kept: 0 };
  });
}

/** Adds and rewords the steps of lists that nobody edited; what an edited list says is its editor's. */
export async function upsertTasks(client: pg.Client, rows: TaskRow[]): Promise<{ inserted: boolean }[]> {
  const { rows: changed } = await client.query<{ inserted: boolean }>(upsert, [JSON.stringify(rows)]);
  return changed;
}

const upsert = `
  INSERT INTO "TaskTemplate" AS t ("scope", "position", "label")
  SELECT r.scope, r.position, r.label
  FROM jsonb_to_recordset($1::jsonb) AS r(scope text, position smallint, label text)
  WHERE NOT EXISTS (SELECT FROM "TaskTemplateList" l WHERE l."scope" = r.scope)
  ON CONFLICT ("scope", "position") DO UPDATE SET "label" = EXCLUDED."label"
  WHERE t."label" IS DISTINCT FROM EXCLUDED."label"
  RETURNING (xmax = 0) AS inserted`;
