-- The site counts in days of the Netherlands; a server in another zone has another day for an hour or two.
CREATE FUNCTION today_here() RETURNS date LANGUAGE sql STABLE
  AS $$ SELECT (now() AT TIME ZONE 'Europe/Amsterdam')::date $$;

CREATE OR REPLACE FUNCTION recount_solution(solution uuid) RETURNS void LANGUAGE sql AS $$
  UPDATE "Solution" s SET
    "interestedCount" = c.interested, "joiningCount" = c.joining, "inUseCount" = c.in_use,
    "inUseInhabitants" = c.inhabitants, "reportedCount" = p.reported,
    "ratingCount" = r.n, "ratingSum" = r.total, "ratingWeight" = r.weight
  FROM
    (SELECT
       count(*) FILTER (WHERE a."status" IN ('INTERESTED', 'EXPLORING', 'DECIDING')) AS interested,
       count(*) FILTER (WHERE a."status" IN ('COMMITTED', 'CONNECTING', 'PILOT')) AS joining,
       count(*) FILTER (WHERE a."status" IN ('IN_USE', 'PHASING_OUT')) AS in_use,
       coalesce(sum(g."inhabitants") FILTER (WHERE a."status" IN ('IN_USE', 'PHASING_OUT')), 0) AS inhabitants
     FROM "Adoption" a JOIN "Gemeente" g ON g."organisationId" = a."gemeenteId"
     WHERE a."solutionId" = solution AND g."validTo" IS NULL
       AND NOT EXISTS (SELECT 1 FROM "Adoption" newer WHERE newer."gemeenteId" = a."gemeenteId"
         AND newer."solutionId" = a."solutionId" AND newer."cycle" > a."cycle")) c,
    (SELECT count(DISTINCT "gemeenteId") AS reported FROM "AdoptionProposal"
     WHERE "solutionId" = solution AND "origin" = 'PUBLIC_SOURCE' AND "state" = 'OPEN') p,
    (SELECT count(*) AS n, coalesce(sum(score * weight), 0) AS total, coalesce(sum(weight), 0) AS weight
     FROM (SELECT DISTINCT ON ("gemeenteId") "score",
             CASE WHEN "writtenOn" < today_here() - interval '24 months' THEN 0.5 ELSE 1 END AS weight
           FROM "Review"
           WHERE "solutionId" = solution AND "isOfficial" AND "kind" = 'EXPERIENCE' AND "score" IS NOT NULL
           ORDER BY "gemeenteId", "writtenOn" DESC, "createdAt" DESC) newest) r
  WHERE s."id" = solution
$$;
