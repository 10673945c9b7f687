import type pg from "pg";
import { hashOf, refuseDoubles, refuseRows, type SeedFile } from "./csv";
import { type Counts, countChanges, importFile, type LoadResult } from "./import-run";
import type { RelationRow, SolutionRow } from "./rows";

/** When the reference data of this project was collected and published. */
export const collectedAt = "2026-11-20T09:00:00.000Z";

/**
 * Loads the solutions with their first published version and links. A solution that a person has
 * edited (version above 1, or made in the demonstration) is kept as it is.
 * `documented` holds the slugs whose participation is public, see `listDocumented`.
 */
export async function loadSolutions(
  client: pg.Client,
  source: SeedFile<SolutionRow>,
  documented: Set<string>,
): Promise<LoadResult> {
  const unique = refuseDoubles(source, (row) => row.slug);
  const { rows } = await client.query<{ slug: string }>(
    `SELECT "slug" FROM "Organisation" WHERE NOT "isDemo"`,
  );
  const providers = new Set(rows.map(({ slug }) => slug));
  const known = refuseRows(unique, (row) =>
    providers.has(row.provider) ? null : `provider: onbekende organisatie "${row.provider}"`,
  );
  return importFile(client, known, (valid) =>
    upsertSolutions(
      client,
      valid.map((row) => toRecord(row, documented.has(row.slug))),
    ),
  );
}

type SolutionRecord = ReturnType<typeof toRecord>;

function toRecord(row: SolutionRow, participationPublic: boolean) {
  const content = toContent(row, participationPublic);
  const { links, ...fields } = content;
  const record = {
    ...fields,
    slug: row.slug,
    provider: row.provider,
    providerLabel: row.provider_label,
    licenceVerified: row.licence_verified === "yes",
    verification: row.verified,
    source: row.source,
    sourceNote: noteOf(row),
    publishedAt: collectedAt,
  };
  return { ...record, links, content, importHash: hashOf({ ...record, links }) };
}

/** The fields that a coordinator may edit: what a SolutionVersion holds. */
function toContent(row: SolutionRow, participationPublic: boolean) {
  return {
    name: row.name,
    summary: row.summary,
    description: row.description,
    audience: row.audience,
    sideEffects: "",
    kind: row.kind,
    theme: row.theme,
    keywords: row.keywords,
    layer: row.layer,
    phase: row.phase,
    phaseReason: row.phase_reason,
    obligation: row.obligation,
    homepage: row.homepage,
    repository: row.repository,
    licence: row.licence,
    legalBasis: row.legal_basis,
    standards: row.standards,
    priceModel: row.price_model,
    participationPublic,
    links: row.links,
  };
}

/** Why an obligation was given belongs with the other remarks on the source. */
function noteOf(row: SolutionRow): string | null {
  const parts = [row.source_note, row.obligation_reason].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(". ").replaceAll("..", ".") : null;
}

async function upsertSolutions(client: pg.Client, records: SolutionRecord[]): Promise<Counts> {
  const json = JSON.stringify(records);
  const { rows: changed } = await client.query<{ id: string; slug: string; inserted: boolean }>(upsert, [
    json,
  ]);
  const ids = JSON.stringify(changed.map(({ id }) => id));
  await client.query(upsertFirstVersions, [json, ids]);
  await client.query(
    `DELETE FROM "SolutionLink" WHERE "solutionId" IN (SELECT jsonb_array_elements_text($1::jsonb)::uuid)`,
    [ids],
  );
  await client.query(insertLinks, [json, ids]);
  const { rows: edited } = await client.query<{ kept: number }>(countKept, [json]);
  return { ...countChanges(changed), kept: edited[0]?.kept ?? 0 };
}

const columns = `name text, summary text, description text, audience text, "sideEffects" text, kind "SolutionKind",
  theme "Theme", keywords text[], layer "Layer", phase "SolutionPhase", "phaseReason" text, obligation "Obligation",
  homepage text, repository text, licence text, "legalBasis" text, standards text[], "priceModel" "PriceModel",
  "participationPublic" boolean, slug text, provider text, "providerLabel" text, "licenceVerified" boolean,
  verification "Verification", source text, "sourceNote" text, "publishedAt" timestamptz, "importHash" text,
  content jsonb, links jsonb`;

const stored = [
  ..."name summary description audience sideEffects kind theme keywords layer phase phaseReason obligation".split(
    " ",
  ),
  ..."homepage repository licence legalBasis standards priceModel participationPublic providerLabel".split(
    " ",
  ),
  ..."licenceVerified verification source sourceNote publishedAt importHash".split(" "),
].map((name) => `"${name}"`);

const upsert = `
  INSERT INTO "Solution" AS s ("slug", "publication", "providerId", ${stored.join(", ")})
  SELECT r.slug, 'PUBLISHED', o."id", ${stored.map((name) => `r.${name}`).join(", ")}
  FROM jsonb_to_recordset($1::jsonb) AS r(${columns}) JOIN "Organisation" o ON o."slug" = r.provider
  ON CONFLICT ("slug") DO UPDATE SET "providerId" = EXCLUDED."providerId", "updatedAt" = now(),
    ${stored.map((name) => `${name} = EXCLUDED.${name}`).join(", ")}
  WHERE s."version" = 1 AND NOT s."isDemo" AND s."importHash" IS DISTINCT FROM EXCLUDED."importHash"
  RETURNING s."id", s."slug", (xmax = 0) AS inserted`;

const changedRecords = `jsonb_to_recordset($1::jsonb) AS r(slug text, content jsonb, links jsonb, "publishedAt" timestamptz)
  JOIN "Solution" s ON s."slug" = r.slug
  WHERE s."id" IN (SELECT jsonb_array_elements_text($2::jsonb)::uuid)`;

const upsertFirstVersions = `
  INSERT INTO "SolutionVersion" ("solutionId", "number", "publication", "content", "createdAt", "publishedAt")
  SELECT s."id", 1, 'PUBLISHED', r.content, r."publishedAt", r."publishedAt" FROM ${changedRecords}
  ON CONFLICT ("solutionId", "number") DO UPDATE SET "content" = EXCLUDED."content"`;

const insertLinks = `
  INSERT INTO "SolutionLink" ("solutionId", "label", "url", "visibility", "position")
  SELECT s."id", l.value->>'label', l.value->>'url', (l.value->>'visibility')::"LinkVisibility", l.ordinality - 1
  FROM (SELECT s."id", r.links FROM ${changedRecords}) s,
    jsonb_array_elements(s.links) WITH ORDINALITY AS l(value, ordinality)`;

const countKept = `
  SELECT count(*)::int AS kept FROM jsonb_to_recordset($1::jsonb) AS r(slug text, "importHash" text)
  JOIN "Solution" s ON s."slug" = r.slug
  WHERE s."importHash" IS DISTINCT FROM r."importHash" AND (s."version" > 1 OR s."isDemo")`;

/** Relations between solutions; what a person added is left alone. */
export async function loadRelations(client: pg.Client, source: SeedFile<RelationRow>): Promise<LoadResult> {
  const unique = refuseDoubles(source, (row) => `${row.from} ${row.kind} ${row.to}`);
  const { rows } = await client.query<{ slug: string }>(`SELECT "slug" FROM "Solution"`);
  const slugs = new Set(rows.map(({ slug }) => slug));
  const known = refuseRows(unique, ({ from, to }) => {
    const unknown = [from, to].find((slug) => !slugs.has(slug));
    return unknown ? `onbekende voorziening "${unknown}"` : null;
  });
  return importFile(client, known, async (relations) => {
    const { rows: changed } = await client.query<{ inserted: boolean }>(upsertRelations, [
      JSON.stringify(relations),
    ]);
    return { ...countChanges(changed), kept: 0 };
  });
}

const upsertRelations = `
  INSERT INTO "SolutionRelation" AS x ("fromId", "toId", "kind", "source")
  SELECT f."id", t."id", r.kind, r.source
  FROM jsonb_to_recordset($1::jsonb) AS r("from" text, "to" text, kind "RelationKind", source text)
  JOIN "Solution" f ON f."slug" = r."from" JOIN "Solution" t ON t."slug" = r."to"
  ON CONFLICT ("fromId", "toId", "kind") DO UPDATE SET "source" = EXCLUDED."source"
  WHERE x."source" IS DISTINCT FROM EXCLUDED."source"
  RETURNING (xmax = 0) AS inserted`;
