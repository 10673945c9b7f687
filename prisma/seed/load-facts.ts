import type pg from "pg";
import { hashOf, refuseDoubles, refuseRows, type SeedFile } from "./csv";
import { type Counts, countChanges, importFile, type LoadResult } from "./import-run";
import { collectedAt } from "./load-solutions";
import { everyGemeente, type FactRow, onlyCount } from "./rows";

/**
 * Slugs of the solutions whose participation may be public: somebody published at least one
 * participant by name, so that showing who takes part reveals nothing that was not public already.
 */
export function listDocumented(source: SeedFile<FactRow>): Set<string> {
  return new Set(
    source.rows.filter(({ value }) => value.gemeente !== onlyCount).map(({ value }) => value.solution),
  );
}

/**
 * Publicly documented adoptions. Only a gemeente says that it uses something, so that each fact
 * becomes an open proposal for that gemeente; a count without names becomes a ReportedCount.
 */
export async function loadFacts(client: pg.Client, source: SeedFile<FactRow>): Promise<LoadResult> {
  const known = await refuseUnknown(
    client,
    refuseDoubles(source, (row) => keyOf(row, subjectOf(row))),
  );
  const gemeenten = await readGemeenten(client);
  return importFile(client, known, async (facts) => {
    const counts = facts.filter(({ gemeente }) => gemeente === onlyCount);
    const named = facts.filter(({ gemeente }) => gemeente !== onlyCount);
    const proposals = named.flatMap((fact) => toProposals(fact, gemeenten));
    const { rows: changedProposals } = await client.query<Change>(upsertProposals, [
      JSON.stringify(proposals),
      collectedAt,
    ]);
    const reported = counts.map((fact) => ({ ...fact, importKey: keyOf(fact, subjectOf(fact)) }));
    const { rows: changedCounts } = await client.query<Change>(upsertCounts, [JSON.stringify(reported)]);
    return countFacts([...changedProposals, ...changedCounts]);
  });
}

type Change = { row: string; inserted: boolean };

/** Counts rows of the file: one row for all gemeenten is one, not 342. */
function countFacts(changes: Change[]): Counts {
  const perRow = new Map(changes.map(({ row, inserted }) => [row, { inserted }]));
  return { ...countChanges([...perRow.values()]), kept: 0 };
}

/** The same evidence keeps the same key, whatever becomes of its remark or suggested state. */
function keyOf(fact: FactRow, about: string): string {
  return hashOf([fact.solution, about, fact.evidence_kind, fact.evidence_date, fact.source]);
}

/** One source may state several counts without names; those differ by what they say. */
function subjectOf(fact: FactRow): string {
  return fact.gemeente === onlyCount ? fact.statement : fact.gemeente;
}

function toProposals(fact: FactRow, { byName, live }: Gemeenten) {
  const codes = fact.gemeente === everyGemeente ? live : [byName.get(fact.gemeente) ?? ""];
  const note = [fact.statement, fact.note].filter((part) => part !== null).join(". ");
  const row = keyOf(fact, subjectOf(fact));
  return codes.map((cbsCode) => ({ ...fact, note, cbsCode, row, importKey: keyOf(fact, cbsCode) }));
}

/** Those that merged stay known: a source about one of them was right when it was written. */
async function readGemeenten(client: pg.Client): Promise<Gemeenten> {
  const { rows } = await client.query<{ name: string; cbsCode: string; isLive: boolean }>(
    `SELECT "officialName" AS name, "cbsCode", "validTo" IS NULL AS "isLive" FROM "Gemeente"`,
  );
  return {
    byName: new Map(rows.map(({ name, cbsCode }) => [name, cbsCode])),
    live: rows.flatMap(({ cbsCode, isLive }) => (isLive ? [cbsCode] : [])),
  };
}

type Gemeenten = { byName: Map<string, string>; live: string[] };

async function refuseUnknown(client: pg.Client, source: SeedFile<FactRow>): Promise<SeedFile<FactRow>> {
  const { rows } = await client.query<{ slug: string }>(`SELECT "slug" FROM "Solution" WHERE NOT "isDemo"`);
  const slugs = new Set(rows.map(({ slug }) => slug));
  const { byName } = await readGemeenten(client);
  return refuseRows(source, ({ solution, gemeente }) => {
    if (!slugs.has(solution)) return `solution: onbekende voorziening "${solution}"`;
    if (gemeente === everyGemeente || gemeente === onlyCount || byName.has(gemeente)) return null;
    return `gemeente: onbekende gemeente "${gemeente}"`;
  });
}

const upsertProposals = `
  WITH r AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS r(solution text, "cbsCode" text, "to" "AdoptionStatus",
      evidence_kind text, evidence_date text, source text, note text, "importKey" text, "row" text)),
  changed AS (
    INSERT INTO "AdoptionProposal" AS p ("origin", "gemeenteId", "solutionId", "to", "evidenceKind", "evidenceDate",
      "source", "note", "importKey", "proposedAt")
    SELECT 'PUBLIC_SOURCE', g."organisationId", s."id", r."to", r.evidence_kind, r.evidence_date,
      r.source, r.note, r."importKey", $2
    FROM r JOIN "Gemeente" g ON g."cbsCode" = r."cbsCode" JOIN "Solution" s ON s."slug" = r.solution
    ON CONFLICT ("importKey") DO UPDATE SET "to" = EXCLUDED."to", "note" = EXCLUDED."note"
    WHERE p."state" = 'OPEN' AND (p."to", p."note") IS DISTINCT FROM (EXCLUDED."to", EXCLUDED."note")
    RETURNING p."importKey", (xmax = 0) AS inserted)
  SELECT r."row", changed.inserted FROM changed JOIN r ON r."importKey" = changed."importKey"`;

const upsertCounts = `
  INSERT INTO "ReportedCount" AS c ("solutionId", "statement", "reportedOn", "source", "importKey")
  SELECT s."id", r.statement, r.evidence_date, r.source, r."importKey"
  FROM jsonb_to_recordset($1::jsonb) AS r(solution text, statement text, evidence_date text, source text, "importKey" text)
  JOIN "Solution" s ON s."slug" = r.solution
  ON CONFLICT ("importKey") DO UPDATE SET "statement" = EXCLUDED."statement"
  WHERE c."statement" IS DISTINCT FROM EXCLUDED."statement"
  RETURNING c."importKey" AS "row", (xmax = 0) AS inserted`;
