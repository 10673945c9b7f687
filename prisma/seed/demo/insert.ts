import type pg from "pg";
import type { DemoLayer } from "./make";
import { people } from "./people";
import { shownGemeenten } from "./portfolios";

// Each kind of row in one statement, from JSON: thousands of rows in one round trip.

/** The people of the demonstration, each acting for their organisation. */
export async function insertPeople(client: pg.Client) {
  const json = JSON.stringify(people);
  await client.query(
    `INSERT INTO "User" ("id", "name", "email", "emailVerified", "functionTitle", "activeOrganisationId", "isDemo", "createdAt")
     SELECT r.id, r.name, r.email, '2026-11-20T09:00Z', r."functionTitle", o."id", true, '2026-11-20T09:00Z'
     FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, name text, email text, "functionTitle" text, organisation text)
     LEFT JOIN "Organisation" o ON o."slug" = r.organisation
     ON CONFLICT DO NOTHING`,
    [json],
  );
  await client.query(
    `INSERT INTO "Membership" ("userId", "organisationId", "role", "isDemo", "createdAt")
     SELECT u."id", u."activeOrganisationId", role.value::"Role", true, u."createdAt"
     FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, roles jsonb)
     JOIN "User" u ON u."id" = r.id, jsonb_array_elements_text(r.roles) AS role(value)
     UNION ALL
     SELECT u."id", o."id", 'MEMBER', true, u."createdAt"
     FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, also text)
     JOIN "User" u ON u."id" = r.id JOIN "Organisation" o ON o."slug" = r.also
     ON CONFLICT DO NOTHING`,
    [json],
  );
}

/** The adoptions with their histories. */
export async function insertAdoptions(client: pg.Client, { adoptions }: DemoLayer) {
  const rows = adoptions.map(({ steps: _, ...adoption }) => adoption);
  await client.query(
    `INSERT INTO "Adoption" ("id", "gemeenteId", "solutionId", "cycle", "status", "since", "resumeStatus", "interestedOn",
       "committedOn", "inUseOn", "endedOn", "nextStep", "nextOn", "contactName", "leadName", "coverage", "viaId",
       "isHidden", "isPublic", "isDemo", "createdAt", "updatedAt")
     SELECT r.id, g."id", s."id", r.cycle, r.status, r.since, r."resumeStatus", r."interestedOn",
       r."committedOn", r."inUseOn", r."endedOn", r."nextStep", r."nextOn", r."contactName", r."leadName", r.coverage, v."id",
       r."isHidden", r."isPublic", true, r.since, r.since
     FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, gemeente text, solution text, cycle int, status "AdoptionStatus",
       since date, "resumeStatus" "AdoptionStatus", "interestedOn" date, "committedOn" date, "inUseOn" date, "endedOn" date,
       "nextStep" text, "nextOn" date, "contactName" text, "leadName" text, coverage int, via text, "isHidden" boolean,
       "isPublic" boolean)
     JOIN "Organisation" g ON g."slug" = r.gemeente JOIN "Solution" s ON s."slug" = r.solution
     LEFT JOIN "Organisation" v ON v."slug" = r.via`,
    [JSON.stringify(rows)],
  );
  await insertEvents(client, adoptions);
}

/** The shown gemeenten enter their own steps; a weighty one is confirmed by their second manager. */
async function insertEvents(client: pg.Client, adoptions: DemoLayer["adoptions"]) {
  const managers = new Map<string, string[]>();
  for (const { id, organisation, roles } of people) {
    if (roles.includes("MANAGER")) managers.set(organisation, [...(managers.get(organisation) ?? []), id]);
  }
  const rows = adoptions.flatMap(({ id, gemeente, steps }) => {
    const [enteredById = null, second = null] = managers.get(gemeente) ?? [];
    return steps.map((step, index) => {
      const isWeighty = step.to === "COMMITTED" || step.to === "DECLINED";
      return {
        ...step,
        adoptionId: id,
        position: index + 1,
        enteredById,
        confirmedById: isWeighty ? second : null,
      };
    });
  });
  // The trigger looks up the step before each step. On a table that was just emptied the planner would
  // read all of it every time and keep that plan: minutes instead of a second.
  await client.query("DISCARD PLANS");
  await client.query("SET LOCAL enable_seqscan = off");
  // The trigger wants each step after the one before it: in order, within one statement.
  await client.query(
    `INSERT INTO "AdoptionEvent" ("adoptionId", "position", "from", "to", "occurredOn", "reason", "body", "reference",
       "data", "enteredById", "confirmedById", "enteredAt", "isDemo")
     SELECT r."adoptionId", r.position, r."from", r."to", r."occurredOn", r.reason, r.body, r.reference, r.data,
       r."enteredById", r."confirmedById", r."occurredOn" + interval '9 hours', true
     FROM jsonb_to_recordset($1::jsonb) AS r("adoptionId" uuid, position int, "from" "AdoptionStatus", "to" "AdoptionStatus",
       "occurredOn" date, reason text, body "DecidingBody", reference text, data jsonb, "enteredById" uuid,
       "confirmedById" uuid)
     ORDER BY r."adoptionId", r.position`,
    [JSON.stringify(rows)],
  );
  await client.query("SET LOCAL enable_seqscan = on");
}

/** The oordelen; those of a gemeente count as official. */
export async function insertReviews(client: pg.Client, { reviews }: DemoLayer) {
  await client.query(
    `INSERT INTO "Review" ("id", "gemeenteId", "solutionId", "authorId", "kind", "isOfficial", "addedValue", "usability",
       "implementability", "costBenefit", "standards", "security", "support", "localFit", "score", "recommend",
       "leadTimeMonths", "effortHours", "tip", "pitfall", "writtenOn", "isDemo", "createdAt", "updatedAt")
     SELECT r.id, g."id", s."id", r."authorId", r.kind, true, r."addedValue", r.usability,
       r.implementability, r."costBenefit", r.standards, r.security, r.support, r."localFit", r.score, r.recommend,
       r."leadTimeMonths", r."effortHours", r.tip, r.pitfall, r."writtenOn", true, r."writtenOn", r."writtenOn"
     FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, gemeente text, solution text, "authorId" uuid, kind "ReviewKind",
       "addedValue" int, usability int, implementability int, "costBenefit" int, standards int, security int, support int,
       "localFit" int, score float8, recommend int, "leadTimeMonths" int, "effortHours" int, tip text, pitfall text,
       "writtenOn" date)
     JOIN "Organisation" g ON g."slug" = r.gemeente JOIN "Solution" s ON s."slug" = r.solution`,
    [JSON.stringify(reviews)],
  );
}

/** What waits for somebody's yes. */
export async function insertProposals(client: pg.Client, { proposals }: DemoLayer) {
  await client.query(
    `INSERT INTO "AdoptionProposal" ("id", "origin", "gemeenteId", "solutionId", "adoptionId", "to", "step", "note",
       "organisationId", "proposedById", "proposedAt", "isDemo")
     SELECT r.id, r.origin, g."id", s."id", r."adoptionId", r."to", r.step, r.note, o."id", r."proposedById", r."proposedAt", true
     FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, origin "ProposalOrigin", gemeente text, solution text,
       "adoptionId" uuid, "to" "AdoptionStatus", step jsonb, note text, organisation text, "proposedById" uuid,
       "proposedAt" timestamptz)
     JOIN "Organisation" g ON g."slug" = r.gemeente JOIN "Organisation" o ON o."slug" = r.organisation
     JOIN "Solution" s ON s."slug" = r.solution`,
    [JSON.stringify(proposals)],
  );
}

/** The shown gemeenten confirmed the public facts that agree with their adoptions; the others still wait. */
export async function confirmSomeFacts(client: pg.Client) {
  await client.query(
    `UPDATE "AdoptionProposal" p SET "state" = 'CONFIRMED', "adoptionId" = a."id", "decidedById" = u."id",
       "decidedAt" = '2026-11-20T10:00Z'
     FROM "Adoption" a, "Organisation" o, "User" u
     WHERE p."origin" = 'PUBLIC_SOURCE' AND p."state" = 'OPEN' AND p."to" = 'IN_USE' AND p."to" = a."status"
       AND a."gemeenteId" = p."gemeenteId" AND a."solutionId" = p."solutionId" AND a."isDemo"
       AND o."id" = p."gemeenteId" AND o."slug" = ANY($1)
       AND u."email" = (SELECT min(x."email") FROM "User" x JOIN "Membership" m ON m."userId" = x."id"
         WHERE m."organisationId" = o."id" AND m."role" = 'MANAGER' AND m."isDemo")`,
    [shownGemeenten],
  );
}

/** Steps where work goes on or went on: all done where it is used, half where it is being connected. */
export async function insertTasks(client: pg.Client) {
  await client.query(`
    INSERT INTO "AdoptionTask" ("adoptionId", "position", "label", "isOwn", "ownerName", "doneOn", "dueOn", "isDemo", "createdAt")
    SELECT a."id", t."position", t."label", false, a."leadName",
      CASE WHEN a."status" = 'IN_USE' OR t."position" = 1 THEN a."since" END,
      CASE WHEN a."status" <> 'IN_USE' AND t."position" > 1 THEN a."nextOn" END, true, a."createdAt"
    FROM "Adoption" a JOIN "Solution" s ON s."id" = a."solutionId"
    JOIN "TaskTemplate" t ON t."scope" = CASE
      WHEN EXISTS (SELECT FROM "TaskTemplate" own WHERE own."scope" = s."slug") THEN s."slug" ELSE s."kind"::text END
    WHERE a."isDemo" AND a."status" IN ('CONNECTING', 'PILOT', 'IN_USE')
      AND EXISTS (SELECT FROM "Membership" m WHERE m."organisationId" = a."gemeenteId" AND m."isDemo")`);
}
