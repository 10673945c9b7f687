-- The language of the field: what people type and the words under which it is known here.
CREATE TABLE "Synonym" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "term" TEXT NOT NULL,
    "expansions" TEXT[],
    "isMutual" BOOLEAN NOT NULL DEFAULT false,
    "weight" SMALLINT NOT NULL DEFAULT 80,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "importHash" TEXT,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Synonym_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Synonym_weight" CHECK ("weight" BETWEEN 1 AND 100),
    CONSTRAINT "Synonym_expands" CHECK (cardinality("expansions") BETWEEN 1 AND 30)
);
CREATE UNIQUE INDEX "Synonym_term_key" ON "Synonym"("term");

CREATE CONSTRAINT TRIGGER note_synonym AFTER INSERT OR UPDATE OR DELETE ON "Synonym"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_catalogue_change('synonyms');
