-- Search answers from a list of words per published solution instead of full text per row: a word
-- knows in which fields it stands, so that the question decides what each is worth, and the words of
-- the whole catalogue are at hand for compounds and typing errors (docs/zoeken.md).

-- The key under which the forms of one word meet: the Dutch stem, with doubled letters once ("inlogg"
-- and "inlog", "parkeer" and "parker") and v and z as at the end of a word ("brieven", "brief"). Of
-- -baar, -lijk and -heid only the endings go: the stemmer would make "open" of "openbaarheid" and "over"
-- of "overheid". Short keys are left alone: they are abbreviations.
CREATE FUNCTION search_stem(word text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS $$
    SELECT CASE WHEN length(stem) < 5 THEN stem
      ELSE regexp_replace(regexp_replace(regexp_replace(stem, '([a-z])\1', '\1', 'g'), 'v$', 'f'), 'z$', 's') END
    FROM (
      SELECT CASE
        WHEN bare ~ '..(baar|bare)$' THEN regexp_replace(bare, 'ba?are?$', 'bar')
        WHEN bare ~ '...lijke?$' THEN regexp_replace(bare, 'e$', '')
        WHEN bare ~ 'heid$' THEN bare
        ELSE coalesce((ts_lexize('pg_catalog.dutch_stem', bare))[1], bare) END AS stem
      FROM (SELECT regexp_replace(regexp_replace(word, 'heden$', 'heid'), '(.....)heid$', '\1') AS bare) AS without_ending) AS stemmed
  $$;

-- The words of a text, lower case and without accents; what hyphens, dots or slashes tie together also
-- as one word ("e-mail": e, mail, email).
CREATE FUNCTION search_words(given text) RETURNS SETOF text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS $$
    SELECT word
    FROM regexp_matches(lower(f_unaccent(given)), '[[:alnum:]]+(?:[-+''./&][[:alnum:]]+)*', 'g') AS found(chunk),
      LATERAL (
        SELECT regexp_split_to_table(chunk[1], '[^[:alnum:]]+')
        UNION SELECT regexp_replace(chunk[1], '[^[:alnum:]]+', '', 'g')) AS split(word)
    WHERE length(word) BETWEEN 2 AND 60 OR word ~ '^[0-9]$'
  $$;

CREATE TABLE "SolutionWord" (
    "solutionId" UUID NOT NULL,
    "word" TEXT NOT NULL,
    "stem" TEXT NOT NULL,
    "fields" SMALLINT NOT NULL,

    CONSTRAINT "SolutionWord_pkey" PRIMARY KEY ("solutionId","word")
);
CREATE INDEX "SolutionWord_stem_solutionId_fields_idx" ON "SolutionWord"("stem", "solutionId", "fields");
ALTER TABLE "SolutionWord" ADD CONSTRAINT "SolutionWord_solutionId_fkey" FOREIGN KEY ("solutionId") REFERENCES "Solution"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Only what is published has words: what nobody may find cannot be found. The bits of "fields" are
-- those of lib/search/rules.ts: 1 name, 2 keywords, 4 summary, 8 audience, 16 provider, law and
-- standards, 32 description.
CREATE FUNCTION index_solution_words() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  provider text := concat_ws(' ', NEW."providerLabel", (SELECT name FROM "Organisation" WHERE id = NEW."providerId"));
BEGIN
  DELETE FROM "SolutionWord" WHERE "solutionId" = NEW."id";
  IF NEW."publication" = 'PUBLISHED' THEN
    INSERT INTO "SolutionWord" ("solutionId", "word", "stem", "fields")
    SELECT NEW."id", word, search_stem(word), bit_or(field)
    FROM (
      SELECT 1::smallint AS field, search_words(NEW."name" || ' ' || NEW."slug") AS word
      UNION ALL SELECT 2::smallint, search_words(array_to_string(NEW."keywords", ' '))
      UNION ALL SELECT 4::smallint, search_words(NEW."summary")
      UNION ALL SELECT 8::smallint, search_words(NEW."audience")
      UNION ALL SELECT 16::smallint, search_words(concat_ws(' ', provider, NEW."legalBasis", array_to_string(NEW."standards", ' ')))
      UNION ALL SELECT 32::smallint, search_words(NEW."description")) AS words
    -- Words that are in every text ("de", "voor") find nothing.
    WHERE cardinality(ts_lexize('pg_catalog.dutch_stem', word)) > 0
    GROUP BY word;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER index_words AFTER INSERT OR UPDATE OF "name", "slug", "keywords", "summary", "audience", "description", "providerLabel",
  "providerId", "legalBasis", "standards", "publication" ON "Solution" FOR EACH ROW EXECUTE FUNCTION index_solution_words();

-- A provider that is renamed is found by its new name.
CREATE FUNCTION reindex_provider() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Solution" SET "providerId" = NEW."id" WHERE "providerId" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER reindex_provider AFTER UPDATE OF "name" ON "Organisation" FOR EACH ROW
  WHEN (OLD."name" IS DISTINCT FROM NEW."name") EXECUTE FUNCTION reindex_provider();

-- What a process remembers of the catalogue is right as long as these are the same: its words, the
-- counts of the unfiltered list, and the synonyms. Each is the number of the transaction that changed
-- something last.
CREATE TABLE "CatalogueVersion" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "words" BIGINT NOT NULL DEFAULT 0,
    "counts" BIGINT NOT NULL DEFAULT 0,
    "synonyms" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "CatalogueVersion_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "CatalogueVersion_one" CHECK ("id" = 1)
);
INSERT INTO "CatalogueVersion" DEFAULT VALUES;

-- Called with what changed. At the end of the transaction, when it has all its other locks: so nobody
-- waits for a row while holding this one.
CREATE FUNCTION note_catalogue_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  mine bigint := pg_current_xact_id()::text::bigint;
BEGIN
  CASE TG_ARGV[0]
    WHEN 'words' THEN UPDATE "CatalogueVersion" SET "words" = mine, "counts" = mine WHERE "words" <> mine;
    WHEN 'counts' THEN UPDATE "CatalogueVersion" SET "counts" = mine WHERE "counts" <> mine;
    WHEN 'synonyms' THEN UPDATE "CatalogueVersion" SET "synonyms" = mine WHERE "synonyms" <> mine;
  END CASE;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER note_new_solution AFTER INSERT OR DELETE ON "Solution"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_catalogue_change('words');
CREATE CONSTRAINT TRIGGER note_changed_text AFTER UPDATE ON "Solution"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN ((OLD."publication", OLD."name", OLD."keywords", OLD."summary", OLD."audience", OLD."description", OLD."providerLabel",
      OLD."providerId", OLD."legalBasis", OLD."standards")
    IS DISTINCT FROM
    (NEW."publication", NEW."name", NEW."keywords", NEW."summary", NEW."audience", NEW."description", NEW."providerLabel",
      NEW."providerId", NEW."legalBasis", NEW."standards"))
  EXECUTE FUNCTION note_catalogue_change('words');
CREATE CONSTRAINT TRIGGER note_changed_facets AFTER UPDATE ON "Solution"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN ((OLD."kind", OLD."theme", OLD."layer", OLD."phase", OLD."obligation", OLD."licence", OLD."priceModel", OLD."confirmedOn",
      OLD."ratingCount", OLD."ratingSum", OLD."ratingWeight")
    IS DISTINCT FROM
    (NEW."kind", NEW."theme", NEW."layer", NEW."phase", NEW."obligation", NEW."licence", NEW."priceModel", NEW."confirmedOn",
      NEW."ratingCount", NEW."ratingSum", NEW."ratingWeight"))
  EXECUTE FUNCTION note_catalogue_change('counts');
CREATE CONSTRAINT TRIGGER note_renamed_provider AFTER UPDATE ON "Organisation"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD."name" IS DISTINCT FROM NEW."name") EXECUTE FUNCTION note_catalogue_change('words');

-- The lists of the whole catalogue, each read from the front of its index. The first is the default:
-- what still exists, then most taking part as far as everybody may see, see `byUse` in lib/search.
CREATE INDEX "Solution_by_use" ON "Solution" (
    ("phase" IN ('RETIRED', 'STOPPED')),
    ((CASE WHEN "inUseCount" < 3 THEN 0 ELSE "inUseCount" END + CASE WHEN "joiningCount" < 3 THEN 0 ELSE "joiningCount" END)) DESC,
    "reportedCount" DESC, "name", "id"
  ) WHERE "publication" = 'PUBLISHED';
CREATE INDEX "Solution_by_name" ON "Solution" (lower(f_unaccent("name")), "id") WHERE "publication" = 'PUBLISHED';

DROP TRIGGER fill_search ON "Solution";
DROP FUNCTION fill_solution_search();
DROP INDEX "Solution_search_idx";
DROP INDEX "Solution_searchText_idx";
ALTER TABLE "Solution" DROP COLUMN "search", DROP COLUMN "searchText";

-- A licence as a choice: without what a source remarks about it in brackets.
CREATE FUNCTION licence_name(licence text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS $$ SELECT regexp_replace(licence, '\s*\(.*\)\s*$', '') $$;
CREATE FUNCTION licence_word(licence text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS $$ SELECT CASE WHEN licence = '' THEN 'niet-vermeld'
    ELSE trim('-' FROM lower(regexp_replace(licence_name(licence), '[^[:alnum:]]+', '-', 'g'))) END $$;

-- What was there gets its words.
UPDATE "Solution" SET "publication" = "publication";
