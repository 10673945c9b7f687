import type pg from "pg";

/**
 * Recounts the counters of all solutions and gemeenten in two statements. The same rules as the
 * functions recount_solution and recount_gemeente, which do one row at a time; load.db.test.ts and
 * recount.db.test.ts prove that they agree.
 */
export async function recountAll(client: pg.Client): Promise<void> {
  await client.query(solutionCounters);
  await client.query(gemeenteCounters);
}

/** Adoption `a` is where the gemeente stands now; its earlier cycles are history. */
const isNewest = `NOT EXISTS (SELECT 1 FROM "Adoption" newer WHERE newer."gemeenteId" = a."gemeenteId"
      AND newer."solutionId" = a."solutionId" AND newer."cycle" > a."cycle")`;

const solutionCounters = `
  WITH adoptions AS (
    SELECT a."solutionId",
      count(*) FILTER (WHERE a."status" IN ('INTERESTED', 'EXPLORING', 'DECIDING')) AS interested,
      count(*) FILTER (WHERE a."status" IN ('COMMITTED', 'CONNECTING', 'PILOT')) AS joining,
      count(*) FILTER (WHERE a."status" IN ('IN_USE', 'PHASING_OUT')) AS in_use,
      sum(g."inhabitants") FILTER (WHERE a."status" IN ('IN_USE', 'PHASING_OUT')) AS inhabitants
    FROM "Adoption" a JOIN "Gemeente" g ON g."organisationId" = a."gemeenteId"
    WHERE g."validTo" IS NULL AND ${isNewest} GROUP BY a."solutionId"),
  proposals AS (
    SELECT "solutionId", count(DISTINCT "gemeenteId") AS reported FROM "AdoptionProposal"
    WHERE "origin" = 'PUBLIC_SOURCE' AND "state" = 'OPEN' GROUP BY "solutionId"),
  newest AS (
    SELECT DISTINCT ON ("solutionId", "gemeenteId") "solutionId", "score",
      CASE WHEN "writtenOn" < today_here() - interval '24 months' THEN 0.5 ELSE 1 END AS weight
    FROM "Review" WHERE "isOfficial" AND "kind" = 'EXPERIENCE' AND "score" IS NOT NULL
    ORDER BY "solutionId", "gemeenteId", "writtenOn" DESC, "createdAt" DESC),
  ratings AS (
    SELECT "solutionId", count(*) AS n, sum("score" * weight) AS total, sum(weight) AS weight
    FROM newest GROUP BY "solutionId"),
  counted AS (
    SELECT s."id", coalesce(a.interested, 0) AS interested, coalesce(a.joining, 0) AS joining,
      coalesce(a.in_use, 0) AS in_use, coalesce(a.inhabitants, 0) AS inhabitants,
      coalesce(p.reported, 0) AS reported, coalesce(r.n, 0) AS n,
      coalesce(r.total, 0) AS total, coalesce(r.weight, 0) AS weight
    FROM "Solution" s
    LEFT JOIN adoptions a ON a."solutionId" = s."id"
    LEFT JOIN proposals p ON p."solutionId" = s."id"
    LEFT JOIN ratings r ON r."solutionId" = s."id")
  UPDATE "Solution" s SET
    "interestedCount" = c.interested, "joiningCount" = c.joining, "inUseCount" = c.in_use,
    "inUseInhabitants" = c.inhabitants, "reportedCount" = c.reported,
    "ratingCount" = c.n, "ratingSum" = c.total, "ratingWeight" = c.weight
  FROM counted c
  WHERE s."id" = c."id" AND
    (s."interestedCount", s."joiningCount", s."inUseCount", s."inUseInhabitants", s."reportedCount",
     s."ratingCount", s."ratingSum", s."ratingWeight")
    IS DISTINCT FROM
    (c.interested, c.joining, c.in_use, c.inhabitants, c.reported, c.n, c.total::float8, c.weight::float8)`;

const gemeenteCounters = `
  UPDATE "Gemeente" g SET "inUseCount" = coalesce(c.n, 0)
  FROM "Gemeente" x LEFT JOIN (
    SELECT a."gemeenteId", count(*)::int AS n
    FROM "Adoption" a JOIN "Solution" s ON s."id" = a."solutionId"
    WHERE a."status" IN ('IN_USE', 'PHASING_OUT') AND NOT a."isHidden" AND s."publication" = 'PUBLISHED'
      AND ${isNewest}
    GROUP BY a."gemeenteId") c ON c."gemeenteId" = x."organisationId"
  WHERE g."organisationId" = x."organisationId" AND g."inUseCount" <> coalesce(c.n, 0)`;
