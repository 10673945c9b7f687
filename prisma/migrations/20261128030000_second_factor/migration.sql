CREATE TYPE "SecondFactorKind" AS ENUM ('TOTP', 'PASSKEY');
CREATE TYPE "PendingProofPurpose" AS ENUM ('ADD_TOTP', 'ADD_PASSKEY', 'PROVE_PASSKEY');

CREATE TABLE "SecondFactor" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "userId" UUID NOT NULL,
    "kind" "SecondFactorKind" NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "counter" BIGINT NOT NULL DEFAULT 0,
    "credentialId" TEXT,
    "transports" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SecondFactor_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "SecondFactor_credential_check" CHECK (("kind" = 'PASSKEY') = ("credentialId" IS NOT NULL))
);
CREATE UNIQUE INDEX "SecondFactor_credentialId_key" ON "SecondFactor"("credentialId");
CREATE INDEX "SecondFactor_userId_idx" ON "SecondFactor"("userId");
ALTER TABLE "SecondFactor" ADD CONSTRAINT "SecondFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "RecoveryCode" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "userId" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "RecoveryCode_userId_hash_key" ON "RecoveryCode"("userId", "hash");
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "PendingProof" (
    "sessionId" UUID NOT NULL,
    "purpose" "PendingProofPurpose" NOT NULL,
    "value" TEXT NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PendingProof_pkey" PRIMARY KEY ("sessionId", "purpose")
);
ALTER TABLE "PendingProof" ADD CONSTRAINT "PendingProof_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;
