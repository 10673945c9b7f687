import type pg from "pg";
import { replay } from "@/lib/adoptions/history/rules";
import type { AdoptionStatus } from "@/lib/adoptions/rules";

/** Fictitious adoptions on which nothing of a real user rests: no step and no proposal. */
export const removableAdoptions = `
  SELECT a."id" FROM "Adoption" a WHERE a."isDemo"
    AND NOT EXISTS (SELECT FROM "AdoptionEvent" e WHERE e."adoptionId" = a."id" AND NOT e."isDemo")
    AND NOT EXISTS (SELECT FROM "AdoptionTask" t WHERE t."adoptionId" = a."id" AND NOT t."isDemo")
    AND NOT EXISTS (SELECT FROM "AdoptionDocument" d WHERE d."adoptionId" = a."id" AND NOT d."isDemo")
    AND NOT EXISTS (SELECT FROM "AdoptionProposal" p WHERE p."adoptionId" = a."id" AND NOT p."isDemo")`;

/** Public facts and other real proposals on which a demo user decided wait for an answer again. */
export async function reopenProposals(client: pg.Client): Promise<void> {
  await client.query(`
    UPDATE "AdoptionProposal" p SET "state" = 'OPEN', "decidedById" = NULL, "decidedAt" = NULL,
      "decisionReason" = NULL, "adoptionId" = CASE WHEN p."origin" = 'SECOND_PERSON' THEN p."adoptionId" END
    FROM "User" u WHERE u."id" = p."decidedById" AND u."isDemo" AND NOT p."isDemo"`);
}

/**
 * Real requests for membership that a demo user answered wait again, unless the same person asked the
 * same organisation anew or is in it by now through somebody real.
 */
export async function reopenRequests(client: pg.Client): Promise<void> {
  await client.query(`
    UPDATE "MembershipRequest" r SET "state" = 'OPEN', "decidedById" = NULL, "decidedAt" = NULL, "reason" = NULL
    FROM "User" u WHERE u."id" = r."decidedById" AND u."isDemo" AND NOT r."isDemo"
      AND NOT EXISTS (SELECT FROM "MembershipRequest" o
        WHERE o."userId" = r."userId" AND o."organisationId" = r."organisationId" AND o."createdAt" > r."createdAt")
      AND NOT EXISTS (SELECT FROM "Membership" m
        WHERE m."userId" = r."userId" AND m."organisationId" = r."organisationId" AND NOT m."isDemo")`);
}

/** Names the fictitious adoptions that must stay. */
export async function listAdoptionsToKeep(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ gemeente: string; solution: string }>(`
    SELECT o."slug" AS gemeente, s."slug" AS solution FROM "Adoption" a
    JOIN "Organisation" o ON o."id" = a."gemeenteId" JOIN "Solution" s ON s."id" = a."solutionId"
    WHERE a."isDemo" AND a."id" NOT IN (${removableAdoptions})`);
  return rows.map(
    ({ gemeente, solution }) =>
      `adoptie van ${solution} door ${gemeente}: een echte gebruiker ging ermee verder`,
  );
}

type Step = {
  adoptionId: string;
  to: AdoptionStatus;
  occurredOn: string;
  data: Record<string, string | number>;
  isDemo: boolean;
};

/** Undoes a demo user's last steps in a real history; one with a real step after it must stay, and is named. */
export async function takeBackSteps(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<Step>(`
    SELECT e."adoptionId", e."to", e."occurredOn"::text, e."data", e."isDemo" FROM "AdoptionEvent" e
    JOIN "Adoption" a ON a."id" = e."adoptionId" AND NOT a."isDemo"
    WHERE e."adoptionId" IN (SELECT "adoptionId" FROM "AdoptionEvent" WHERE "isDemo")
    ORDER BY e."adoptionId", e."position"`);
  const histories = new Map<string, Step[]>();
  for (const row of rows) histories.set(row.adoptionId, [...(histories.get(row.adoptionId) ?? []), row]);
  const kept: string[] = [];
  for (const [id, steps] of histories) {
    const real = steps.slice(0, steps.findLastIndex(({ isDemo }) => !isDemo) + 1);
    if (real.length === 0 || real.some(({ isDemo }) => isDemo))
      kept.push(`adoptie ${id}: fictieve stappen tussen echte`);
    else await takeBack(client, id, real);
  }
  return kept;
}

/** Where the adoption stands follows from its history, and so does its plan. */
async function takeBack(client: pg.Client, adoptionId: string, real: Step[]): Promise<void> {
  await client.query(`DELETE FROM "AdoptionEvent" WHERE "adoptionId" = $1 AND "isDemo"`, [adoptionId]);
  const { status, since, resumeStatus, interestedOn, committedOn, inUseOn, endedOn } = replay(real);
  const newest = (field: string) =>
    real.findLast(({ data }) => data[field] !== undefined)?.data[field] ?? null;
  const plan = real.at(-1)?.data ?? {};
  await client.query(
    `UPDATE "Adoption" SET "status" = $2, "since" = $3, "resumeStatus" = $4, "interestedOn" = $5, "committedOn" = $6,
       "inUseOn" = $7, "endedOn" = $8, "nextStep" = $9, "nextOn" = $10, "contactName" = $11, "leadName" = $12,
       "coverage" = $13, "departments" = $14, "contractEndsOn" = $15, "version" = "version" + 1
     WHERE "id" = $1`,
    [
      ...[adoptionId, status, since, resumeStatus, interestedOn, committedOn, inUseOn, endedOn],
      ...[plan.nextStep ?? null, plan.nextOn ?? null],
      ...[newest("contactName"), newest("leadName"), newest("coverage")],
      ...[newest("departments"), newest("contractEndsOn")],
    ],
  );
}
