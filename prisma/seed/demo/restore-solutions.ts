import type pg from "pg";
import { dataFolder, readSeedFile } from "../csv";
import { solutionRow } from "../rows";

/**
 * Gives every real solution that a demo user published the content of its newest published version
 * that is not fictitious, with the links of that version.
 */
export async function restoreSolutions(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ id: string; number: number; content: unknown }>(edited);
  const json = JSON.stringify(rows);
  await client.query(restore, [json, listCheckedLicences()]);
  await client.query(`DELETE FROM "SolutionLink" WHERE "solutionId" = ANY($1::uuid[])`, [
    rows.map(({ id }) => id),
  ]);
  await client.query(restoreLinks, [json]);
}

/**
 * Publishing another licence makes it unchecked. What it was tells the audit of the first publication
 * after the version to go back to; for what was imported, the reference file.
 */
function listCheckedLicences(): string[] {
  const { rows } = readSeedFile(dataFolder, "voorzieningen.csv", solutionRow);
  return rows.filter(({ value }) => value.licence_verified === "yes").map(({ value }) => value.slug);
}

/** A text of a real author that a demo user approved waits for its second person again. */
export async function reopenEdits(client: pg.Client): Promise<void> {
  await client.query(`
    UPDATE "SolutionVersion" v SET "isDemo" = false, "approverId" = NULL, "publishedAt" = NULL,
      "publication" = CASE WHEN v."number" = (SELECT max("number") FROM "SolutionVersion" n
        WHERE n."solutionId" = v."solutionId") THEN 'IN_REVIEW'::"Publication" ELSE 'ARCHIVED' END
    WHERE v."isDemo"`);
}

/** "This is still right" of a demo user is taken back to the day that stood there before. */
export async function restoreConfirmations(client: pg.Client): Promise<void> {
  await client.query(`
    WITH said AS (
      SELECT "subjectId", "detail"->>'confirmedBefore' AS before, "isDemo", "id",
        max("id") FILTER (WHERE NOT "isDemo") OVER (PARTITION BY "subjectId") AS "lastReal"
      FROM "AuditEvent" WHERE "action" IN ('solution.confirmed', 'solution.published')),
    first AS (
      SELECT DISTINCT ON ("subjectId") "subjectId", before FROM said
      WHERE "isDemo" AND "id" > coalesce("lastReal", 0) ORDER BY "subjectId", "id")
    UPDATE "Solution" s SET "confirmedOn" = first.before::date FROM first
    WHERE s."id"::text = first."subjectId" AND NOT s."isDemo"`);
}

/** Real solutions whose newest published version is fictitious, with the version to go back to. */
const edited = `
  SELECT s."id", v."number", v."content", v."publishedAt" FROM "Solution" s
  JOIN LATERAL (SELECT "number", "content", "publishedAt" FROM "SolutionVersion"
    WHERE "solutionId" = s."id" AND NOT "isDemo" AND "publication" IN ('PUBLISHED', 'ARCHIVED')
    ORDER BY "number" DESC LIMIT 1) v ON true
  WHERE NOT s."isDemo" AND EXISTS (SELECT FROM "SolutionVersion" d
    WHERE d."solutionId" = s."id" AND d."isDemo" AND d."number" > v."number" AND d."publication" IN ('PUBLISHED', 'ARCHIVED'))`;

const restore = `
  UPDATE "Solution" s SET "name" = c.name, "summary" = c.summary, "description" = c.description,
    "audience" = c.audience, "sideEffects" = c."sideEffects", "kind" = c.kind, "theme" = c.theme,
    "keywords" = c.keywords, "layer" = c.layer, "phase" = c.phase, "phaseReason" = c."phaseReason",
    "obligation" = c.obligation, "homepage" = c.homepage, "repository" = c.repository, "licence" = c.licence,
    "legalBasis" = c."legalBasis", "standards" = c.standards, "priceModel" = c."priceModel",
    "participationPublic" = c."participationPublic", "publication" = 'PUBLISHED', "version" = v.number,
    "publishedAt" = v."publishedAt",
    "licenceVerified" = CASE WHEN v.number = 1 THEN s."slug" = ANY($2) ELSE coalesce(
      (SELECT (e."detail"->>'licenceVerifiedBefore')::boolean FROM "AuditEvent" e
        WHERE e."subjectId" = s."id"::text AND e."action" = 'solution.published' AND (e."detail"->>'number')::int > v.number
        ORDER BY e."id" LIMIT 1), s."licenceVerified") END
  FROM jsonb_to_recordset($1::jsonb) AS v(id uuid, number int, content jsonb, "publishedAt" timestamptz),
    jsonb_to_record(v.content) AS c(name text, summary text, description text, audience text, "sideEffects" text,
      kind "SolutionKind", theme "Theme", keywords text[], layer "Layer", phase "SolutionPhase", "phaseReason" text,
      obligation "Obligation", homepage text, repository text, licence text, "legalBasis" text, standards text[],
      "priceModel" "PriceModel", "participationPublic" boolean)
  WHERE s."id" = v.id`;

const restoreLinks = `
  INSERT INTO "SolutionLink" ("solutionId", "label", "url", "visibility", "position")
  SELECT v.id, l.value->>'label', l.value->>'url', (l.value->>'visibility')::"LinkVisibility", l.ordinality - 1
  FROM jsonb_to_recordset($1::jsonb) AS v(id uuid, content jsonb),
    jsonb_array_elements(v.content->'links') WITH ORDINALITY AS l(value, ordinality)`;
