-- A list of usual steps that somebody edited: it is theirs from then on, loading the reference data leaves it alone.
CREATE TABLE "TaskTemplateList" (
    "scope" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "TaskTemplateList_pkey" PRIMARY KEY ("scope")
);
ALTER TABLE "TaskTemplate" ADD CONSTRAINT "TaskTemplate_label" CHECK (length("label") BETWEEN 1 AND 200);
