import { expect, test } from "vitest";
import { testDatabase } from "@/lib/core/testing/test-database";
import { recountAll } from "./recount";

const { client } = await testDatabase({ seeded: true });

/** A gemeente that said no and began again, whose earlier cycle is made to look in use. */
async function reviveEarlierCycle() {
  const { rows } = await client.query<{ id: string; solution: string; gemeente: string }>(
    `UPDATE "Adoption" a SET "status" = 'IN_USE', "inUseOn" = a."since"
     WHERE a."id" = (SELECT o."id" FROM "Adoption" o
       JOIN "Solution" s ON s."id" = o."solutionId" AND s."publication" = 'PUBLISHED'
       JOIN "Gemeente" g ON g."organisationId" = o."gemeenteId" AND g."validTo" IS NULL
       JOIN "Adoption" n ON n."gemeenteId" = o."gemeenteId" AND n."solutionId" = o."solutionId" AND n."cycle" = 2
       WHERE o."cycle" = 1 ORDER BY o."id" LIMIT 1)
     RETURNING a."id", a."solutionId" AS solution, a."gemeenteId" AS gemeente`,
  );
  const [revived] = rows;
  if (!revived) throw new Error("the demo layer has second cycles");
  return revived;
}

test("only the newest cycle of a gemeente with a solution counts, one by one and all at once", async () => {
  const counters = async ({ solution, gemeente }: { solution: string; gemeente: string }) => {
    const { rows } = await client.query(
      `SELECT s."inUseCount" AS used, s."inUseInhabitants" AS inhabitants, g."inUseCount" AS "usedHere"
       FROM "Solution" s, "Gemeente" g WHERE s."id" = $1 AND g."organisationId" = $2`,
      [solution, gemeente],
    );
    return rows[0];
  };
  await recountAll(client);
  const { rows } = await client.query(
    `SELECT "id", "inUseCount", "interestedCount", "joiningCount" FROM "Solution" ORDER BY "id"`,
  );
  await client.query("BEGIN");
  const revived = await reviveEarlierCycle();
  const before = await counters(revived);
  await client.query("SELECT recount_solution($1), recount_gemeente($2)", [
    revived.solution,
    revived.gemeente,
  ]);
  expect(await counters(revived)).toEqual(before);
  await recountAll(client);
  expect(await counters(revived)).toEqual(before);
  const after = await client.query(
    `SELECT "id", "inUseCount", "interestedCount", "joiningCount" FROM "Solution" ORDER BY "id"`,
  );
  expect(after.rows).toEqual(rows);
  await client.query("ROLLBACK");
});
