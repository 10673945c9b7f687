-- Who was erased stays as a row without a person: what they decided stays true.
ALTER TABLE "User"
  ADD COLUMN "erasedAt" TIMESTAMPTZ(3),
  ADD COLUMN "erasureAnnouncedAt" TIMESTAMPTZ(3);
-- The one change that the history of adoptions allows: a name in it gives way, and the row says so.
ALTER TABLE "AdoptionEvent" ADD COLUMN "erasedAt" TIMESTAMPTZ(3);

CREATE FUNCTION is_erasure(before "AdoptionEvent", after "AdoptionEvent") RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp
  RETURN after."erasedAt" IS NOT NULL AND after."erasedAt" IS DISTINCT FROM before."erasedAt"
    AND to_jsonb(after) - '{data,erasedAt}'::text[] = to_jsonb(before) - '{data,erasedAt}'::text[]
    AND after."data" - '{contactName,leadName}'::text[] = before."data" - '{contactName,leadName}'::text[]
    AND (after."data"->>'contactName' IS NOT DISTINCT FROM before."data"->>'contactName'
      OR (before."data" ? 'contactName' AND after."data"->>'contactName' LIKE 'voormalig %'))
    AND (after."data"->>'leadName' IS NOT DISTINCT FROM before."data"->>'leadName'
      OR (before."data" ? 'leadName' AND after."data"->>'leadName' LIKE 'voormalig %'));

CREATE FUNCTION refuse_event_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD."isDemo" AND current_setting('pluseen.clear_demo', true) = 'on' THEN
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE' AND is_erasure(OLD, NEW) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER append_only ON "AdoptionEvent";
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "AdoptionEvent" FOR EACH ROW EXECUTE FUNCTION refuse_event_change();

-- No erasure without its trace in the log, in the same transaction; asked when that ends.
CREATE FUNCTION require_traced_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "AuditEvent" WHERE "action" = 'person.erased' AND "at" >= now() - interval '1 second'
      AND xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'an erasure without its audit event' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER traced_erasure AFTER UPDATE ON "AdoptionEvent" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_traced_erasure();

-- The site may not change this table. By this function it can do exactly that one thing: in the history of
-- these gemeenten everybody's name that is this person's becomes what stands in its place.
CREATE FUNCTION erase_in_history(person uuid, replacement text, gemeenten uuid[]) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  wanted text := (SELECT lower(btrim("name")) FROM "User" WHERE "id" = person AND NOT "isDemo");
  changed integer;
BEGIN
  UPDATE "AdoptionEvent" e SET "erasedAt" = clock_timestamp(), "data" = e."data"
      || CASE WHEN lower(btrim(e."data"->>'contactName')) = wanted THEN jsonb_build_object('contactName', replacement) ELSE '{}' END
      || CASE WHEN lower(btrim(e."data"->>'leadName')) = wanted THEN jsonb_build_object('leadName', replacement) ELSE '{}' END
    FROM "Adoption" a
    WHERE a."id" = e."adoptionId" AND a."gemeenteId" = ANY(gemeenten)
      AND wanted IN (lower(btrim(e."data"->>'contactName')), lower(btrim(e."data"->>'leadName')));
  GET DIAGNOSTICS changed = ROW_COUNT;
  RETURN changed;
END $$;
