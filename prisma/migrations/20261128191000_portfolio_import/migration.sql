-- A spreadsheet of adoptions between its dry run and its confirmation; removed after a day.
CREATE TABLE "PortfolioImport" (
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "gemeenteId" UUID NOT NULL,
  "userId" UUID NOT NULL,
  "fileName" TEXT NOT NULL,
  "rows" JSONB NOT NULL,
  "ignored" TEXT[] DEFAULT ARRAY[]::TEXT[],
  "isDemo" BOOLEAN NOT NULL DEFAULT false,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "PortfolioImport_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "PortfolioImport_gemeenteId_fkey" FOREIGN KEY ("gemeenteId") REFERENCES "Gemeente"("organisationId") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "PortfolioImport_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "PortfolioImport_userId_idx" ON "PortfolioImport"("userId");
CREATE INDEX "PortfolioImport_createdAt_idx" ON "PortfolioImport"("createdAt");

-- The counters of many solutions that follow from their adoptions, in one statement: what recount_solution()
-- counts for one, without what no adoption changes. Call with the rows locked.
CREATE FUNCTION recount_adopters(solutions uuid[]) RETURNS void LANGUAGE sql AS $$
  UPDATE "Solution" s SET
    "interestedCount" = c.interested, "joiningCount" = c.joining, "inUseCount" = c.in_use,
    "inUseInhabitants" = c.inhabitants
  FROM
    (SELECT a."solutionId" AS id,
       count(*) FILTER (WHERE a."status" IN ('INTERESTED', 'EXPLORING', 'DECIDING')) AS interested,
       count(*) FILTER (WHERE a."status" IN ('COMMITTED', 'CONNECTING', 'PILOT')) AS joining,
       count(*) FILTER (WHERE a."status" IN ('IN_USE', 'PHASING_OUT')) AS in_use,
       coalesce(sum(g."inhabitants") FILTER (WHERE a."status" IN ('IN_USE', 'PHASING_OUT')), 0) AS inhabitants
     FROM "Adoption" a JOIN "Gemeente" g ON g."organisationId" = a."gemeenteId"
     WHERE a."solutionId" = ANY(solutions) AND g."validTo" IS NULL
       AND NOT EXISTS (SELECT 1 FROM "Adoption" newer WHERE newer."gemeenteId" = a."gemeenteId"
         AND newer."solutionId" = a."solutionId" AND newer."cycle" > a."cycle")
     GROUP BY a."solutionId") c
  WHERE s."id" = c.id
$$;
