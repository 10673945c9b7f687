-- Who keeps a document since a herindeling; until then the gemeente of its adoption does.
ALTER TABLE "AdoptionDocument" ADD COLUMN "keptById" UUID;
CREATE INDEX "AdoptionDocument_keptById_idx" ON "AdoptionDocument"("keptById");
ALTER TABLE "AdoptionDocument" ADD CONSTRAINT "AdoptionDocument_keptById_fkey" FOREIGN KEY ("keptById") REFERENCES "Gemeente"("organisationId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Gemeenten that went on as another before this: what they kept goes with them too.
WITH RECURSIVE heir AS (
  SELECT g."organisationId" AS was, g."successorId" AS is FROM "Gemeente" g WHERE g."successorId" IS NOT NULL
  UNION
  SELECT h.was, g."successorId" FROM heir h JOIN "Gemeente" g ON g."organisationId" = h.is WHERE g."successorId" IS NOT NULL
)
UPDATE "AdoptionDocument" d SET "keptById" = h.is
FROM "Adoption" a, heir h, "Gemeente" g
WHERE a."id" = d."adoptionId" AND h.was = a."gemeenteId" AND g."organisationId" = h.is AND g."successorId" IS NULL;
