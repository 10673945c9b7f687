-- Who takes part in a solution, with how far they are: each change counts them all anew, and the page of the solution
-- shows them. From the index alone, in the order in which the newest cycle of each gemeente comes first.
CREATE INDEX "Adoption_of_solution" ON "Adoption" ("solutionId", "gemeenteId", "cycle" DESC)
  INCLUDE ("status", "since", "isHidden", "isPublic", "isDemo");

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
     FROM (SELECT DISTINCT ON ("gemeenteId") "gemeenteId", "status" FROM "Adoption"
           WHERE "solutionId" = solution ORDER BY "gemeenteId", "cycle" DESC) a
     JOIN "Gemeente" g ON g."organisationId" = a."gemeenteId" AND g."validTo" IS NULL) c,
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

CREATE OR REPLACE FUNCTION recount_adopters(solutions uuid[]) RETURNS void LANGUAGE sql AS $$
  UPDATE "Solution" s SET
    "interestedCount" = c.interested, "joiningCount" = c.joining, "inUseCount" = c.in_use,
    "inUseInhabitants" = c.inhabitants
  FROM
    (SELECT a."solutionId" AS id,
       count(*) FILTER (WHERE a."status" IN ('INTERESTED', 'EXPLORING', 'DECIDING')) AS interested,
       count(*) FILTER (WHERE a."status" IN ('COMMITTED', 'CONNECTING', 'PILOT')) AS joining,
       count(*) FILTER (WHERE a."status" IN ('IN_USE', 'PHASING_OUT')) AS in_use,
       coalesce(sum(g."inhabitants") FILTER (WHERE a."status" IN ('IN_USE', 'PHASING_OUT')), 0) AS inhabitants
     FROM (SELECT DISTINCT ON ("solutionId", "gemeenteId") "solutionId", "gemeenteId", "status" FROM "Adoption"
           WHERE "solutionId" = ANY(solutions) ORDER BY "solutionId", "gemeenteId", "cycle" DESC) a
     JOIN "Gemeente" g ON g."organisationId" = a."gemeenteId" AND g."validTo" IS NULL
     GROUP BY a."solutionId") c
  WHERE s."id" = c.id
$$;
