-- The steps that an adoption usually takes, per solution or per kind of solution: reference data.
CREATE TABLE "TaskTemplate" (
    "scope" TEXT NOT NULL,
    "position" SMALLINT NOT NULL,
    "label" TEXT NOT NULL,

    CONSTRAINT "TaskTemplate_pkey" PRIMARY KEY ("scope", "position")
);

CREATE TABLE "AdoptionTask" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "adoptionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "isOwn" BOOLEAN NOT NULL,
    "ownerName" TEXT,
    "dueOn" DATE,
    "doneOn" DATE,
    "doneById" UUID,
    "evidence" TEXT,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AdoptionTask_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "AdoptionTask_label" CHECK (length("label") BETWEEN 1 AND 200),
    CONSTRAINT "AdoptionTask_done_by" CHECK ("doneOn" IS NOT NULL OR "doneById" IS NULL)
);
CREATE UNIQUE INDEX "AdoptionTask_adoptionId_position_key" ON "AdoptionTask"("adoptionId", "position");
CREATE INDEX "AdoptionTask_doneById_idx" ON "AdoptionTask"("doneById");
ALTER TABLE "AdoptionTask" ADD CONSTRAINT "AdoptionTask_adoptionId_fkey" FOREIGN KEY ("adoptionId") REFERENCES "Adoption"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "AdoptionTask" ADD CONSTRAINT "AdoptionTask_doneById_fkey" FOREIGN KEY ("doneById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The colleague to whom the manager gave the task: explores, connects and tries out.
ALTER TABLE "Adoption" ADD COLUMN "leadId" UUID;
CREATE INDEX "Adoption_leadId_idx" ON "Adoption"("leadId");
ALTER TABLE "Adoption" ADD CONSTRAINT "Adoption_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
