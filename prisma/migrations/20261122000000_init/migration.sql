-- Search: accents and typos. Both extensions are "trusted": no superuser needed.
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- unaccent() is only STABLE because its dictionary could change; ours does not.
CREATE FUNCTION f_unaccent(text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS $$ SELECT public.unaccent('public.unaccent', $1) $$;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('MEMBER', 'MANAGER', 'COORDINATOR', 'ORGANISATION_ADMIN', 'MODERATOR', 'PLATFORM_ADMIN');

-- CreateEnum
CREATE TYPE "AdoptionStatus" AS ENUM ('INTERESTED', 'EXPLORING', 'DECIDING', 'COMMITTED', 'CONNECTING', 'PILOT', 'IN_USE', 'PHASING_OUT', 'ENDED', 'ON_HOLD', 'DECLINED', 'NOT_APPLICABLE');

-- CreateEnum
CREATE TYPE "DecidingBody" AS ENUM ('MANAGEMENT', 'COLLEGE', 'RAAD', 'SHARED_SERVICE');

-- CreateEnum
CREATE TYPE "ProposalOrigin" AS ENUM ('PUBLIC_SOURCE', 'PROVIDER', 'SECOND_PERSON');

-- CreateEnum
CREATE TYPE "ProposalState" AS ENUM ('OPEN', 'CONFIRMED', 'REJECTED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "Province" AS ENUM ('GRONINGEN', 'FRYSLAN', 'DRENTHE', 'OVERIJSSEL', 'FLEVOLAND', 'GELDERLAND', 'UTRECHT', 'NOORD_HOLLAND', 'ZUID_HOLLAND', 'ZEELAND', 'NOORD_BRABANT', 'LIMBURG');

-- CreateEnum
CREATE TYPE "OrganisationKind" AS ENUM ('GEMEENTE', 'SAMENWERKINGSVERBAND', 'COOPERATIE', 'KOEPEL', 'MINISTERIE', 'UITVOERINGSORGANISATIE', 'LEVERANCIER', 'KENNISINSTELLING');

-- CreateEnum
CREATE TYPE "ReviewKind" AS ENUM ('EXPERIENCE', 'EXPECTATION');

-- CreateEnum
CREATE TYPE "SolutionKind" AS ENUM ('STANDAARD', 'COMPONENT', 'DIENST', 'RAAMOVEREENKOMST', 'INFRASTRUCTUUR', 'DASHBOARD', 'HANDREIKING', 'REGISTER');

-- CreateEnum
CREATE TYPE "Theme" AS ENUM ('DIENSTVERLENING', 'BURGERZAKEN', 'SOCIAAL_DOMEIN', 'WERK_EN_INKOMEN', 'FYSIEK_DOMEIN', 'OPENBARE_ORDE', 'BEDRIJFSVOERING', 'INFORMATIEVOORZIENING', 'INFORMATIEVEILIGHEID', 'DATA_EN_STURING', 'DEMOCRATIE', 'IDENTITEIT_EN_TOEGANG');

-- CreateEnum
CREATE TYPE "Layer" AS ENUM ('INTERACTIE', 'PROCES', 'INTEGRATIE', 'SERVICES', 'DATA');

-- CreateEnum
CREATE TYPE "SolutionPhase" AS ENUM ('IDEA', 'EXPLORATION', 'DEVELOPMENT', 'PILOT', 'SCALING', 'MANAGED', 'SUNSETTING', 'RETIRED', 'PAUSED', 'STOPPED', 'DELIBERATELY_LOCAL');

-- CreateEnum
CREATE TYPE "Publication" AS ENUM ('DRAFT', 'IN_REVIEW', 'CHANGES_REQUESTED', 'PUBLISHED', 'ARCHIVED');

-- CreateEnum
CREATE TYPE "Obligation" AS ENUM ('VOLUNTARY', 'RECOMMENDED', 'COMPLY_OR_EXPLAIN', 'STATUTORY');

-- CreateEnum
CREATE TYPE "Verification" AS ENUM ('SOURCE', 'PARTLY', 'KNOWLEDGE');

-- CreateEnum
CREATE TYPE "PriceModel" AS ENUM ('OPEN_SOURCE', 'FREE', 'GGU', 'FRAMEWORK', 'CENTRAL_BUDGET', 'STATE_PAID', 'MEMBERSHIP', 'PER_TRANSACTION', 'DISTRIBUTION_KEY', 'CO_FUNDING', 'MARKET', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "RelationKind" AS ENUM ('REQUIRES', 'PART_OF', 'REPLACES', 'WORKS_WITH');

-- CreateEnum
CREATE TYPE "LinkVisibility" AS ENUM ('PUBLIC', 'GEMEENTEN');

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT,
    "email" TEXT NOT NULL,
    "emailVerified" TIMESTAMPTZ(3),
    "image" TEXT,
    "functionTitle" TEXT,
    "activeOrganisationId" UUID,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "userId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "userId" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "providerAccountId" TEXT NOT NULL,
    "refresh_token" TEXT,
    "access_token" TEXT,
    "expires_at" INTEGER,
    "token_type" TEXT,
    "scope" TEXT,
    "id_token" TEXT,
    "session_state" TEXT,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "sessionToken" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VerificationToken" (
    "identifier" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL
);

-- CreateTable
CREATE TABLE "Adoption" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "gemeenteId" UUID NOT NULL,
    "solutionId" UUID NOT NULL,
    "cycle" INTEGER NOT NULL DEFAULT 1,
    "status" "AdoptionStatus" NOT NULL,
    "since" DATE NOT NULL,
    "resumeStatus" "AdoptionStatus",
    "interestedOn" DATE,
    "committedOn" DATE,
    "inUseOn" DATE,
    "endedOn" DATE,
    "nextStep" TEXT,
    "nextOn" DATE,
    "contactName" TEXT,
    "leadName" TEXT,
    "coverage" INTEGER,
    "viaId" UUID,
    "isHidden" BOOLEAN NOT NULL DEFAULT false,
    "isPublic" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Adoption_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AdoptionEvent" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "adoptionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "from" "AdoptionStatus",
    "to" "AdoptionStatus" NOT NULL,
    "occurredOn" DATE NOT NULL,
    "isCorrection" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT,
    "body" "DecidingBody",
    "reference" TEXT,
    "data" JSONB NOT NULL DEFAULT '{}',
    "enteredById" UUID,
    "confirmedById" UUID,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "AdoptionEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AdoptionProposal" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "origin" "ProposalOrigin" NOT NULL,
    "state" "ProposalState" NOT NULL DEFAULT 'OPEN',
    "gemeenteId" UUID NOT NULL,
    "solutionId" UUID NOT NULL,
    "adoptionId" UUID,
    "to" "AdoptionStatus" NOT NULL,
    "step" JSONB NOT NULL DEFAULT '{}',
    "evidenceKind" TEXT,
    "evidenceDate" TEXT,
    "source" TEXT,
    "note" TEXT,
    "importKey" TEXT,
    "organisationId" UUID,
    "proposedById" UUID,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "decisionReason" TEXT,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "AdoptionProposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportedCount" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "solutionId" UUID NOT NULL,
    "statement" TEXT NOT NULL,
    "reportedOn" TEXT,
    "source" TEXT NOT NULL,
    "importKey" TEXT NOT NULL,

    CONSTRAINT "ReportedCount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,
    "organisationId" UUID,
    "action" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "isDemo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportRun" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "file" TEXT NOT NULL,
    "fileHash" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),
    "inserted" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "kept" INTEGER NOT NULL DEFAULT 0,
    "refused" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "ImportRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Gemeente" (
    "organisationId" UUID NOT NULL,
    "cbsCode" TEXT NOT NULL,
    "officialName" TEXT NOT NULL,
    "province" "Province" NOT NULL,
    "inhabitants" INTEGER NOT NULL,
    "emailDomain" TEXT,
    "hexCol" INTEGER NOT NULL,
    "hexRow" INTEGER NOT NULL,
    "validFrom" DATE,
    "validTo" DATE,
    "successorId" UUID,
    "inUseCount" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Gemeente_pkey" PRIMARY KEY ("organisationId")
);

-- CreateTable
CREATE TABLE "GemeenteYear" (
    "gemeenteId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "inhabitants" INTEGER NOT NULL,

    CONSTRAINT "GemeenteYear_pkey" PRIMARY KEY ("gemeenteId","year")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "kind" "OrganisationKind" NOT NULL,
    "name" TEXT NOT NULL,
    "tooiUri" TEXT,
    "website" TEXT,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Review" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "gemeenteId" UUID NOT NULL,
    "solutionId" UUID NOT NULL,
    "authorId" UUID,
    "kind" "ReviewKind" NOT NULL,
    "isOfficial" BOOLEAN NOT NULL,
    "addedValue" SMALLINT,
    "usability" SMALLINT,
    "implementability" SMALLINT,
    "costBenefit" SMALLINT,
    "standards" SMALLINT,
    "security" SMALLINT,
    "support" SMALLINT,
    "localFit" SMALLINT,
    "score" DOUBLE PRECISION,
    "recommend" SMALLINT,
    "leadTimeMonths" INTEGER,
    "effortHours" INTEGER,
    "tip" TEXT,
    "pitfall" TEXT,
    "reply" TEXT,
    "repliedAt" TIMESTAMPTZ(3),
    "writtenOn" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Solution" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "audience" TEXT NOT NULL DEFAULT '',
    "sideEffects" TEXT NOT NULL DEFAULT '',
    "kind" "SolutionKind" NOT NULL,
    "theme" "Theme" NOT NULL,
    "keywords" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "layer" "Layer",
    "phase" "SolutionPhase" NOT NULL,
    "phaseReason" TEXT,
    "obligation" "Obligation" NOT NULL DEFAULT 'VOLUNTARY',
    "publication" "Publication" NOT NULL DEFAULT 'DRAFT',
    "providerId" UUID NOT NULL,
    "providerLabel" TEXT,
    "homepage" TEXT,
    "repository" TEXT,
    "licence" TEXT,
    "licenceVerified" BOOLEAN NOT NULL DEFAULT false,
    "legalBasis" TEXT,
    "standards" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "priceModel" "PriceModel" NOT NULL DEFAULT 'UNKNOWN',
    "verification" "Verification",
    "source" TEXT,
    "sourceNote" TEXT,
    "confirmedOn" DATE,
    "participationPublic" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "importHash" TEXT,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "publishedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "interestedCount" INTEGER NOT NULL DEFAULT 0,
    "joiningCount" INTEGER NOT NULL DEFAULT 0,
    "inUseCount" INTEGER NOT NULL DEFAULT 0,
    "inUseInhabitants" INTEGER NOT NULL DEFAULT 0,
    "reportedCount" INTEGER NOT NULL DEFAULT 0,
    "ratingCount" INTEGER NOT NULL DEFAULT 0,
    "ratingSum" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "ratingWeight" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "search" tsvector,
    "searchText" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Solution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SolutionLink" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "solutionId" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "visibility" "LinkVisibility" NOT NULL DEFAULT 'PUBLIC',
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "SolutionLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SolutionVersion" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "solutionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "publication" "Publication" NOT NULL,
    "content" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "comment" TEXT,
    "authorId" UUID,
    "approverId" UUID,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SolutionVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SolutionRelation" (
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "kind" "RelationKind" NOT NULL,
    "source" TEXT,

    CONSTRAINT "SolutionRelation_pkey" PRIMARY KEY ("fromId","toId","kind")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "Membership_organisationId_idx" ON "Membership"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_userId_organisationId_role_key" ON "Membership"("userId", "organisationId", "role");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_provider_providerAccountId_key" ON "Account"("provider", "providerAccountId");

-- CreateIndex
CREATE UNIQUE INDEX "Session_sessionToken_key" ON "Session"("sessionToken");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "VerificationToken_token_key" ON "VerificationToken"("token");

-- CreateIndex
CREATE UNIQUE INDEX "VerificationToken_identifier_token_key" ON "VerificationToken"("identifier", "token");

-- CreateIndex
CREATE INDEX "Adoption_solutionId_status_idx" ON "Adoption"("solutionId", "status");

-- CreateIndex
CREATE UNIQUE INDEX "Adoption_gemeenteId_solutionId_cycle_key" ON "Adoption"("gemeenteId", "solutionId", "cycle");

-- CreateIndex
CREATE INDEX "AdoptionEvent_occurredOn_idx" ON "AdoptionEvent"("occurredOn");

-- CreateIndex
CREATE UNIQUE INDEX "AdoptionEvent_adoptionId_position_key" ON "AdoptionEvent"("adoptionId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "AdoptionProposal_importKey_key" ON "AdoptionProposal"("importKey");

-- CreateIndex
CREATE INDEX "AdoptionProposal_gemeenteId_state_idx" ON "AdoptionProposal"("gemeenteId", "state");

-- CreateIndex
CREATE INDEX "AdoptionProposal_solutionId_state_idx" ON "AdoptionProposal"("solutionId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "ReportedCount_importKey_key" ON "ReportedCount"("importKey");

-- CreateIndex
CREATE INDEX "ReportedCount_solutionId_idx" ON "ReportedCount"("solutionId");

-- CreateIndex
CREATE INDEX "AuditEvent_subjectType_subjectId_idx" ON "AuditEvent"("subjectType", "subjectId");

-- CreateIndex
CREATE INDEX "AuditEvent_organisationId_at_idx" ON "AuditEvent"("organisationId", "at");

-- CreateIndex
CREATE INDEX "AuditEvent_actorId_idx" ON "AuditEvent"("actorId");

-- CreateIndex
CREATE INDEX "ImportRun_file_startedAt_idx" ON "ImportRun"("file", "startedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Gemeente_cbsCode_key" ON "Gemeente"("cbsCode");

-- CreateIndex
CREATE UNIQUE INDEX "Gemeente_officialName_key" ON "Gemeente"("officialName");

-- CreateIndex
CREATE INDEX "Gemeente_province_idx" ON "Gemeente"("province");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_slug_key" ON "Organisation"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_tooiUri_key" ON "Organisation"("tooiUri");

-- CreateIndex
CREATE INDEX "Organisation_kind_name_idx" ON "Organisation"("kind", "name");

-- CreateIndex
CREATE INDEX "Review_solutionId_isOfficial_writtenOn_idx" ON "Review"("solutionId", "isOfficial", "writtenOn");

-- CreateIndex
CREATE INDEX "Review_gemeenteId_idx" ON "Review"("gemeenteId");

-- CreateIndex
CREATE UNIQUE INDEX "Solution_slug_key" ON "Solution"("slug");

-- CreateIndex
CREATE INDEX "Solution_search_idx" ON "Solution" USING GIN ("search");

-- CreateIndex
CREATE INDEX "Solution_searchText_idx" ON "Solution" USING GIN ("searchText" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Solution_publication_name_idx" ON "Solution"("publication", "name");

-- CreateIndex
CREATE INDEX "Solution_providerId_idx" ON "Solution"("providerId");

-- CreateIndex
CREATE INDEX "SolutionLink_solutionId_position_idx" ON "SolutionLink"("solutionId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "SolutionVersion_solutionId_number_key" ON "SolutionVersion"("solutionId", "number");

-- CreateIndex
CREATE INDEX "SolutionRelation_toId_idx" ON "SolutionRelation"("toId");

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_activeOrganisationId_fkey" FOREIGN KEY ("activeOrganisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Adoption" ADD CONSTRAINT "Adoption_gemeenteId_fkey" FOREIGN KEY ("gemeenteId") REFERENCES "Gemeente"("organisationId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Adoption" ADD CONSTRAINT "Adoption_solutionId_fkey" FOREIGN KEY ("solutionId") REFERENCES "Solution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Adoption" ADD CONSTRAINT "Adoption_viaId_fkey" FOREIGN KEY ("viaId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdoptionEvent" ADD CONSTRAINT "AdoptionEvent_adoptionId_fkey" FOREIGN KEY ("adoptionId") REFERENCES "Adoption"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdoptionEvent" ADD CONSTRAINT "AdoptionEvent_enteredById_fkey" FOREIGN KEY ("enteredById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdoptionEvent" ADD CONSTRAINT "AdoptionEvent_confirmedById_fkey" FOREIGN KEY ("confirmedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdoptionProposal" ADD CONSTRAINT "AdoptionProposal_gemeenteId_fkey" FOREIGN KEY ("gemeenteId") REFERENCES "Gemeente"("organisationId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdoptionProposal" ADD CONSTRAINT "AdoptionProposal_solutionId_fkey" FOREIGN KEY ("solutionId") REFERENCES "Solution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdoptionProposal" ADD CONSTRAINT "AdoptionProposal_adoptionId_fkey" FOREIGN KEY ("adoptionId") REFERENCES "Adoption"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdoptionProposal" ADD CONSTRAINT "AdoptionProposal_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdoptionProposal" ADD CONSTRAINT "AdoptionProposal_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdoptionProposal" ADD CONSTRAINT "AdoptionProposal_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportedCount" ADD CONSTRAINT "ReportedCount_solutionId_fkey" FOREIGN KEY ("solutionId") REFERENCES "Solution"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Gemeente" ADD CONSTRAINT "Gemeente_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Gemeente" ADD CONSTRAINT "Gemeente_successorId_fkey" FOREIGN KEY ("successorId") REFERENCES "Gemeente"("organisationId") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GemeenteYear" ADD CONSTRAINT "GemeenteYear_gemeenteId_fkey" FOREIGN KEY ("gemeenteId") REFERENCES "Gemeente"("organisationId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_gemeenteId_fkey" FOREIGN KEY ("gemeenteId") REFERENCES "Gemeente"("organisationId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_solutionId_fkey" FOREIGN KEY ("solutionId") REFERENCES "Solution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Solution" ADD CONSTRAINT "Solution_providerId_fkey" FOREIGN KEY ("providerId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SolutionLink" ADD CONSTRAINT "SolutionLink_solutionId_fkey" FOREIGN KEY ("solutionId") REFERENCES "Solution"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SolutionVersion" ADD CONSTRAINT "SolutionVersion_solutionId_fkey" FOREIGN KEY ("solutionId") REFERENCES "Solution"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SolutionVersion" ADD CONSTRAINT "SolutionVersion_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SolutionVersion" ADD CONSTRAINT "SolutionVersion_approverId_fkey" FOREIGN KEY ("approverId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SolutionRelation" ADD CONSTRAINT "SolutionRelation_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Solution"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SolutionRelation" ADD CONSTRAINT "SolutionRelation_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Solution"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- Wrong states must be impossible, whoever writes them.
ALTER TABLE "Solution"
  ADD CONSTRAINT "Solution_slug_shape" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "Solution_version_positive" CHECK ("version" >= 1);
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_slug_shape" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "SolutionRelation" ADD CONSTRAINT "SolutionRelation_not_itself" CHECK ("fromId" <> "toId");
ALTER TABLE "Gemeente"
  ADD CONSTRAINT "Gemeente_inhabitants_positive" CHECK ("inhabitants" > 0),
  ADD CONSTRAINT "Gemeente_validity" CHECK ("validTo" > "validFrom");
CREATE UNIQUE INDEX "Gemeente_hex_unique" ON "Gemeente" ("hexCol", "hexRow") WHERE "validTo" IS NULL;
ALTER TABLE "GemeenteYear" ADD CONSTRAINT "GemeenteYear_inhabitants_positive" CHECK ("inhabitants" > 0);
ALTER TABLE "Adoption"
  ADD CONSTRAINT "Adoption_dates_in_order" CHECK (
    ("committedOn" IS NULL OR "interestedOn" IS NULL OR "committedOn" >= "interestedOn")
    AND ("inUseOn" IS NULL OR "committedOn" IS NULL OR "inUseOn" >= "committedOn")
    AND ("inUseOn" IS NULL OR "interestedOn" IS NULL OR "inUseOn" >= "interestedOn")
    AND ("endedOn" IS NULL OR "inUseOn" IS NULL OR "endedOn" >= "inUseOn")),
  ADD CONSTRAINT "Adoption_coverage_percent" CHECK ("coverage" BETWEEN 0 AND 100),
  ADD CONSTRAINT "Adoption_cycle_positive" CHECK ("cycle" >= 1),
  ADD CONSTRAINT "Adoption_on_hold_remembers" CHECK (("status" = 'ON_HOLD') = ("resumeStatus" IS NOT NULL)),
  ADD CONSTRAINT "Adoption_ended_has_date" CHECK ("status" <> 'ENDED' OR "endedOn" IS NOT NULL);
ALTER TABLE "AdoptionEvent"
  ADD CONSTRAINT "AdoptionEvent_correction_has_reason" CHECK (NOT "isCorrection" OR length("reason") > 0),
  ADD CONSTRAINT "AdoptionEvent_second_person" CHECK ("confirmedById" IS NULL OR "confirmedById" <> "enteredById");
ALTER TABLE "AdoptionProposal"
  ADD CONSTRAINT "AdoptionProposal_decided" CHECK (("state" = 'OPEN') = ("decidedAt" IS NULL)),
  ADD CONSTRAINT "AdoptionProposal_second_person" CHECK (
    "origin" <> 'SECOND_PERSON' OR "state" <> 'CONFIRMED' OR "decidedById" IS DISTINCT FROM "proposedById");
-- One decision at a time waits for its second person.
CREATE UNIQUE INDEX "AdoptionProposal_one_decision" ON "AdoptionProposal" ("adoptionId")
  WHERE "state" = 'OPEN' AND "origin" = 'SECOND_PERSON';
-- One edit at a time waits for approval.
CREATE UNIQUE INDEX "SolutionVersion_one_open" ON "SolutionVersion" ("solutionId")
  WHERE "publication" <> 'PUBLISHED' AND "publication" <> 'ARCHIVED';
ALTER TABLE "SolutionVersion" ADD CONSTRAINT "SolutionVersion_second_person" CHECK (
  "approverId" IS NULL OR "approverId" IS DISTINCT FROM "authorId");
ALTER TABLE "Review"
  ADD CONSTRAINT "Review_criteria_1_to_5" CHECK (
    "addedValue" BETWEEN 1 AND 5 AND "usability" BETWEEN 1 AND 5 AND "implementability" BETWEEN 1 AND 5
    AND "costBenefit" BETWEEN 1 AND 5 AND "standards" BETWEEN 1 AND 5 AND "security" BETWEEN 1 AND 5
    AND "support" BETWEEN 1 AND 5 AND "localFit" BETWEEN 1 AND 5),
  ADD CONSTRAINT "Review_score_1_to_5" CHECK ("score" BETWEEN 1 AND 5),
  ADD CONSTRAINT "Review_recommend_0_to_10" CHECK ("recommend" BETWEEN 0 AND 10),
  ADD CONSTRAINT "Review_effort_positive" CHECK ("leadTimeMonths" >= 0 AND "effortHours" >= 0);

-- History is only ever added to. What was invented for the demonstration may be cleared as a
-- whole, by a transaction that says so.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD."isDemo" AND current_setting('pluseen.clear_demo', true) = 'on' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION refuse_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "AdoptionEvent" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON "AdoptionEvent" FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON "AuditEvent" FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();

-- Each step starts where the one before it ended, on the same day or later; only a correction
-- may go back in time.
CREATE FUNCTION check_adoption_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE previous "AdoptionEvent";
BEGIN
  SELECT * INTO previous FROM "AdoptionEvent"
    WHERE "adoptionId" = NEW."adoptionId" ORDER BY "position" DESC LIMIT 1;
  IF NEW."position" <> coalesce(previous."position", 0) + 1
     OR NEW."from" IS DISTINCT FROM previous."to" THEN
    RAISE EXCEPTION 'adoption event out of sequence' USING ERRCODE = 'check_violation';
  END IF;
  IF NOT NEW."isCorrection" AND NEW."occurredOn" < previous."occurredOn" THEN
    RAISE EXCEPTION 'adoption event before its predecessor' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER in_sequence BEFORE INSERT ON "AdoptionEvent" FOR EACH ROW EXECUTE FUNCTION check_adoption_event();

-- Full text: a plain column filled by a trigger, because a generated column makes every
-- later schema comparison see a difference.
CREATE FUNCTION fill_solution_search() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  words text := array_to_string(NEW."keywords", ' ');
  provider text := coalesce(NEW."providerLabel", (SELECT name FROM "Organisation" WHERE id = NEW."providerId"), '');
BEGIN
  NEW."search" :=
    setweight(to_tsvector('dutch', f_unaccent(NEW."name")), 'A') ||
    setweight(to_tsvector('simple', f_unaccent(NEW."name")), 'A') ||
    setweight(to_tsvector('dutch', f_unaccent(words)), 'B') ||
    setweight(to_tsvector('dutch', f_unaccent(NEW."summary")), 'B') ||
    setweight(to_tsvector('dutch', f_unaccent(provider)), 'C') ||
    setweight(to_tsvector('dutch', f_unaccent(coalesce(NEW."legalBasis", '') || ' ' || array_to_string(NEW."standards", ' '))), 'C') ||
    setweight(to_tsvector('dutch', f_unaccent(NEW."description")), 'D');
  NEW."searchText" := lower(f_unaccent(NEW."name" || ' ' || words || ' ' || NEW."summary"));
  RETURN NEW;
END $$;
CREATE TRIGGER fill_search BEFORE INSERT OR UPDATE OF "name", "keywords", "summary", "description", "providerLabel", "providerId", "legalBasis", "standards"
  ON "Solution" FOR EACH ROW EXECUTE FUNCTION fill_solution_search();

-- Counters are recounted, never incremented: they cannot drift. Call with the row locked, in a
-- statement after the lock, so that the count sees what others committed.
CREATE FUNCTION recount_solution(solution uuid) RETURNS void LANGUAGE sql AS $$
  UPDATE "Solution" s SET
    "interestedCount" = c.interested, "joiningCount" = c.joining, "inUseCount" = c.in_use,
    "inUseInhabitants" = c.inhabitants, "reportedCount" = p.reported,
    "ratingCount" = r.n, "ratingSum" = r.total, "ratingWeight" = r.weight
  FROM
    (SELECT
       count(*) FILTER (WHERE a."status" IN ('INTERESTED', 'EXPLORING', 'DECIDING')) AS interested,
       count(*) FILTER (WHERE a."status" IN ('COMMITTED', 'CONNECTING', 'PILOT')) AS joining,
       count(*) FILTER (WHERE a."status" IN ('IN_USE', 'PHASING_OUT')) AS in_use,
       coalesce(sum(g."inhabitants") FILTER (WHERE a."status" IN ('IN_USE', 'PHASING_OUT')), 0) AS inhabitants
     FROM "Adoption" a JOIN "Gemeente" g ON g."organisationId" = a."gemeenteId"
     WHERE a."solutionId" = solution AND g."validTo" IS NULL) c,
    (SELECT count(DISTINCT "gemeenteId") AS reported FROM "AdoptionProposal"
     WHERE "solutionId" = solution AND "origin" = 'PUBLIC_SOURCE' AND "state" = 'OPEN') p,
    (SELECT count(*) AS n, coalesce(sum(score * weight), 0) AS total, coalesce(sum(weight), 0) AS weight
     FROM (SELECT DISTINCT ON ("gemeenteId") "score",
             CASE WHEN "writtenOn" < current_date - interval '24 months' THEN 0.5 ELSE 1 END AS weight
           FROM "Review"
           WHERE "solutionId" = solution AND "isOfficial" AND "kind" = 'EXPERIENCE' AND "score" IS NOT NULL
           ORDER BY "gemeenteId", "writtenOn" DESC, "createdAt" DESC) newest) r
  WHERE s."id" = solution
$$;
CREATE FUNCTION recount_gemeente(gemeente uuid) RETURNS void LANGUAGE sql AS $$
  UPDATE "Gemeente" SET "inUseCount" = (
    SELECT count(*) FROM "Adoption" a JOIN "Solution" s ON s."id" = a."solutionId"
    WHERE a."gemeenteId" = gemeente AND a."status" IN ('IN_USE', 'PHASING_OUT') AND s."publication" = 'PUBLISHED')
  WHERE "organisationId" = gemeente
$$;
