ALTER TABLE "IdentityProvider"
  ADD COLUMN "trustsSecondFactor" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "secondFactorAcr" TEXT;
