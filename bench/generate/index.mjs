// Fills a database that holds the reference data until it has the size to measure. Everything is
// deterministic: the same files give the same rows, on every machine.
import { generateAdoptions } from "./adoptions.mjs";
import { checkCounters } from "./counters.mjs";
import { generateGemeenten } from "./gemeenten.mjs";
import { generateReviews } from "./reviews.mjs";
import { generateSolutions } from "./solutions.mjs";

export const amounts = { adoptions: 30_000, reviews: 20_000 };

/**
 * Adds solutions up to `size`, gemeenten up to `scale.gemeenten` if that is more than there are, adoptions with
 * histories, and oordelen, all marked `isDemo`.
 */
export async function generate(client, size, scale = {}) {
  const { gemeenten = 0, adoptions = amounts.adoptions } = scale;
  await client.query("BEGIN");
  // Sorting millions of rows in the memory that one visit may use takes many rounds over the disk.
  await client.query("SET LOCAL work_mem = '256MB'");
  await client.query("SET LOCAL maintenance_work_mem = '512MB'");
  await client.query(chance);
  await client.query(idOf);
  await generateSolutions(client, size);
  await generateGemeenten(client, gemeenten);
  await generateAdoptions(client, adoptions);
  await generateReviews(client, amounts.reviews);
  // The site says on every page that this is invented when it finds this mark.
  await client.query(
    `INSERT INTO "ImportRun" ("file", "fileHash", "finishedAt") VALUES ('demo', 'bench', clock_timestamp())`,
  );
  await client.query("COMMIT");
  // Recounting reads from indexes alone what is known to be visible.
  await client.query("VACUUM ANALYZE");
  await client.query(`SELECT count(*) FROM (SELECT recount_solution("id") FROM "Solution" OFFSET 0) counted`);
  await client.query(
    `SELECT count(*) FROM (SELECT recount_gemeente("organisationId") FROM "Gemeente" OFFSET 0) counted`,
  );
  await checkCounters(client);
  // Recounting wrote every one of these a second time; a real table is not half empty.
  await client.query(`VACUUM FULL "Solution"`);
  await client.query(`VACUUM FULL "Gemeente"`);
  await client.query("VACUUM ANALYZE");
}

/** A draw from 0 up to 1 that depends on its key only. */
const chance = `
  CREATE FUNCTION pg_temp.chance(key text) RETURNS float8 LANGUAGE sql IMMUTABLE
  AS $$ SELECT (hashtextextended(key, 1) & 2147483647)::float8 / 2147483648 $$`;

/** An id that depends on its key only, of the form that the site takes for one: version 4. */
const idOf = `
  CREATE FUNCTION pg_temp.id_of(key text) RETURNS uuid LANGUAGE sql IMMUTABLE
  AS $$ SELECT overlay(overlay(md5(key) PLACING '4' FROM 13 FOR 1) PLACING '8' FROM 17 FOR 1)::uuid $$`;
