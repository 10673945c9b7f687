import type pg from "pg";
import { dataFolder, readSeedFile } from "../csv";
import { inTransaction } from "../import-run";
import { upsertSynonyms } from "../load-synonyms";
import { upsertTasks } from "../load-tasks";
import { recountAll } from "../recount";
import { synonymRow, taskRow } from "../rows";
import { inventedFiles } from "./documents";
import { reopenEdits, restoreConfirmations, restoreSolutions } from "./restore-solutions";
import {
  listAdoptionsToKeep,
  removableAdoptions,
  reopenProposals,
  reopenRequests,
  takeBackSteps,
} from "./take-back";

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
    const takeBackRight = await allowDeleting(client);
    const removed: Clearance["removed"] = {};
    const remove = async (table: string, condition: string) => {
      const { rowCount } = await client.query(`DELETE FROM "${table}" x WHERE ${condition}`);
      removed[table] = (removed[table] ?? 0) + (rowCount ?? 0);
    };
    await reopenProposals(client);
    await remove("PortfolioImport", `x."isDemo"`);
    await remove("PartnershipMember", `x."isDemo"`);
    await remove("Herindeling", `x."isDemo"`);
    await remove("AdoptionProposal", `x."isDemo"`);
    const kept = await listAdoptionsToKeep(client);
    await remove("AdoptionTask", `x."isDemo"`);
    // Their files: the site sweeps what no document points at. Those that were invented were never written.
    await remove("AdoptionDocument", `x."isDemo"`);
    const invented = inventedFiles.map((id) => `'${id}'`).join(", ");
    await remove(
      "StoredFile",
      `x."id" IN (${invented}) AND NOT EXISTS (SELECT FROM "AdoptionDocument" d WHERE d."fileId" = x."id")`,
    );
    await remove("AdoptionEvent", `x."adoptionId" IN (${removableAdoptions})`);
    await remove("Adoption", `x."id" IN (${removableAdoptions})`);
    kept.push(...(await takeBackSteps(client)));
    await remove("Review", `x."isDemo"`);
    await remove("Need", `x."isDemo"`);
    await remove("Synonym", `x."isDemo"`);
    // Before the edits and audit events that tell what to go back to.
    await restoreSolutions(client);
    await restoreConfirmations(client);
    await remove("SolutionVersion", `x."isDemo" AND ${byDemoUser}`);
    await reopenEdits(client);
    await remove("AuditEvent", `x."isDemo"`);
    await restoreSynonyms(client);
    await remove("TaskTemplate", `x."scope" IN (SELECT "scope" FROM "TaskTemplateList" WHERE "isDemo")`);
    await remove("TaskTemplateList", `x."isDemo"`);
    await restoreTasks(client);
    await remove("AuditHead", `x."isDemo"`);
    await remove("Solution", `x."isDemo" AND ${isUnused("Solution")}`);
    const addresses = `SELECT "email" FROM "User" WHERE "isDemo"`;
    await remove("SignInRequest", `x."email" IN (${addresses})`);
    await remove("OutgoingMail", `x."to" IN (${addresses})`);
    const ofDemo = `SELECT "id"::text FROM "IdentityProvider" WHERE "isDemo"`;
    await remove("Account", `x."provider" IN (${ofDemo})`);
    await remove("IdentityProvider", `x."isDemo"`);
    // Before the people who decided: a real request that one of them answered waits again.
    await reopenRequests(client);
    await remove("OutgoingMail", `x."to" IN (${demoAddresses})`);
    for (const table of ["MembershipRequest", "Invitation", "RightsReview"])
      await remove(table, `x."isDemo"`);
    for (const table of ["Session", "Account", "Membership"]) {
      await remove(table, `x."userId" IN (SELECT "id" FROM "User" WHERE "isDemo")`);
    }
    await remove("Membership", `x."isDemo"`);
    await remove("User", `x."isDemo" AND ${isUnused("User")}`);
    await remove("Organisation", `x."isDemo" AND ${isUnused("Organisation")}`);
    await remove("ImportRun", `x."file" = 'demo'`);
    kept.push(...(await listRemaining(client)));
    await recountAll(client);
    await takeBackRight();
    return { removed, kept };
  });
}

/**
 * Where one role does everything it took these rights from itself (see scripts/steps/roles.mjs). Removing
 * an adoption asks for the right to change its events too: that is how PostgreSQL looks whether any are left.
 */
async function allowDeleting(client: pg.Client): Promise<() => Promise<void>> {
  const tables = `"AdoptionEvent", "AuditEvent"`;
  const { rows } = await client.query<{ may: boolean }>(
    `SELECT has_table_privilege('"AuditEvent"', 'DELETE') AS may`,
  );
  if (rows[0]?.may) return async () => {};
  await client.query(`GRANT UPDATE, DELETE ON ${tables} TO CURRENT_USER`);
  return async () => void (await client.query(`REVOKE UPDATE, DELETE ON ${tables} FROM CURRENT_USER`));
}

/** Where mail of the demonstration went: to its people, and to whom they invited. */
const demoAddresses = `SELECT "email" FROM "User" WHERE "isDemo" UNION SELECT "email" FROM "Invitation" WHERE "isDemo"`;

/** What demo users changed or removed in the reference words comes back; the events that told so are gone. */
async function restoreSynonyms(client: pg.Client): Promise<void> {
  const { rows } = readSeedFile(dataFolder, "zoekwoorden.csv", synonymRow);
  await upsertSynonyms(
    client,
    rows.map(({ value }) => value),
  );
}

/** Lists of steps that demo users changed are as they were. */
async function restoreTasks(client: pg.Client): Promise<void> {
  const { rows } = readSeedFile(dataFolder, "stappen.csv", taskRow);
  await upsertTasks(
    client,
    rows.map(({ value }) => value),
  );
}

/** Nobody's, or a demo user's: what a real author wrote is not ours to remove. */
const byDemoUser = `NOT EXISTS (SELECT FROM "User" author WHERE author."id" = x."authorId" AND NOT author."isDemo")`;

/** Rows that history of real users points at cannot go: that history is never rewritten. */
function isUnused(table: "Solution" | "User" | "Organisation"): string {
  const uses = {
    Solution: [
      "Adoption.solutionId",
      "AdoptionProposal.solutionId",
      "Review.solutionId",
      "SolutionVersion.solutionId",
    ],
    User: ["AdoptionEvent.enteredById", "AdoptionEvent.confirmedById", "AuditEvent.actorId"],
    Organisation: [
      "Solution.providerId",
      "Membership.organisationId",
      "IdentityProvider.organisationId",
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
