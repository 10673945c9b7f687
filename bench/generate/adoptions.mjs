// Adoptions with legal histories: a few solutions are used everywhere, most by some; large gemeenten
// take part more often; the steps lie between 2019 and the day of the demonstration.
import { statutoryHistories, toDraw, voluntaryHistories } from "../histories.mjs";
import { spreadAdoptions } from "../quotas.mjs";
import { inBulk } from "./bulk.mjs";

/**
 * Adds `total` adoptions, one per gemeente and solution, with their events; checks what it made, as a whole, as
 * the database would have done row by row.
 */
export async function generateAdoptions(client, total) {
  const { rows } = await client.query(counts);
  const { solutions, gemeenten } = rows[0];
  const quotas = spreadAdoptions({ count: solutions, most: gemeenten, total });
  const histories = [...toDraw(voluntaryHistories, false), ...toDraw(statutoryHistories, true)];
  await client.query(drawn, [quotas, JSON.stringify(histories)]);
  await inBulk(client, ["Adoption", "AdoptionEvent"], async () => {
    await client.query(adoptions);
    await client.query(events);
  });
  const checked = await client.query(differences);
  if (checked.rows[0].adoptions !== total || checked.rows[0].differing > 0)
    throw new Error(`the generated adoptions are wrong: ${JSON.stringify(checked.rows[0])}`);
}

const counts = `
  SELECT (SELECT count(*) FROM "Solution" WHERE "publication" = 'PUBLISHED')::int AS solutions,
    (SELECT count(*) FROM "Gemeente" WHERE "validTo" IS NULL)::int AS gemeenten`;

const lastDay = "date '2026-11-20'";

// The draw of gemeenten is weighted: of -ln(u)/w the smallest values come first (Efraimidis and Spirakis).
const drawn = `
  CREATE TEMP TABLE drawn_adoption ON COMMIT DROP AS
  WITH ranked AS (
      SELECT "id", "slug", "obligation" = 'STATUTORY' AS "isStatutory",
        row_number() OVER (ORDER BY pg_temp.chance('rank ' || "slug"), "slug") AS rank
      FROM "Solution" WHERE "publication" = 'PUBLISHED'),
    pairs AS (
      SELECT pg_temp.id_of('adoption ' || g."cbsCode" || s."slug") AS "id", s."id" AS "solutionId",
        g."organisationId" AS "gemeenteId", s."isStatutory"
      FROM ranked s JOIN unnest($1::int[]) WITH ORDINALITY AS q(quota, rank) ON q.rank = s.rank AND q.quota > 0
      CROSS JOIN LATERAL (
        SELECT "organisationId", "cbsCode" FROM "Gemeente" WHERE "validTo" IS NULL
        ORDER BY -ln(pg_temp.chance("cbsCode" || s."slug") + 1e-10) / sqrt("inhabitants"), "cbsCode"
        LIMIT q.quota) g),
    rolled AS MATERIALIZED (SELECT *, pg_temp.chance('road ' || "id") * 100 AS roll FROM pairs),
    paced AS (
      SELECT r.*, h.road, cardinality(h.road) AS steps, 30 + (pg_temp.chance('pace ' || r."id") * 90)::int AS pace
      FROM rolled r JOIN jsonb_to_recordset($2::jsonb) AS h("isStatutory" boolean, low int, high int, road "AdoptionStatus"[])
        ON h."isStatutory" = r."isStatutory" AND r.roll >= h.low AND r.roll < h.high)
  SELECT *, date '2019-01-01' + (pg_temp.chance('entry ' || "id")
    * (${lastDay} - date '2019-01-01' - (steps - 1) * pace))::int AS entry
  FROM paced`;

const dayOf = (state) => `entry + (array_position(road, '${state}') - 1) * pace`;

// In the order in which they would have come, so that those of one solution lie as far apart as in a real table.
const adoptions = `
  INSERT INTO "Adoption" ("id", "gemeenteId", "solutionId", "status", "since", "resumeStatus", "interestedOn", "committedOn",
    "inUseOn", "endedOn", "contactName", "coverage", "isHidden", "isPublic", "isDemo", "createdAt", "updatedAt")
  SELECT "id", "gemeenteId", "solutionId", road[steps], entry + (steps - 1) * pace,
    CASE WHEN road[steps] = 'ON_HOLD' THEN road[steps - 1] END,
    ${dayOf("INTERESTED")}, ${dayOf("COMMITTED")}, ${dayOf("IN_USE")}, ${dayOf("ENDED")},
    'informatieadviseur', CASE WHEN road[steps] = 'IN_USE' THEN 20 + (pg_temp.chance('coverage ' || "id") * 16)::int * 5 END,
    pg_temp.chance('hidden ' || "id") < 0.03, pg_temp.chance('open ' || "id") < 0.3, true, entry, entry
  FROM drawn_adoption ORDER BY entry, "id"`;

const events = `
  INSERT INTO "AdoptionEvent" ("adoptionId", "position", "from", "to", "occurredOn", "reason", "body", "reference", "data",
    "enteredAt", "isDemo")
  SELECT d."id", s.position, d.road[s.position - 1], s."to", d.entry + (s.position - 1)::int * d.pace,
    CASE WHEN s."to" IN ('ON_HOLD', 'DECLINED', 'NOT_APPLICABLE', 'ENDED') THEN 'Andere onderwerpen kregen dit jaar voorrang.' END,
    CASE WHEN s."to" = 'COMMITTED' THEN 'COLLEGE'::"DecidingBody" END,
    CASE WHEN s."to" = 'COMMITTED' THEN 'Z/' || left(d."id"::text, 8) END,
    CASE s."to" WHEN 'INTERESTED' THEN '{"contactName": "informatieadviseur"}' WHEN 'IN_USE' THEN '{"coverage": 80}'
      ELSE '{}' END::jsonb,
    d.entry + (s.position - 1)::int * d.pace + interval '9 hours', true
  FROM drawn_adoption d, unnest(d.road) WITH ORDINALITY AS s("to", position)
  ORDER BY 5, d."id", s.position`;

/** Adoptions whose columns say something else than their history, or whose history has a step out of order. */
const differences = `
  WITH step AS (
    SELECT "adoptionId", "position", "to", "occurredOn",
      ("position", "from") IS DISTINCT FROM (coalesce(lag("position") OVER earlier, 0) + 1, lag("to") OVER earlier)
        OR "occurredOn" < lag("occurredOn") OVER earlier AS "isOutOfOrder"
    FROM "AdoptionEvent" WINDOW earlier AS (PARTITION BY "adoptionId" ORDER BY "position")),
  told AS (
    SELECT "adoptionId", (array_agg("to" ORDER BY "position" DESC))[1] AS status, max("occurredOn") AS since,
      max("occurredOn") FILTER (WHERE "to" = 'INTERESTED') AS interested,
      max("occurredOn") FILTER (WHERE "to" = 'COMMITTED') AS committed,
      max("occurredOn") FILTER (WHERE "to" = 'IN_USE') AS in_use, max("occurredOn") FILTER (WHERE "to" = 'ENDED') AS ended,
      bool_or("isOutOfOrder") AS "isOutOfOrder"
    FROM step GROUP BY "adoptionId")
  SELECT count(*)::int AS adoptions, count(*) FILTER (WHERE t."adoptionId" IS NULL OR a."id" IS NULL OR t."isOutOfOrder"
    OR t.since > ${lastDay} OR (a."status", a."since", a."interestedOn", a."committedOn", a."inUseOn", a."endedOn")
    IS DISTINCT FROM (t.status, t.since, t.interested, t.committed, t.in_use, t.ended))::int AS differing
  FROM "Adoption" a FULL JOIN told t ON t."adoptionId" = a."id"`;
