// Oordelen: one per gemeente and solution, mostly experience; the others expect something.

/** Adds `total` oordelen on the adoptions there are; nobody reviews what is their own. */
export async function generateReviews(client, total) {
  const { rowCount } = await client.query(reviews, [total]);
  if (rowCount !== total) throw new Error(`${rowCount} oordelen instead of ${total}`);
}

const lastDay = "date '2026-11-20'";

const reviews = `
  INSERT INTO "Review" ("id", "gemeenteId", "solutionId", "kind", "isOfficial", "addedValue", "usability", "implementability",
    "costBenefit", "standards", "security", "support", "localFit", "score", "recommend", "leadTimeMonths", "effortHours",
    "tip", "pitfall", "writtenOn", "isDemo", "createdAt", "updatedAt")
  WITH able AS (
      SELECT a."id", a."gemeenteId", a."solutionId", a."since", e."first"
      FROM "Adoption" a JOIN "Solution" s ON s."id" = a."solutionId" AND s."providerId" <> a."gemeenteId"
      LEFT JOIN (
        SELECT "adoptionId", min("occurredOn") AS "first" FROM "AdoptionEvent" WHERE "to" = 'CONNECTING' GROUP BY "adoptionId") e
        ON e."adoptionId" = a."id"
      ORDER BY pg_temp.chance('review ' || a."id") + CASE WHEN e."first" IS NULL THEN 0.5 ELSE 0 END, a."id"
      LIMIT $1),
    graded AS (
      SELECT able.*, "first" IS NOT NULL AS "isExperience", coalesce("first", "since") AS "from", g.marks, g.score
      FROM able CROSS JOIN LATERAL (
        SELECT array_agg(mark ORDER BY k) AS marks, avg(mark)::float8 AS score FROM (
          SELECT k, CASE WHEN k > 1 AND pg_temp.chance('silent ' || k || able."id") < 0.08 THEN NULL
            ELSE least(5, 1 + floor((pg_temp.chance('a ' || k || able."id") + pg_temp.chance('b ' || able."solutionId")) * 3))::int
            END AS mark
          FROM generate_series(1, 8) k) given) g)
  SELECT pg_temp.id_of('review ' || "id"), "gemeenteId", "solutionId",
    CASE WHEN "isExperience" THEN 'EXPERIENCE' ELSE 'EXPECTATION' END::"ReviewKind", true,
    marks[1], marks[2], marks[3], marks[4], marks[5], marks[6], marks[7], marks[8], score, round(score * 2)::int,
    CASE WHEN "isExperience" THEN 2 + (pg_temp.chance('months ' || "id") * 16)::int END,
    CASE WHEN "isExperience" THEN 20 + (pg_temp.chance('hours ' || "id") * 400)::int END,
    CASE WHEN "isExperience" THEN 'Wijs één projectleider aan die er echt uren voor krijgt, en neem de CISO vanaf de start mee.' END,
    CASE WHEN "isExperience" AND pg_temp.chance('pitfall ' || "id") < 0.7
      THEN 'De koppeling met ons zaaksysteem kostte meer tijd dan de leverancier vooraf had gezegd.' END,
    written, true, written, written
  FROM graded CROSS JOIN LATERAL (
    SELECT "from" + (pg_temp.chance('written ' || "id") * (${lastDay} - "from"))::int AS written) w`;
