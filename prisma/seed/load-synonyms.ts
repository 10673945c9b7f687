import type pg from "pg";
import { hashOf, refuseDoubles, type SeedFile } from "./csv";
import { type Counts, countChanges, importFile, type LoadResult } from "./import-run";
import type { SynonymRow } from "./rows";

/** Loads the field language of search. What a person changed or removed stays as that person left it. */
export async function loadSynonyms(client: pg.Client, source: SeedFile<SynonymRow>): Promise<LoadResult> {
  const unique = refuseDoubles(source, (row) => row.term.toLowerCase());
  return importFile(client, unique, (rows) => upsertSynonyms(client, rows));
}

/** The same within the transaction of the caller. */
export async function upsertSynonyms(client: pg.Client, rows: SynonymRow[]): Promise<Counts> {
  const json = JSON.stringify(rows.map((row) => ({ ...row, importHash: hashOf(row) })));
  const { rows: changed } = await client.query<{ inserted: boolean }>(upsert, [json]);
  const { rows: edited } = await client.query<{ kept: number }>(countKept, [json]);
  return { ...countChanges(changed), kept: edited[0]?.kept ?? 0 };
}

const records = `jsonb_to_recordset($1::jsonb) AS r(term text, expansions text[], direction boolean, weight smallint,
  note text, "importHash" text)`;

const wasRemoved = `EXISTS (SELECT FROM "AuditEvent" a WHERE a."action" = 'synonym.removed' AND a."detail"->>'term' = r.term)`;

const upsert = `
  INSERT INTO "Synonym" AS x ("term", "expansions", "isMutual", "weight", "note", "importHash")
  SELECT r.term, r.expansions, r.direction, r.weight, r.note, r."importHash" FROM ${records} WHERE NOT ${wasRemoved}
  ON CONFLICT ("term") DO UPDATE SET "expansions" = EXCLUDED."expansions", "isMutual" = EXCLUDED."isMutual",
    "weight" = EXCLUDED."weight", "note" = EXCLUDED."note", "importHash" = EXCLUDED."importHash", "updatedAt" = now()
  WHERE x."version" = 1 AND x."importHash" IS DISTINCT FROM EXCLUDED."importHash"
  RETURNING (xmax = 0) AS inserted`;

const countKept = `
  SELECT count(*)::int AS kept FROM ${records} LEFT JOIN "Synonym" x ON x."term" = r.term
  WHERE ${wasRemoved} OR (x."version" > 1 AND x."importHash" IS DISTINCT FROM r."importHash")`;
