import type pg from "pg";
import { inTransaction } from "../import-run";
import { recountAll } from "../recount";
import type { DemoGemeente } from "./adoptions";
import { insertDocuments } from "./documents";
import type { DemoSolution } from "./history";
import {
  confirmSomeFacts,
  insertAdoptions,
  insertPeople,
  insertProposals,
  insertReviews,
  insertTasks,
} from "./insert";
import { type DemoLayer, makeDemo } from "./make";
import { insertMemberships } from "./memberships";
import { insertPartnerships } from "./partnerships";
import { people } from "./people";

/** Changes with the rules of the layer, so that a database tells which one it holds. */
const demoVersion = "6";

/**
 * Loads the fictitious layer, everything marked `isDemo`, on top of the reference data. Does nothing
 * when the database holds one already. Tells whether it loaded.
 */
export async function loadDemo(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query(`SELECT FROM "ImportRun" WHERE "file" = 'demo' LIMIT 1`);
  if (rowCount) return false;
  const invented = makeDemo(await readGemeenten(client), await readSolutions(client));
  const layer = leaveOut(invented, await readTaken(client));
  await inTransaction(client, async () => {
    await insertPeople(client);
    await insertMemberships(client);
    await insertAdoptions(client, layer);
    await insertTasks(client);
    await insertPartnerships(client);
    await insertDocuments(client);
    await insertReviews(client, layer);
    await insertProposals(client, layer);
    await confirmSomeFacts(client);
    await recountAll(client);
    await client.query(
      `INSERT INTO "ImportRun" ("file", "fileHash", "finishedAt", "inserted") VALUES ('demo', $1, clock_timestamp(), $2)`,
      [demoVersion, layer.adoptions.length + layer.reviews.length + layer.proposals.length + people.length],
    );
  });
  // The planner would otherwise treat thousands of new rows as none.
  await client.query(`ANALYZE "Adoption", "AdoptionEvent", "Review", "AdoptionProposal", "Solution"`);
  return true;
}

async function readGemeenten(client: pg.Client): Promise<DemoGemeente[]> {
  const { rows } = await client.query<DemoGemeente>(`
    SELECT o."slug", g."cbsCode", g."province", g."inhabitants"
    FROM "Gemeente" g JOIN "Organisation" o ON o."id" = g."organisationId"
    WHERE g."validTo" IS NULL AND NOT o."isDemo" ORDER BY g."cbsCode"`);
  return rows;
}

async function readSolutions(client: pg.Client): Promise<DemoSolution[]> {
  const { rows } = await client.query<DemoSolution>(`
    SELECT s."slug", s."kind", s."phase", s."obligation", s."priceModel", o."slug" AS provider
    FROM "Solution" s JOIN "Organisation" o ON o."id" = s."providerId"
    WHERE NOT s."isDemo" AND s."importHash" IS NOT NULL ORDER BY s."slug"`);
  return rows;
}

/** What is real, or was kept when the layer was cleared before: nothing is invented beside it. */
async function readTaken(client: pg.Client): Promise<Set<string>> {
  const { rows } = await client.query<{ pair: string }>(`
    SELECT DISTINCT o."slug" || ' ' || s."slug" AS pair
    FROM (SELECT "gemeenteId", "solutionId" FROM "Adoption" UNION SELECT "gemeenteId", "solutionId" FROM "Review") x
    JOIN "Organisation" o ON o."id" = x."gemeenteId" JOIN "Solution" s ON s."id" = x."solutionId"`);
  return new Set(rows.map(({ pair }) => pair));
}

function leaveOut({ adoptions, reviews, proposals }: DemoLayer, taken: Set<string>): DemoLayer {
  const isFree = ({ gemeente, solution }: { gemeente: string; solution: string }) =>
    !taken.has(`${gemeente} ${solution}`);
  return {
    adoptions: adoptions.filter(isFree),
    reviews: reviews.filter(isFree),
    proposals: proposals.filter(isFree),
  };
}
