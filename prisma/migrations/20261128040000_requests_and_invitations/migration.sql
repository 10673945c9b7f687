CREATE TYPE "RequestState" AS ENUM ('OPEN', 'APPROVED', 'REJECTED', 'WITHDRAWN');

CREATE TABLE "MembershipRequest" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "userId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "role" "Role" NOT NULL DEFAULT 'MEMBER',
    "functionTitle" TEXT,
    "message" TEXT,
    "state" "RequestState" NOT NULL DEFAULT 'OPEN',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,
    "reason" TEXT,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "MembershipRequest_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "MembershipRequest_decided" CHECK (("state" = 'OPEN') = ("decidedAt" IS NULL)),
    CONSTRAINT "MembershipRequest_reason" CHECK ("state" <> 'REJECTED' OR "reason" IS NOT NULL),
    -- Roles of the platform are given, never asked for.
    CONSTRAINT "MembershipRequest_role" CHECK ("role" NOT IN ('MODERATOR', 'PLATFORM_ADMIN'))
);
CREATE INDEX "MembershipRequest_organisationId_state_idx" ON "MembershipRequest"("organisationId", "state");
CREATE INDEX "MembershipRequest_userId_idx" ON "MembershipRequest"("userId");
CREATE INDEX "MembershipRequest_decidedById_idx" ON "MembershipRequest"("decidedById");
-- Asking twice at once leaves one question.
CREATE UNIQUE INDEX "MembershipRequest_one_open" ON "MembershipRequest"("userId", "organisationId") WHERE "state" = 'OPEN';

CREATE TABLE "Invitation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "roles" "Role"[],
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "invitedById" UUID,
    "acceptedAt" TIMESTAMPTZ(3),
    "acceptedById" UUID,
    "withdrawnAt" TIMESTAMPTZ(3),
    "isDemo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Invitation_email" CHECK ("email" = lower("email")),
    CONSTRAINT "Invitation_roles" CHECK ("roles" IS NOT NULL AND cardinality("roles") > 0),
    CONSTRAINT "Invitation_token" CHECK ("tokenHash" ~ '^[0-9a-f]{64}$'),
    CONSTRAINT "Invitation_one_end" CHECK ("acceptedAt" IS NULL OR "withdrawnAt" IS NULL)
);
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");
CREATE INDEX "Invitation_organisationId_idx" ON "Invitation"("organisationId");
CREATE INDEX "Invitation_invitedById_idx" ON "Invitation"("invitedById");
CREATE INDEX "Invitation_acceptedById_idx" ON "Invitation"("acceptedById");
-- Inviting again replaces what was sent: never two links for one address.
CREATE UNIQUE INDEX "Invitation_one_open" ON "Invitation"("organisationId", "email") WHERE "acceptedAt" IS NULL AND "withdrawnAt" IS NULL;

CREATE TABLE "RightsReview" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reviewedById" UUID,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "RightsReview_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "RightsReview_organisationId_at_idx" ON "RightsReview"("organisationId", "at");
CREATE INDEX "RightsReview_reviewedById_idx" ON "RightsReview"("reviewedById");

CREATE TABLE "RightsReviewLine" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "reviewId" UUID NOT NULL,
    "userId" UUID,
    "roles" "Role"[],
    "isKept" BOOLEAN NOT NULL,

    CONSTRAINT "RightsReviewLine_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "RightsReviewLine_roles" CHECK ("roles" IS NOT NULL AND cardinality("roles") > 0)
);
CREATE INDEX "RightsReviewLine_reviewId_idx" ON "RightsReviewLine"("reviewId");
CREATE INDEX "RightsReviewLine_userId_idx" ON "RightsReviewLine"("userId");

ALTER TABLE "MembershipRequest" ADD CONSTRAINT "MembershipRequest_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "MembershipRequest" ADD CONSTRAINT "MembershipRequest_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "MembershipRequest" ADD CONSTRAINT "MembershipRequest_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_invitedById_fkey" FOREIGN KEY ("invitedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_acceptedById_fkey" FOREIGN KEY ("acceptedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "RightsReview" ADD CONSTRAINT "RightsReview_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RightsReview" ADD CONSTRAINT "RightsReview_reviewedById_fkey" FOREIGN KEY ("reviewedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "RightsReviewLine" ADD CONSTRAINT "RightsReviewLine_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "RightsReview"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "RightsReviewLine" ADD CONSTRAINT "RightsReviewLine_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
