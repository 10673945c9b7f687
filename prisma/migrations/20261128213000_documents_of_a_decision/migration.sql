CREATE TYPE "DocumentKind" AS ENUM ('COLLEGE_DECISION', 'RAAD_DECISION', 'STATEMENT', 'AGREEMENT');
CREATE TYPE "DocumentVisibility" AS ENUM ('OWN', 'PROVIDER', 'GEMEENTEN', 'PUBLIC');

-- A file where files are kept, known here before it is written: what no document points at after an hour is swept away.
CREATE TABLE "StoredFile" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StoredFile_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "StoredFile_createdAt_idx" ON "StoredFile"("createdAt");

-- A document behind a decision. It stays within the gemeente unless that says otherwise.
CREATE TABLE "AdoptionDocument" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "adoptionId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "kind" "DocumentKind" NOT NULL,
    "title" TEXT NOT NULL,
    "datedOn" DATE NOT NULL,
    "visibility" "DocumentVisibility" NOT NULL DEFAULT 'OWN',
    "format" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "addedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "AdoptionDocument_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "AdoptionDocument_title" CHECK (length("title") BETWEEN 1 AND 200),
    CONSTRAINT "AdoptionDocument_format" CHECK ("format" IN ('pdf', 'odt', 'docx', 'png', 'jpg')),
    CONSTRAINT "AdoptionDocument_bytes" CHECK ("bytes" BETWEEN 1 AND 10485760),
    CONSTRAINT "AdoptionDocument_digest" CHECK ("digest" ~ '^[0-9a-f]{64}$')
);
CREATE UNIQUE INDEX "AdoptionDocument_fileId_key" ON "AdoptionDocument"("fileId");
CREATE INDEX "AdoptionDocument_adoptionId_idx" ON "AdoptionDocument"("adoptionId");
CREATE INDEX "AdoptionDocument_addedById_idx" ON "AdoptionDocument"("addedById");
ALTER TABLE "AdoptionDocument" ADD CONSTRAINT "AdoptionDocument_adoptionId_fkey" FOREIGN KEY ("adoptionId") REFERENCES "Adoption"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "AdoptionDocument" ADD CONSTRAINT "AdoptionDocument_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "AdoptionDocument" ADD CONSTRAINT "AdoptionDocument_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
