-- Everybody who wrote an edit, not only whoever did so last: none of them is its second person.
ALTER TABLE "SolutionVersion" ADD COLUMN "writerIds" UUID[] DEFAULT ARRAY[]::UUID[];
UPDATE "SolutionVersion" SET "writerIds" = ARRAY["authorId"] WHERE "authorId" IS NOT NULL;
ALTER TABLE "SolutionVersion" ADD CONSTRAINT "SolutionVersion_approver_wrote_nothing" CHECK (
  "approverId" IS NULL OR ("writerIds" IS NOT NULL AND NOT ("approverId" = ANY("writerIds"))));
