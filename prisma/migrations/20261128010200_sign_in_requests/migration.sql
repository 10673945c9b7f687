-- One row per address: whoever asks again voids what was sent before.
CREATE TABLE "SignInRequest" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "linkHash" TEXT NOT NULL,
    "browserHash" TEXT NOT NULL,
    "next" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "expires" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SignInRequest_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "SignInRequest_email_key" ON "SignInRequest"("email");
CREATE UNIQUE INDEX "SignInRequest_linkHash_key" ON "SignInRequest"("linkHash");
CREATE UNIQUE INDEX "SignInRequest_browserHash_key" ON "SignInRequest"("browserHash");
CREATE INDEX "SignInRequest_expires_idx" ON "SignInRequest"("expires");

-- Whoever signs in with capitals is the same person.
ALTER TABLE "User" ADD CONSTRAINT "User_email_lower" CHECK ("email" = lower("email"));
