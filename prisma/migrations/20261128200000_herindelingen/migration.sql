-- Gemeenten that end on a day and go on as one other. Planned until it is carried out; nothing changes before.
CREATE TABLE "Herindeling" (
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "effectiveOn" DATE NOT NULL,
  "law" TEXT,
  "successorId" UUID,
  "newName" TEXT,
  "newCbsCode" TEXT,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "carriedOutAt" TIMESTAMPTZ(3),
  "outcome" JSONB,
  "isDemo" BOOLEAN NOT NULL DEFAULT false,
  CONSTRAINT "Herindeling_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Herindeling_successorId_fkey" FOREIGN KEY ("successorId") REFERENCES "Gemeente"("organisationId") ON DELETE SET NULL ON UPDATE CASCADE,
  CONSTRAINT "Herindeling_has_successor" CHECK ("successorId" IS NOT NULL OR ("newName" IS NOT NULL AND "newCbsCode" IS NOT NULL)),
  CONSTRAINT "Herindeling_on_new_year_or_by_law" CHECK (extract(doy FROM "effectiveOn") = 1 OR "law" IS NOT NULL)
);
CREATE INDEX "Herindeling_successorId_idx" ON "Herindeling"("successorId");

-- One herindeling at most ends a gemeente: of two plans for the same one, the first stands.
ALTER TABLE "Gemeente" ADD COLUMN "endsInId" UUID;
CREATE INDEX "Gemeente_endsInId_idx" ON "Gemeente"("endsInId");
ALTER TABLE "Gemeente" ADD CONSTRAINT "Gemeente_endsInId_fkey" FOREIGN KEY ("endsInId") REFERENCES "Herindeling"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What a predecessor did, for the gemeente that it merged into to confirm.
ALTER TYPE "ProposalOrigin" ADD VALUE 'HERINDELING';
