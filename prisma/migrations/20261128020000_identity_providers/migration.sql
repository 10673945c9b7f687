CREATE TABLE "IdentityProvider" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "clientId" TEXT NOT NULL,
    "clientSecret" TEXT NOT NULL,
    "tenantId" TEXT,
    "mailDomains" TEXT[],
    "isActive" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IdentityProvider_pkey" PRIMARY KEY ("id"),
    -- Never a secret that can be read in a copy of the database.
    CONSTRAINT "IdentityProvider_sealed" CHECK ("clientSecret" LIKE 'v1:%'),
    -- Without a domain every address would be accepted.
    CONSTRAINT "IdentityProvider_domains" CHECK (cardinality("mailDomains") > 0)
);
CREATE UNIQUE INDEX "IdentityProvider_organisationId_issuer_clientId_key" ON "IdentityProvider"("organisationId", "issuer", "clientId");
ALTER TABLE "IdentityProvider" ADD CONSTRAINT "IdentityProvider_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
