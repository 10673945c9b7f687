import type pg from "pg";
import { type Refusal, refuseDoubles, refuseRows, type SeedFile } from "./csv";
import { countChanges, importFile, type LoadResult } from "./import-run";
import type { GemeenteRow, PartnershipRow, ProviderRow } from "./rows";

/** Gemeenten with their organisation and inhabitants; known again by TOOI uri, so that a name may change. */
export async function loadGemeenten(client: pg.Client, source: SeedFile<GemeenteRow>): Promise<LoadResult> {
  const unique = refuseDoubles(source, (row) => row.tooi_uri);
  const free = await refuseTakenSlugs(client, unique);
  return importFile(client, free, async (rows) => {
    const changes = new Map<string, { inserted: boolean }>();
    for (const statement of [upsertGemeenteOrganisations, upsertGemeenten, upsertGemeenteYears]) {
      const changed = await client.query<{ id: string; inserted: boolean }>(statement, [
        JSON.stringify(rows),
      ]);
      for (const { id, inserted } of changed.rows) if (!changes.has(id)) changes.set(id, { inserted });
    }
    return { ...countChanges([...changes.values()]), kept: 0 };
  });
}

/** Samenwerkingsorganisaties, known again by TOOI uri. */
export async function loadPartnerships(
  client: pg.Client,
  source: SeedFile<PartnershipRow>,
): Promise<LoadResult> {
  const unique = refuseDoubles(source, (row) => row.tooi_uri);
  const free = await refuseTakenSlugs(client, unique);
  return importFile(client, free, async (rows) => {
    const { rows: changed } = await client.query<{ inserted: boolean }>(upsertPartnerships, [
      JSON.stringify(rows),
    ]);
    return { ...countChanges(changed), kept: 0 };
  });
}

/** Providers and suppliers, known again by slug. */
export async function loadProviders(client: pg.Client, source: SeedFile<ProviderRow>): Promise<LoadResult> {
  const unique = refuseDoubles(source, (row) => row.slug);
  const { rows: others } = await client.query<{ slug: string }>(
    `SELECT "slug" FROM "Organisation" WHERE "tooiUri" IS NOT NULL OR "isDemo"`,
  );
  const taken = new Set(others.map(({ slug }) => slug));
  const free = refuseRows(unique, (row) => (taken.has(row.slug) ? takenReason(row.slug) : null));
  return importFile(client, free, async (rows) => {
    const { rows: changed } = await client.query<{ inserted: boolean }>(upsertProviders, [
      JSON.stringify(rows),
    ]);
    return { ...countChanges(changed), kept: 0 };
  });
}

async function refuseTakenSlugs<T extends { slug: string; tooi_uri: string }>(
  client: pg.Client,
  source: SeedFile<T>,
): Promise<SeedFile<T>> {
  const { rows } = await client.query<{ slug: string; tooiUri: string | null }>(
    `SELECT "slug", "tooiUri" FROM "Organisation"`,
  );
  const owners = new Map(rows.map(({ slug, tooiUri }) => [slug, tooiUri]));
  return refuseRows(source, (row) => {
    const isTaken = owners.has(row.slug) && owners.get(row.slug) !== row.tooi_uri;
    return isTaken ? takenReason(row.slug) : null;
  });
}

function takenReason(slug: string): Refusal["reason"] {
  return `slug: "${slug}" is al van een andere organisatie`;
}

const gemeenteRecords = `jsonb_to_recordset($1::jsonb) AS r(slug text, cbs_code text, official_name text,
  display_name text, province "Province", inhabitants_2026 int, tooi_uri text, email_domain text, hex_col int, hex_row int)`;

const upsertGemeenteOrganisations = `
  INSERT INTO "Organisation" AS o ("slug", "kind", "name", "tooiUri")
  SELECT slug, 'GEMEENTE', display_name, tooi_uri FROM ${gemeenteRecords}
  ON CONFLICT ("tooiUri") DO UPDATE SET "slug" = EXCLUDED."slug", "name" = EXCLUDED."name"
  WHERE (o."slug", o."name") IS DISTINCT FROM (EXCLUDED."slug", EXCLUDED."name")
  RETURNING o."id", (xmax = 0) AS inserted`;

/** Of the file, unless a newer year is known: since a merger, say. */
const newestInhabitants = `coalesce((SELECT y."inhabitants" FROM "GemeenteYear" y
  WHERE y."gemeenteId" = g."organisationId" AND y."year" > 2026 ORDER BY y."year" DESC LIMIT 1), EXCLUDED."inhabitants")`;

const upsertGemeenten = `
  INSERT INTO "Gemeente" AS g ("organisationId", "cbsCode", "officialName", "province", "inhabitants", "emailDomain", "hexCol", "hexRow")
  SELECT o."id", r.cbs_code, r.official_name, r.province, r.inhabitants_2026, r.email_domain, r.hex_col, r.hex_row
  FROM ${gemeenteRecords} JOIN "Organisation" o ON o."tooiUri" = r.tooi_uri
  ON CONFLICT ("organisationId") DO UPDATE SET
    "cbsCode" = EXCLUDED."cbsCode", "officialName" = EXCLUDED."officialName", "province" = EXCLUDED."province",
    "inhabitants" = ${newestInhabitants}, "emailDomain" = EXCLUDED."emailDomain",
    "hexCol" = EXCLUDED."hexCol", "hexRow" = EXCLUDED."hexRow"
  WHERE (g."cbsCode", g."officialName", g."province", g."inhabitants", g."emailDomain", g."hexCol", g."hexRow")
    IS DISTINCT FROM (EXCLUDED."cbsCode", EXCLUDED."officialName", EXCLUDED."province", ${newestInhabitants},
      EXCLUDED."emailDomain", EXCLUDED."hexCol", EXCLUDED."hexRow")
  RETURNING g."organisationId" AS id, (xmax = 0) AS inserted`;

const upsertGemeenteYears = `
  INSERT INTO "GemeenteYear" AS y ("gemeenteId", "year", "inhabitants")
  SELECT o."id", 2026, r.inhabitants_2026 FROM ${gemeenteRecords} JOIN "Organisation" o ON o."tooiUri" = r.tooi_uri
  ON CONFLICT ("gemeenteId", "year") DO UPDATE SET "inhabitants" = EXCLUDED."inhabitants"
  WHERE y."inhabitants" <> EXCLUDED."inhabitants"
  RETURNING y."gemeenteId" AS id, (xmax = 0) AS inserted`;

const upsertPartnerships = `
  INSERT INTO "Organisation" AS o ("slug", "kind", "name", "tooiUri")
  SELECT slug, 'SAMENWERKINGSVERBAND', name, tooi_uri
  FROM jsonb_to_recordset($1::jsonb) AS r(slug text, name text, tooi_uri text)
  ON CONFLICT ("tooiUri") DO UPDATE SET "slug" = EXCLUDED."slug", "name" = EXCLUDED."name"
  WHERE (o."slug", o."name") IS DISTINCT FROM (EXCLUDED."slug", EXCLUDED."name")
  RETURNING (xmax = 0) AS inserted`;

const upsertProviders = `
  INSERT INTO "Organisation" AS o ("slug", "kind", "name", "website")
  SELECT slug, kind, name, website
  FROM jsonb_to_recordset($1::jsonb) AS r(slug text, kind "OrganisationKind", name text, website text)
  ON CONFLICT ("slug") DO UPDATE SET "kind" = EXCLUDED."kind", "name" = EXCLUDED."name", "website" = EXCLUDED."website"
  WHERE (o."kind", o."name", o."website") IS DISTINCT FROM (EXCLUDED."kind", EXCLUDED."name", EXCLUDED."website")
  RETURNING (xmax = 0) AS inserted`;
