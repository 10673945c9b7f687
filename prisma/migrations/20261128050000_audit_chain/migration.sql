-- What else a CISO asks of the log: did it succeed, from where, in which request.
CREATE TYPE "AuditResult" AS ENUM ('DONE', 'REFUSED');
ALTER TABLE "AuditEvent"
  ADD COLUMN "result" "AuditResult" NOT NULL DEFAULT 'DONE',
  ADD COLUMN "address" TEXT,
  ADD COLUMN "requestId" TEXT,
  ADD COLUMN "chain" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "position" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "previousHash" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "hash" TEXT NOT NULL DEFAULT '';

-- Where each chain ends. Two updates per event stay within the page.
CREATE TABLE "AuditHead" (
    "chain" TEXT NOT NULL,
    "position" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "AuditHead_pkey" PRIMARY KEY ("chain")
) WITH (fillfactor = 20);

-- A field as a netstring: its length in bytes, a colon, the text, a comma; an absent one is "-,".
-- Without lengths two different rows could give the same text.
CREATE FUNCTION audit_field(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN coalesce(octet_length(value) || ':' || value, '-') || ',';

-- What the hash is taken of: every field of the row, in this order, in UTF-8. scripts/audit writes the
-- same text without PostgreSQL; docs/decisions/0014 describes it.
CREATE FUNCTION audit_text(event "AuditEvent") RETURNS text LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp
  RETURN audit_field(event."previousHash") || audit_field(event."chain") || audit_field(event."position"::text)
    || audit_field(event."id"::text)
    || audit_field(to_char(event."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    || audit_field(event."actorId"::text) || audit_field(event."organisationId"::text)
    || audit_field(event."action") || audit_field(event."subjectType") || audit_field(event."subjectId")
    || audit_field(event."result"::text) || audit_field(event."address") || audit_field(event."requestId")
    || audit_field(event."detail"::text) || audit_field(event."isDemo"::text);

-- A chain per organisation, so that writers of different gemeenten do not wait for each other; the
-- fictitious layer has chains of its own, so that it can be removed as a whole.
CREATE FUNCTION chain_audit_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE head "AuditHead";
BEGIN
  NEW."chain" := CASE WHEN NEW."isDemo" THEN 'demo:' ELSE '' END || coalesce(NEW."organisationId"::text, 'platform');
  -- Waits for whoever writes to the same chain; what was written before is seen afterwards.
  INSERT INTO "AuditHead" ("chain", "position", "hash", "isDemo") VALUES (NEW."chain", 1, repeat('0', 64), NEW."isDemo")
    ON CONFLICT ("chain") DO UPDATE SET "position" = "AuditHead"."position" + 1 RETURNING * INTO head;
  -- The writer chooses neither the moment nor the place.
  NEW."at" := clock_timestamp();
  NEW."position" := head."position";
  NEW."previousHash" := head."hash";
  NEW."hash" := encode(sha256(convert_to(audit_text(NEW), 'UTF8')), 'hex');
  UPDATE "AuditHead" SET "hash" = NEW."hash" WHERE "chain" = NEW."chain";
  RETURN NEW;
END $$;

-- What was written before becomes the begin of each chain.
ALTER TABLE "AuditEvent" DISABLE TRIGGER append_only;
DO $$
DECLARE
  event "AuditEvent";
  head "AuditHead";
BEGIN
  FOR event IN SELECT * FROM "AuditEvent" ORDER BY "id" LOOP
    event."chain" := CASE WHEN event."isDemo" THEN 'demo:' ELSE '' END || coalesce(event."organisationId"::text, 'platform');
    INSERT INTO "AuditHead" ("chain", "position", "hash", "isDemo") VALUES (event."chain", 1, repeat('0', 64), event."isDemo")
      ON CONFLICT ("chain") DO UPDATE SET "position" = "AuditHead"."position" + 1 RETURNING * INTO head;
    event."position" := head."position";
    event."previousHash" := head."hash";
    event."hash" := encode(sha256(convert_to(audit_text(event), 'UTF8')), 'hex');
    UPDATE "AuditHead" SET "hash" = event."hash" WHERE "chain" = event."chain";
    UPDATE "AuditEvent" SET "chain" = event."chain", "position" = event."position",
      "previousHash" = event."previousHash", "hash" = event."hash" WHERE "id" = event."id";
  END LOOP;
END $$;
ALTER TABLE "AuditEvent" ENABLE TRIGGER append_only;

CREATE TRIGGER chained BEFORE INSERT ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION chain_audit_event();
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_is_chained" CHECK (length("hash") = 64 AND length("previousHash") = 64);
CREATE UNIQUE INDEX "AuditEvent_chain_position_key" ON "AuditEvent"("chain", "position");

-- The log is read newest first: of an organisation, of a person, of a kind of action, or all of it.
DROP INDEX "AuditEvent_organisationId_at_idx";
DROP INDEX "AuditEvent_actorId_idx";
CREATE INDEX "AuditEvent_at_id_idx" ON "AuditEvent"("at", "id");
CREATE INDEX "AuditEvent_organisationId_at_id_idx" ON "AuditEvent"("organisationId", "at", "id");
CREATE INDEX "AuditEvent_actorId_at_id_idx" ON "AuditEvent"("actorId", "at", "id");
CREATE INDEX "AuditEvent_action_at_id_idx" ON "AuditEvent"("action", "at", "id");
