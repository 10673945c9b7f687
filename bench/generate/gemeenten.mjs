// More gemeenten than there are, on a plane beside the country: for measuring at the size of a continent.

/** Adds gemeenten until there are `total`; each with its inhabitants, small ones more often. */
export async function generateGemeenten(client, total) {
  await client.query(drawn, [total]);
  await client.query(organisations);
  await client.query(gemeenten);
  await client.query(years);
}

/** So many tiles stand beside each other. */
const width = 500;

const drawn = `
  CREATE TEMP TABLE drawn_gemeente ON COMMIT DROP AS
  SELECT i AS number, pg_temp.id_of('gemeente ' || i) AS "id", 'gemeente-' || i AS "slug", 'Gemeente ' || i AS "name",
    (500 / (0.002 + pg_temp.chance('inhabitants ' || i)))::int AS "inhabitants",
    (enum_range(NULL::"Province"))[1 + i % 12] AS "province"
  FROM generate_series(1, $1::int - (SELECT count(*)::int FROM "Gemeente" WHERE "validTo" IS NULL)) i`;

const organisations = `
  INSERT INTO "Organisation" ("id", "slug", "kind", "name", "isDemo")
  SELECT "id", "slug", 'GEMEENTE', "name", true FROM drawn_gemeente`;

const gemeenten = `
  INSERT INTO "Gemeente" ("organisationId", "cbsCode", "officialName", "province", "inhabitants", "hexCol", "hexRow")
  SELECT "id", 'GX' || number, "name", "province", "inhabitants", 1000 + number % ${width}, 1000 + number / ${width}
  FROM drawn_gemeente`;

const years = `
  INSERT INTO "GemeenteYear" ("gemeenteId", "year", "inhabitants")
  SELECT "id", 2026, "inhabitants" FROM drawn_gemeente`;
