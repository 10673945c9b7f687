// Counters that pages read instead of counting: after loading in bulk they must say what there is.

/** Refuses a database in which a counter differs from the adoptions there are. */
export async function checkCounters(client) {
  const { rows } = await client.query(differing);
  if (rows[0].solutions > 0 || rows[0].gemeenten > 0)
    throw new Error(`counters differ from what they count: ${JSON.stringify(rows[0])}`);
}

// Generated adoptions have one cycle, and no gemeente ended.
const differing = `
  WITH used AS (
    SELECT a."solutionId", a."gemeenteId", a."isHidden", a."status" IN ('IN_USE', 'PHASING_OUT') AS "isInUse",
      a."status" IN ('COMMITTED', 'CONNECTING', 'PILOT') AS "isJoining",
      a."status" IN ('INTERESTED', 'EXPLORING', 'DECIDING') AS "isInterested", g."inhabitants"
    FROM "Adoption" a JOIN "Gemeente" g ON g."organisationId" = a."gemeenteId"),
  per_solution AS (
    SELECT "solutionId", count(*) FILTER (WHERE "isInterested") AS interested, count(*) FILTER (WHERE "isJoining") AS joining,
      count(*) FILTER (WHERE "isInUse") AS in_use, coalesce(sum("inhabitants") FILTER (WHERE "isInUse"), 0) AS inhabitants
    FROM used GROUP BY "solutionId"),
  per_gemeente AS (
    SELECT "gemeenteId", count(*) FILTER (WHERE "isInUse" AND NOT "isHidden") AS in_use FROM used GROUP BY "gemeenteId")
  SELECT
    (SELECT count(*)::int FROM "Solution" s LEFT JOIN per_solution c ON c."solutionId" = s."id"
      WHERE (s."interestedCount", s."joiningCount", s."inUseCount", s."inUseInhabitants") IS DISTINCT FROM
        (coalesce(c.interested, 0), coalesce(c.joining, 0), coalesce(c.in_use, 0), coalesce(c.inhabitants, 0))) AS solutions,
    (SELECT count(*)::int FROM "Gemeente" g LEFT JOIN per_gemeente c ON c."gemeenteId" = g."organisationId"
      WHERE g."inUseCount" <> coalesce(c.in_use, 0)) AS gemeenten`;
