import { beforeAll, expect, test } from "vitest";
import { database } from "@/lib/core/db";
import type { Member } from "@/lib/core/roles";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { recordStatements } from "@/lib/core/testing/recorded-statements";
import { countOpenFacts, listPortfolio, listProposals, listUnmentioned } from "./queries";

const wanted = 30_000;
let manager: Member;

beforeAll(async () => {
  manager = await findDemoPerson("zwolle", "MANAGER");
  // Every gemeente takes up what it has not yet, until there are as many as the whole country would have.
  await database().$executeRaw`
    WITH made AS (
      INSERT INTO "Adoption" ("gemeenteId", "solutionId", "status", "since", "interestedOn", "isDemo")
      SELECT g."organisationId", s."id", 'INTERESTED', '2025-01-01', '2025-01-01', true
      FROM "Solution" s CROSS JOIN "Gemeente" g
      WHERE g."validTo" IS NULL AND s."publication" = 'PUBLISHED'
        AND NOT EXISTS (SELECT 1 FROM "Adoption" a
          WHERE a."gemeenteId" = g."organisationId" AND a."solutionId" = s."id")
      LIMIT greatest(0, ${wanted} - (SELECT count(*) FROM "Adoption"))
      RETURNING "id")
    INSERT INTO "AdoptionEvent" ("adoptionId", "position", "to", "occurredOn", "isDemo")
    SELECT "id", 1, 'INTERESTED', '2025-01-01', true FROM made`;
});

test("at 30,000 adoptions the portfolio asks a handful of statements, whatever its size", async () => {
  expect(await database().adoption.count()).toBeGreaterThanOrEqual(wanted);
  const statements = await recordStatements();
  await Promise.all([listPortfolio(manager), countOpenFacts(manager), listUnmentioned(manager)]);
  // The page asks for the session and the views of the reader as well: together no more than eight.
  expect(statements.length).toBeGreaterThanOrEqual(3);
  expect(statements.length).toBeLessThanOrEqual(8 - 2);
  statements.length = 0;
  await listProposals(manager);
  expect(statements.length).toBeLessThanOrEqual(8 - 1);
});
