// More solutions than exist: each takes its traits and words from two real ones, so that search
// meets the words of the real catalogue, a little more often than it really would.

/** Adds published solutions until there are `size`; adds none when the reference data has as many. */
export async function generateSolutions(client, size) {
  await client.query(drawn, [size]);
  await client.query(solutions);
  await client.query(versions);
  await client.query(links);
  await client.query(relations);
  await client.query(participation);
}

const drawn = `
  CREATE TEMP TABLE drawn_solution ON COMMIT DROP AS
  WITH real AS (SELECT *, row_number() OVER (ORDER BY "slug") - 1 AS place FROM "Solution" WHERE "publication" = 'PUBLISHED'),
    total AS (SELECT count(*)::int AS n FROM real)
  SELECT first."id" AS "fromId", pg_temp.id_of('solution ' || i) AS "id", i AS number,
    first."slug" || '-uitvoering-' || i AS "slug", first."name" || ', uitvoering ' || i AS "name",
    first."description" || ' ' || second."description" AS "description",
    first."keywords" || second."keywords" AS "keywords",
    timestamptz '2019-01-01Z' + pg_temp.chance('published ' || i) * interval '2800 days' AS "publishedAt"
  FROM total, generate_series(1, $1 - total.n) i
  JOIN real first ON first.place = i % (SELECT n FROM total)
  JOIN real second ON second.place = (i * 37 + i / (SELECT n FROM total)) % (SELECT n FROM total)`;

const copied =
  "summary audience kind theme layer phase phaseReason obligation publication providerId providerLabel homepage repository licence licenceVerified legalBasis standards priceModel verification source sourceNote participationPublic".split(
    " ",
  );
const listCopied = (prefix = "") => copied.map((column) => `${prefix}"${column}"`).join(", ");

const solutions = `
  INSERT INTO "Solution" ("id", "slug", "name", "description", "keywords", "publishedAt", "createdAt", "confirmedOn",
    "isDemo", ${listCopied()})
  SELECT d."id", d."slug", d."name", d."description", d."keywords", d."publishedAt", d."publishedAt",
    date '2026-11-20' - (pg_temp.chance('confirmed ' || d.number) * 700)::int, true,
    ${listCopied("s.")}
  FROM drawn_solution d JOIN "Solution" s ON s."id" = d."fromId"`;

const versions = `
  INSERT INTO "SolutionVersion" ("solutionId", "number", "publication", "content", "isDemo", "createdAt", "publishedAt")
  SELECT d."id", 1, 'PUBLISHED', v."content" || jsonb_build_object('name', d."name"), true, d."publishedAt", d."publishedAt"
  FROM drawn_solution d JOIN "SolutionVersion" v ON v."solutionId" = d."fromId" AND v."number" = 1`;

const links = `
  INSERT INTO "SolutionLink" ("solutionId", "label", "url", "visibility", "position")
  SELECT d."id", l."label", l."url", l."visibility", l."position"
  FROM drawn_solution d JOIN "SolutionLink" l ON l."solutionId" = d."fromId"`;

const relations = `
  INSERT INTO "SolutionRelation" ("fromId", "toId", "kind")
  SELECT "id", "fromId", 'WORKS_WITH'::"RelationKind" FROM drawn_solution WHERE number % 3 = 0`;

// A page with the names of all participants is the heaviest there is: let half of them be so.
const participation = `
  UPDATE "Solution" SET "participationPublic" = true WHERE pg_temp.chance('public ' || "slug") < 0.5`;
