ALTER TABLE "User" ADD COLUMN "disabledAt" TIMESTAMPTZ(3);
ALTER TABLE "Membership" ADD COLUMN "disabledAt" TIMESTAMPTZ(3);
ALTER TABLE "Session"
  ADD COLUMN "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN "secondFactorAt" TIMESTAMPTZ(3),
  ADD COLUMN "device" TEXT,
  ADD COLUMN "address" TEXT;

CREATE TABLE "OutgoingMail" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "OutgoingMail_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "OutgoingMail_sentAt_createdAt_idx" ON "OutgoingMail"("sentAt", "createdAt");
