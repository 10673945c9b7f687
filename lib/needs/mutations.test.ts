import { expect, test } from "vitest";
import { database } from "@/lib/core/db";
import { visitor } from "@/lib/core/roles";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { submitNeed } from "./mutations";
import { listOwnNeeds } from "./queries";
import { needForm } from "./schema";

const input = needForm.parse({
  title: "Laadpalen",
  text: "Wij willen laadpalen samen plaatsen en beheren.",
  question: "laadpalen",
});

test("a need is left with its trace, and seen by colleagues of the same gemeente only", async () => {
  const member = await findDemoPerson("zwolle", "MEMBER");
  await submitNeed(member, input);
  const [need] = await listOwnNeeds(await findDemoPerson("zwolle", "MANAGER"));
  expect(need).toMatchObject({ title: "Laadpalen", isDemo: true });
  const events = await database().auditEvent.findMany({ where: { subjectType: "Need" } });
  expect(events).toMatchObject([{ action: "need.submitted", subjectId: need?.id, actorId: member.user.id }]);
  const elsewhere = await findDemoPerson("almere", "MANAGER").catch(() => null);
  if (elsewhere) expect(await listOwnNeeds(elsewhere)).toEqual([]);
});

test("who is of no gemeente leaves none", async () => {
  const supplier = await findDemoPerson("maykin", "MEMBER");
  await expect(submitNeed(supplier, input)).rejects.toMatchObject({ code: "forbidden" });
  await expect(submitNeed(visitor, input)).rejects.toMatchObject({ code: "unauthenticated" });
});

test.each([
  { title: "", text: input.text },
  { title: "x", text: "kort" },
  { title: "x".repeat(121), text: input.text },
  { title: "x", text: `${input.text}\0` },
])("%# is refused", (given) => {
  expect(needForm.safeParse(given).success).toBe(false);
});
