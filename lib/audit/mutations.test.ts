import { expect, test } from "vitest";
import { database, inTransaction } from "@/lib/core/db";
import { visitor } from "@/lib/core/roles";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { recordAudit, recordRefusal } from "./mutations";

const origin = { address: "192.0.2.0/24", requestId: "verzoek-1" };

const eventOf = (subjectId: string) =>
  database().auditEvent.findFirst({ where: { subjectId }, orderBy: { id: "desc" } });

const entry = (subjectId: string) =>
  ({ action: "solution.confirmed", subjectType: "Solution", subjectId }) as const;

test("an event says who, on whose behalf, what, on what, with which result and from where", async () => {
  const { user, ...member } = await findDemoPerson("zwolle", "MANAGER");
  const real = { ...member, user: { ...user, isDemo: false }, origin };
  await inTransaction((tx) => recordAudit(tx, real, entry("een")));
  expect(await eventOf("een")).toMatchObject({
    ...entry("een"),
    ...origin,
    actorId: user.id,
    organisationId: member.organisation.id,
    result: "DONE",
    isDemo: false,
    chain: member.organisation.id,
  });
});

test("of a person of the demonstration, who can be anybody, no address is kept", async () => {
  const person = await findDemoPerson("zwolle", "MANAGER");
  await inTransaction((tx) => recordAudit(tx, { ...person, origin }, entry("twee")));
  expect(await eventOf("twee")).toMatchObject({
    address: null,
    requestId: "verzoek-1",
    chain: `demo:${person.organisation.id}`,
  });
});

test("a refusal is kept though the attempt is undone, of whoever is not signed in too", async () => {
  await recordRefusal(
    { ...visitor, origin },
    { action: "session.refused", subjectType: "Session", subjectId: "drie" },
  );
  expect(await eventOf("drie")).toMatchObject({
    ...origin,
    result: "REFUSED",
    actorId: null,
    chain: "platform",
  });
});

test("an event of a change that is undone is undone with it, and leaves no gap", async () => {
  const person = await findDemoPerson("zwolle", "MANAGER");
  const undone = inTransaction(async (tx) => {
    await recordAudit(tx, person, entry("vier"));
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect(await eventOf("vier")).toBeNull();
  const before = await eventOf("twee");
  await inTransaction((tx) => recordAudit(tx, person, entry("vijf")));
  expect((await eventOf("vijf"))?.position).toBe((before?.position ?? 0n) + 1n);
});
