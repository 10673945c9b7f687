import type pg from "pg";

/**
 * Gives every real solution that a demo user edited the content of its newest published version that
 * is not fictitious, with the links of that version.
 */
export async function restoreSolutions(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ id: string; number: number; content: unknown }>(edited);
  const json = JSON.stringify(rows);
  await client.query(restore, [json]);
  await client.query(`DELETE FROM "SolutionLink" WHERE "solutionId" = ANY($1::uuid[])`, [
    rows.map(({ id }) => id),
  ]);
  await client.query(restoreLinks, [json]);
}

/** Real solutions whose newest published version is fictitious, with the version to go back to. */
const edited = `
  SELECT s."id", v."number", v."content" FROM "Solution" s
  JOIN LATERAL (SELECT "number", "content" FROM "SolutionVersion"
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
    "participationPublic" = c."participationPublic", "publication" = 'PUBLISHED', "version" = v.number
  FROM jsonb_to_recordset($1::jsonb) AS v(id uuid, number int, content jsonb),
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
