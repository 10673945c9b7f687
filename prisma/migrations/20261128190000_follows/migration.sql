-- What somebody wants to hear about, and how.
CREATE TYPE "DigestFrequency" AS ENUM ('NEVER', 'IMMEDIATELY', 'DAILY', 'WEEKLY');

CREATE TABLE "Follow" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "userId" UUID NOT NULL,
    "solutionId" UUID,
    "theme" "Theme",
    "gemeenteId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Follow_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Follow_one_subject" CHECK (num_nonnulls("solutionId", "theme", "gemeenteId") = 1)
);
CREATE UNIQUE INDEX "Follow_userId_solutionId_key" ON "Follow"("userId", "solutionId");
CREATE UNIQUE INDEX "Follow_userId_theme_key" ON "Follow"("userId", "theme");
CREATE UNIQUE INDEX "Follow_userId_gemeenteId_key" ON "Follow"("userId", "gemeenteId");
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_solutionId_fkey" FOREIGN KEY ("solutionId") REFERENCES "Solution"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_gemeenteId_fkey" FOREIGN KEY ("gemeenteId") REFERENCES "Gemeente"("organisationId") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TABLE "FollowSettings" (
    "userId" UUID NOT NULL,
    "frequency" "DigestFrequency" NOT NULL DEFAULT 'NEVER',
    "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "mailedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FollowSettings_pkey" PRIMARY KEY ("userId")
);
CREATE INDEX "FollowSettings_frequency_idx" ON "FollowSettings"("frequency");
ALTER TABLE "FollowSettings" ADD CONSTRAINT "FollowSettings_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A digest asks what is newer than a moment.
CREATE INDEX "AdoptionEvent_enteredAt_idx" ON "AdoptionEvent"("enteredAt");
CREATE INDEX "SolutionVersion_publishedAt_idx" ON "SolutionVersion"("publishedAt");
