import { describe, expect, test } from "vitest";
import { database, inTransaction } from "@/lib/core/db";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { requestMembershipAtSignIn } from "./mutations";

let made = 0;

/** Somebody who just signed in for the first time. */
async function makeUser() {
  made += 1;
  return database().user.create({
    data: { name: `Nieuw ${made}`, email: `nieuw.${made}@zwolle.nl` },
    select: { id: true, email: true, name: true, isDemo: true },
  });
}

describe("a first sign-in through the provider of Zwolle", () => {
  const ask = (userId: string, organisationId: string) =>
    inTransaction((tx) => requestMembershipAtSignIn(tx, { userId, organisationId }));

  test("leaves one request without rights, however often it happens, and tells the administrator", async () => {
    const user = await makeUser();
    const admin = await findDemoPerson("zwolle", "ORGANISATION_ADMIN");
    const zwolle = admin.organisation.id;
    const outcomes = await Promise.all([ask(user.id, zwolle), ask(user.id, zwolle), ask(user.id, zwolle)]);
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    expect(await ask(user.id, zwolle)).toBe(false);
    const requests = await database().membershipRequest.findMany({ where: { userId: user.id } });
    expect(requests).toMatchObject([
      { state: "OPEN", role: "MEMBER", organisationId: zwolle, isDemo: false },
    ]);
    expect(await database().membership.count({ where: { userId: user.id } })).toBe(0);
    const mails = await database().outgoingMail.findMany({ where: { text: { contains: user.name ?? "" } } });
    expect(mails.map(({ to }) => to)).toEqual(["henk.rietberg@voorbeeld.invalid"]);
    const audit = await database().auditEvent.findMany({ where: { actorId: user.id } });
    expect(audit).toMatchObject([{ action: "membership.requested", subjectId: requests[0]?.id }]);
  });

  test("tells the platform while the organisation has no administrator", async () => {
    const user = await makeUser();
    const { organisation } = await findDemoPerson("utrecht", "MEMBER");
    await ask(user.id, organisation.id);
    const mails = await database().outgoingMail.findMany({ where: { text: { contains: user.name ?? "" } } });
    expect(mails.map(({ to }) => to)).toEqual(["thijs.plattelaar@voorbeeld.invalid"]);
  });

  test("asks nothing for who is suspended there", async () => {
    const user = await makeUser();
    const { organisation } = await findDemoPerson("utrecht", "MEMBER");
    await database().membership.create({
      data: { userId: user.id, organisationId: organisation.id, role: "MEMBER", disabledAt: new Date() },
    });
    expect(await ask(user.id, organisation.id)).toBe(false);
  });
});
