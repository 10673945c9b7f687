// Is the database whole? Every adoption follows from its history, counters are live counts, and each change
// that a writer made left one trace in the log, in its own transaction.
import pg from "pg";
import { verifyChains } from "../../scripts/steps/audit-chain.mjs";

const ofWriters = `(e."reason" LIKE 'fout-%' OR e."data"->>'contactName' LIKE 'fout-%' OR e."data"->>'leadName' LIKE 'fout-%')`;

/** Counts what is wrong, given the markers of the changes that were acknowledged. */
export async function findDamage(url, acknowledged) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const count = async (sql, values) => Number((await client.query(sql, values)).rows[0].count);
    const written = await count(`SELECT count(*) FROM "AdoptionEvent" e WHERE ${ofWriters}`);
    const damage = {
      "bevestigd maar kwijt of dubbel": await count(lost, [acknowledged]),
      "wijzigingen zonder precies één regel in het logboek": await count(untraced),
      "regels in het logboek zonder wijziging": await count(traceOnly),
      "adopties die niet uit hun historie volgen": await count(halfAdoptions),
      "tellers die niet kloppen": await countWrongCounters(client),
      "fouten in de keten van het logboek": (await verifyChains(client, {})).faultCount,
    };
    const faults = Object.entries(damage).flatMap(([what, n]) => (n > 0 ? [`${what}: ${n}`] : []));
    return { figures: { geschreven: written, ...damage }, faults };
  } finally {
    await client.end();
  }
}

const lost = `
  SELECT count(*) FROM unnest($1::text[]) AS told(marker)
  WHERE (SELECT count(*) FROM "AdoptionEvent" e WHERE ${ofWriters} AND told.marker IN
    (e."reason", e."data"->>'contactName', e."data"->>'leadName')) <> 1`;

// Rows of one transaction carry the same xmin.
const untraced = `
  SELECT count(*) FROM "AdoptionEvent" e WHERE ${ofWriters} AND (
    SELECT count(*) FROM "AuditEvent" a
    WHERE a."subjectId" = e."adoptionId"::text AND a.xmin::text = e.xmin::text) <> 1`;

const traceOnly = `
  SELECT count(*) FROM "AuditEvent" a
  WHERE a."action" IN ('adoption.started', 'adoption.moved', 'adoption.corrected')
    AND NOT EXISTS (SELECT FROM "AdoptionEvent" e WHERE e."adoptionId"::text = a."subjectId" AND e.xmin::text = a.xmin::text)
    AND EXISTS (SELECT FROM "AdoptionEvent" e WHERE e."adoptionId"::text = a."subjectId" AND ${ofWriters})`;

const halfAdoptions = `
  WITH steps AS (
    SELECT e.*, lag(e."to") OVER of AS previous, row_number() OVER of AS nth,
      row_number() OVER (PARTITION BY e."adoptionId" ORDER BY e."position" DESC) AS backwards
    FROM "AdoptionEvent" e WINDOW of AS (PARTITION BY e."adoptionId" ORDER BY e."position"))
  SELECT count(*) FROM "Adoption" a
  WHERE NOT EXISTS (SELECT FROM steps s WHERE s."adoptionId" = a."id" AND s.backwards = 1 AND s."to" = a."status")
    OR EXISTS (SELECT FROM steps s WHERE s."adoptionId" = a."id"
      AND (s."position" <> s.nth OR s."from" IS DISTINCT FROM s.previous))`;

/** Recounts everything in a transaction that is taken back, and counts the rows that this changed. */
async function countWrongCounters(client) {
  const columns = `"interestedCount", "joiningCount", "inUseCount", "inUseInhabitants", "reportedCount", "ratingCount"`;
  const read = async () =>
    (
      await client.query(
        `SELECT "id", row(${columns})::text AS counted FROM "Solution"
         UNION ALL SELECT "organisationId", "inUseCount"::text FROM "Gemeente" ORDER BY 1, 2`,
      )
    ).rows.map(({ id, counted }) => `${id} ${counted}`);
  await client.query("BEGIN");
  const stored = await read();
  await client.query(`SELECT recount_solution("id") FROM "Solution"`);
  await client.query(`SELECT recount_gemeente("organisationId") FROM "Gemeente"`);
  const live = new Set(await read());
  await client.query("ROLLBACK");
  return stored.filter((line) => !live.has(line)).length;
}
