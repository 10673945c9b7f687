-- Gemeenten and organisations are found by name from the box on every page: as typed, as it begins, and
-- with a typing error.
CREATE INDEX "Organisation_by_name" ON "Organisation" (lower(f_unaccent("name")) text_pattern_ops);
CREATE INDEX "Organisation_near_name" ON "Organisation" USING GIN (lower(f_unaccent("name")) gin_trgm_ops);

-- How often a question was asked on a day, and how much it found. No person, no session, no time.
CREATE TABLE "SearchCount" (
    "day" DATE NOT NULL,
    "words" TEXT NOT NULL,
    "found" INTEGER NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "SearchCount_pkey" PRIMARY KEY ("day","words")
);
CREATE INDEX "SearchCount_found_day_idx" ON "SearchCount"("found", "day");

-- What a gemeente needs and did not find: a problem in its own words.
CREATE TABLE "Need" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "question" TEXT,
    "gemeenteId" UUID NOT NULL,
    "authorId" UUID,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Need_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Need_gemeenteId_createdAt_idx" ON "Need"("gemeenteId", "createdAt");
CREATE INDEX "Need_authorId_idx" ON "Need"("authorId");
ALTER TABLE "Need" ADD CONSTRAINT "Need_gemeenteId_fkey" FOREIGN KEY ("gemeenteId") REFERENCES "Gemeente"("organisationId") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Need" ADD CONSTRAINT "Need_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A question with its choices that somebody keeps, and when they last looked.
CREATE TABLE "SavedSearch" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "userId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedSearch_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "SavedSearch_userId_query_key" ON "SavedSearch"("userId", "query");
ALTER TABLE "SavedSearch" ADD CONSTRAINT "SavedSearch_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
