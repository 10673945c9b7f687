-- The gemeenten that work together in an organisation, as that organisation keeps them.
CREATE TABLE "PartnershipMember" (
  "organisationId" UUID NOT NULL,
  "gemeenteId" UUID NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "isDemo" BOOLEAN NOT NULL DEFAULT false,
  CONSTRAINT "PartnershipMember_pkey" PRIMARY KEY ("organisationId", "gemeenteId"),
  CONSTRAINT "PartnershipMember_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "PartnershipMember_gemeenteId_fkey" FOREIGN KEY ("gemeenteId") REFERENCES "Gemeente"("organisationId") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "PartnershipMember_gemeenteId_idx" ON "PartnershipMember"("gemeenteId");

-- What a partnership arranged for its members, for each of them to confirm.
ALTER TYPE "ProposalOrigin" ADD VALUE 'PARTNERSHIP';
