-- Who takes a mail empties "nextAttemptAt" first: what was cut off halfway is never sent twice.
DROP INDEX "OutgoingMail_sentAt_createdAt_idx";
ALTER TABLE "OutgoingMail"
  ADD COLUMN "until" TIMESTAMPTZ(3),
  ADD COLUMN "attempts" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "nextAttemptAt" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP;
CREATE INDEX "OutgoingMail_nextAttemptAt_idx" ON "OutgoingMail"("nextAttemptAt");
