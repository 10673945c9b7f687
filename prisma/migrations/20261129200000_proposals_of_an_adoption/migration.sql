-- The page of an adoption and the portfolio ask per adoption what is proposed for it, which read every proposal.
CREATE INDEX "AdoptionProposal_adoptionId_idx" ON "AdoptionProposal" ("adoptionId");
