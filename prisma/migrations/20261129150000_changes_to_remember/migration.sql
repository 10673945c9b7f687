-- What a process remembers of the published solutions it reads again when it changed, one solution at a
-- time: this says which (docs/decisions/0034). A row stays when its solution is gone, because that too is
-- a change.
CREATE TABLE "SolutionChange" (
    "solutionId" UUID NOT NULL,
    "changedIn" BIGINT NOT NULL,

    CONSTRAINT "SolutionChange_pkey" PRIMARY KEY ("solutionId")
);
CREATE INDEX "SolutionChange_changedIn_idx" ON "SolutionChange"("changedIn");

CREATE FUNCTION note_solution_change(solution uuid) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "SolutionChange" AS c ("solutionId", "changedIn") VALUES (solution, pg_current_xact_id()::text::bigint)
  ON CONFLICT ("solutionId") DO UPDATE SET "changedIn" = excluded."changedIn" WHERE c."changedIn" <> excluded."changedIn"
$$;
CREATE FUNCTION note_changed_solution() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM note_solution_change(coalesce(NEW."id", OLD."id"));
  RETURN NULL;
END $$;
CREATE TRIGGER note_new_or_gone AFTER INSERT OR DELETE ON "Solution" FOR EACH ROW EXECUTE FUNCTION note_changed_solution();
CREATE TRIGGER note_changed AFTER UPDATE ON "Solution" FOR EACH ROW
  WHEN ((OLD."publication", OLD."slug", OLD."name", OLD."keywords", OLD."summary", OLD."audience", OLD."description", OLD."providerLabel",
      OLD."providerId", OLD."legalBasis", OLD."standards", OLD."kind", OLD."theme", OLD."layer", OLD."phase", OLD."obligation",
      OLD."licence", OLD."priceModel", OLD."confirmedOn", OLD."publishedAt", OLD."inUseCount", OLD."joiningCount", OLD."reportedCount",
      OLD."ratingCount", OLD."ratingSum", OLD."ratingWeight")
    IS DISTINCT FROM
    (NEW."publication", NEW."slug", NEW."name", NEW."keywords", NEW."summary", NEW."audience", NEW."description", NEW."providerLabel",
      NEW."providerId", NEW."legalBasis", NEW."standards", NEW."kind", NEW."theme", NEW."layer", NEW."phase", NEW."obligation",
      NEW."licence", NEW."priceModel", NEW."confirmedOn", NEW."publishedAt", NEW."inUseCount", NEW."joiningCount", NEW."reportedCount",
      NEW."ratingCount", NEW."ratingSum", NEW."ratingWeight"))
  EXECUTE FUNCTION note_changed_solution();

-- A provider that changes touches its solutions, which are then noted with the same lock.
CREATE TRIGGER note_touched AFTER UPDATE OF "providerId" ON "Solution" FOR EACH ROW EXECUTE FUNCTION note_changed_solution();
DROP TRIGGER reindex_provider ON "Organisation";
CREATE TRIGGER reindex_provider AFTER UPDATE OF "name", "slug" ON "Organisation" FOR EACH ROW
  WHEN ((OLD."name", OLD."slug") IS DISTINCT FROM (NEW."name", NEW."slug")) EXECUTE FUNCTION reindex_provider();

SELECT count(*) FROM (SELECT note_solution_change("id") FROM "Solution" OFFSET 0) AS noted;

-- Counts are no longer remembered by a version: they follow from what is remembered of each solution.
DROP TRIGGER note_changed_facets ON "Solution";
CREATE OR REPLACE FUNCTION note_catalogue_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  mine bigint := pg_current_xact_id()::text::bigint;
BEGIN
  CASE TG_ARGV[0]
    WHEN 'words' THEN UPDATE "CatalogueVersion" SET "words" = mine WHERE "words" <> mine;
    WHEN 'synonyms' THEN UPDATE "CatalogueVersion" SET "synonyms" = mine WHERE "synonyms" <> mine;
  END CASE;
  RETURN NULL;
END $$;
ALTER TABLE "CatalogueVersion" DROP COLUMN "counts";
