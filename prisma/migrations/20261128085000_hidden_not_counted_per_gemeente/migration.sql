-- What a gemeente hides counts in the totals of the facility and of the country, not in those of the
-- gemeente itself: beside the list of what others may see, the number would tell that it hides something,
-- and with a facility that nobody else is seen to use, what.
CREATE OR REPLACE FUNCTION recount_gemeente(gemeente uuid) RETURNS void LANGUAGE sql AS $$
  UPDATE "Gemeente" SET "inUseCount" = (
    SELECT count(*) FROM "Adoption" a JOIN "Solution" s ON s."id" = a."solutionId"
    WHERE a."gemeenteId" = gemeente AND a."status" IN ('IN_USE', 'PHASING_OUT') AND NOT a."isHidden"
      AND s."publication" = 'PUBLISHED'
      AND NOT EXISTS (SELECT 1 FROM "Adoption" newer WHERE newer."gemeenteId" = a."gemeenteId"
        AND newer."solutionId" = a."solutionId" AND newer."cycle" > a."cycle"))
  WHERE "organisationId" = gemeente
$$;

SELECT recount_gemeente(a."gemeenteId") FROM (SELECT DISTINCT "gemeenteId" FROM "Adoption" WHERE "isHidden") a;
