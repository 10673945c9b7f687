import { expect, test } from "vitest";
import { database } from "@/lib/core/db";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { recordStatements } from "@/lib/core/testing/recorded-statements";
import { adjustPlan, registerInterest } from "./mutations";

test("what goes past Prisma runs by way of it too, should the connection not be known or the time be over", async () => {
  const manager = await findDemoPerson("zwolle", "MANAGER");
  const { id: solutionId } = await database().solution.findFirstOrThrow({
    where: {
      publication: "PUBLISHED",
      obligation: "VOLUNTARY",
      phase: "MANAGED",
      adoptions: { none: { gemeenteId: manager.organisation.id } },
    },
    select: { id: true },
  });
  const seen = await recordStatements();
  await registerInterest(manager, { solutionId, contactName: "Iemand" });
  const where = { gemeenteId: manager.organisation.id, solutionId };
  const { id } = await database().adoption.findFirstOrThrow({ where, select: { id: true } });
  await adjustPlan(manager, { adoptionId: id, version: 1, reason: "Anders", nextStep: "Bellen" });
  const adoption = await database().adoption.findFirstOrThrow({
    where,
    select: { version: true, nextStep: true, events: { select: { to: true } } },
  });
  expect(adoption).toEqual({
    version: 2,
    nextStep: "Bellen",
    events: [{ to: "INTERESTED" }, { to: "INTERESTED" }],
  });
  for (const text of ['INSERT INTO "Adoption"', 'UPDATE "Adoption"', "recount_solution", '"AuditEvent"'])
    expect(seen.join("\n")).toContain(text);
});
