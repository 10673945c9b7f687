import type pg from "pg";
import type { AdoptionStatus } from "@/lib/adoptions/rules";
import { replay } from "@/lib/adoptions/rules";
import { inTransaction } from "../import-run";
import { recountAll } from "../recount";
import { restoreSolutions } from "./restore-solutions";

/** What was removed, and what had to stay because a real user built on it. */
export type Clearance = { removed: Record<string, number>; kept: string[] };

/**
 * Removes exactly the fictitious layer, in one transaction: what is marked `isDemo`, and what
 * demo users decided or changed in real rows. A row of a real user always stays; a demo row that such a
 * row rests on (a real step in a fictitious history) stays with it and is reported.
 */
export async function clearDemo(client: pg.Client): Promise<Clearance> {
  return inTransaction(client, async () => {
    // The triggers that keep history append-only let a transaction remove the demo layer that says so.
    await client.query(`SET LOCAL pluseen.clear_demo = 'on'`);
    const removed: Clearance["removed"] = {};
    const remove = async (table: string, condition: string) => {
      const { rowCount } = await client.query(`DELETE FROM "${table}" x WHERE ${condition}`);
      removed[table] = (removed[table] ?? 0) + (rowCount ?? 0);
    };
    await reopenFacts(client);
    await remove("AdoptionProposal", `x."isDemo"`);
    const kept = await listAdoptionsToKeep(client);
    await remove("AdoptionEvent", `x."isDemo" AND x."adoptionId" IN (${removableAdoptions})`);
    await remove("Adoption", `x."id" IN (${removableAdoptions})`);
    kept.push(...(await takeBackSteps(client)));
    await remove("Review", `x."isDemo"`);
    await remove("AuditEvent", `x."isDemo"`);
    await restoreSolutions(client);
    await remove("SolutionVersion", `x."isDemo"`);
    await remove("Solution", `x."isDemo" AND ${isUnused("Solution")}`);
    await remove("VerificationToken", `x."identifier" IN (SELECT "email" FROM "User" WHERE "isDemo")`);
    await remove("Membership", `x."isDemo"`);
    await remove("User", `x."isDemo" AND ${isUnused("User")}`);
    await remove("Organisation", `x."isDemo" AND ${isUnused("Organisation")}`);
    await remove("ImportRun", `x."file" = 'demo'`);
    kept.push(...(await listRemaining(client)));
    await recountAll(client);
    return { removed, kept };
  });
}

/** Public facts and other real proposals on which a demo user decided wait for an answer again. */
async function reopenFacts(client: pg.Client) {
  await client.query(`
    UPDATE "AdoptionProposal" p SET "state" = 'OPEN', "decidedById" = NULL, "decidedAt" = NULL,
      "decisionReason" = NULL, "adoptionId" = CASE WHEN p."origin" = 'PUBLIC_SOURCE' THEN NULL ELSE p."adoptionId" END
    FROM "User" u WHERE u."id" = p."decidedById" AND u."isDemo" AND NOT p."isDemo"`);
}

/** Fictitious adoptions on which nothing of a real user rests. */
const removableAdoptions = `
  SELECT a."id" FROM "Adoption" a WHERE a."isDemo"
    AND NOT EXISTS (SELECT FROM "AdoptionEvent" e WHERE e."adoptionId" = a."id" AND NOT e."isDemo")
    AND NOT EXISTS (SELECT FROM "AdoptionProposal" p WHERE p."adoptionId" = a."id" AND NOT p."isDemo" AND p."state" <> 'OPEN')`;

async function listAdoptionsToKeep(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ gemeente: string; solution: string }>(`
    SELECT o."slug" AS gemeente, s."slug" AS solution FROM "Adoption" a
    JOIN "Organisation" o ON o."id" = a."gemeenteId" JOIN "Solution" s ON s."id" = a."solutionId"
    WHERE a."isDemo" AND a."id" NOT IN (${removableAdoptions})`);
  return rows.map(
    ({ gemeente, solution }) =>
      `adoptie van ${solution} door ${gemeente}: een echte gebruiker ging ermee verder`,
  );
}

type Tail = { adoptionId: string; to: AdoptionStatus; occurredOn: string; isDemo: boolean };

/** A demo user's last steps in a real history are undone; one with a real step after it must stay. */
async function takeBackSteps(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<Tail>(`
    SELECT e."adoptionId", e."to", e."occurredOn"::text, e."isDemo" FROM "AdoptionEvent" e
    JOIN "Adoption" a ON a."id" = e."adoptionId" AND NOT a."isDemo"
    WHERE e."adoptionId" IN (SELECT "adoptionId" FROM "AdoptionEvent" WHERE "isDemo") ORDER BY e."adoptionId", e."position"`);
  const histories = new Map<string, Tail[]>();
  for (const row of rows) histories.set(row.adoptionId, [...(histories.get(row.adoptionId) ?? []), row]);
  const kept: string[] = [];
  for (const [id, steps] of histories) {
    const real = steps.slice(0, steps.findLastIndex(({ isDemo }) => !isDemo) + 1);
    if (real.length === 0 || real.some(({ isDemo }) => isDemo))
      kept.push(`adoptie ${id}: verzonnen stappen tussen echte`);
    else await takeBack(client, id, real);
  }
  return kept;
}

async function takeBack(client: pg.Client, adoptionId: string, real: Tail[]) {
  await client.query(`DELETE FROM "AdoptionEvent" WHERE "adoptionId" = $1 AND "isDemo"`, [adoptionId]);
  const { status, since, resumeStatus, interestedOn, committedOn, inUseOn, endedOn } = replay(real);
  await client.query(
    `UPDATE "Adoption" SET "status" = $2, "since" = $3, "resumeStatus" = $4, "interestedOn" = $5, "committedOn" = $6,
       "inUseOn" = $7, "endedOn" = $8, "version" = "version" + 1 WHERE "id" = $1`,
    [adoptionId, status, since, resumeStatus, interestedOn, committedOn, inUseOn, endedOn],
  );
}

/** Rows that history of real users points at cannot go: that history is never rewritten. */
function isUnused(table: "Solution" | "User" | "Organisation"): string {
  const uses = {
    Solution: ["Adoption.solutionId", "AdoptionProposal.solutionId", "Review.solutionId"],
    User: ["AdoptionEvent.enteredById", "AdoptionEvent.confirmedById", "AuditEvent.actorId"],
    Organisation: [
      "Solution.providerId",
      "Membership.organisationId",
      "AuditEvent.organisationId",
      "Gemeente.organisationId",
      "Adoption.viaId",
    ],
  }[table];
  return uses
    .map((use) => use.split("."))
    .map(([other, column]) => `NOT EXISTS (SELECT FROM "${other}" y WHERE y."${column}" = x."id")`)
    .join(" AND ");
}

async function listRemaining(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    SELECT 'gebruiker ' || "email" AS name FROM "User" WHERE "isDemo"
    UNION ALL SELECT 'voorziening ' || "slug" FROM "Solution" WHERE "isDemo"
    UNION ALL SELECT 'organisatie ' || "slug" FROM "Organisation" WHERE "isDemo"`);
  return rows.map(({ name }) => `${name}: er hangt werk van een echte gebruiker aan`);
}
