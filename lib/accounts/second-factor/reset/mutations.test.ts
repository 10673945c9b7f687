import { expect, test } from "vitest";
import { database } from "@/lib/core/db";
import type { Role } from "@/lib/core/generated/prisma/enums";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { aRealPerson } from "@/lib/core/testing/real-person";
import { resetSecondFactors } from "./mutations";

/** An admin who proved a moment ago. */
async function anAdmin(role: Role, slug = "zwolle") {
  const person = await aRealPerson({ roles: [role], slug });
  await database().session.update({
    where: { id: person.sessionId },
    data: { secondFactorAt: new Date() },
  });
  return person;
}

async function whoLostAPhone(roles: Role[] = ["MANAGER"], slug = "zwolle") {
  const person = await aRealPerson({ roles, slug });
  await database().secondFactor.create({
    data: { userId: person.id, kind: "TOTP", name: "Kwijt", key: "x" },
  });
  await database().recoveryCode.create({ data: { userId: person.id, hash: "x" } });
  return person;
}

const leftOf = (userId: string) => database().secondFactor.count({ where: { userId } });

test("an admin resets a colleague: factors, codes and sessions go, a mail and a trace stay", async () => {
  const [admin, lost] = [await anAdmin("ORGANISATION_ADMIN"), await whoLostAPhone()];
  await resetSecondFactors(await admin.read(), lost.id);
  expect(await leftOf(lost.id)).toBe(0);
  expect(await database().recoveryCode.count({ where: { userId: lost.id } })).toBe(0);
  expect(await lost.read()).toMatchObject({ user: null });
  const mails = await database().outgoingMail.findMany({ where: { to: lost.email }, select: { text: true } });
  expect(mails).toMatchObject([{ text: expect.stringContaining("gewist") }]);
  const trace = await database().auditEvent.findMany({
    where: { actorId: admin.id },
    select: { action: true, subjectType: true, subjectId: true, detail: true },
  });
  expect(trace).toEqual([
    {
      action: "secondFactor.reset",
      subjectType: "User",
      subjectId: lost.id,
      detail: { factors: 1, sessions: 1 },
    },
  ]);
});

test("a platform admin resets anybody, of whatever organisation", async () => {
  const admin = await anAdmin("PLATFORM_ADMIN", "vng-realisatie");
  const lost = await whoLostAPhone(["ORGANISATION_ADMIN"], "utrecht");
  await resetSecondFactors(await admin.read(), lost.id);
  expect(await leftOf(lost.id)).toBe(0);
});

test.each<[string, Role, string, string]>([
  ["a member", "MEMBER", "zwolle", "forbidden"],
  ["a manager", "MANAGER", "zwolle", "forbidden"],
  ["a moderator", "MODERATOR", "vng-realisatie", "forbidden"],
  ["the admin of another organisation", "ORGANISATION_ADMIN", "utrecht", "notFound"],
])("%s resets nobody", async (_, role, slug, key) => {
  const [other, lost] = [await anAdmin(role, slug), await whoLostAPhone()];
  await expect(resetSecondFactors(await other.read(), lost.id)).rejects.toMatchObject({ key });
  expect(await leftOf(lost.id)).toBe(1);
});

test("an admin does not reset who has rights elsewhere, or over the platform", async () => {
  const admin = await anAdmin("ORGANISATION_ADMIN");
  const elsewhere = await whoLostAPhone(["MEMBER"]);
  const { id: organisationId } = await database().organisation.findUniqueOrThrow({
    where: { slug: "utrecht" },
    select: { id: true },
  });
  const membership = { userId: elsewhere.id, organisationId };
  await database().membership.create({ data: { ...membership, role: "ORGANISATION_ADMIN" } });
  const ofPlatform = await whoLostAPhone(["PLATFORM_ADMIN"]);
  for (const { id } of [elsewhere, ofPlatform]) {
    await expect(resetSecondFactors(await admin.read(), id)).rejects.toMatchObject({ key: "resetElsewhere" });
    expect(await leftOf(id)).toBe(1);
  }
  // A right that was taken away stands in nobody's way.
  await database().membership.updateMany({ where: membership, data: { disabledAt: new Date() } });
  await resetSecondFactors(await admin.read(), elsewhere.id);
  expect(await leftOf(elsewhere.id)).toBe(0);
});

test("nobody resets themselves, and nobody of the demonstration a real person", async () => {
  const admin = await anAdmin("ORGANISATION_ADMIN");
  await database().secondFactor.create({ data: { userId: admin.id, kind: "TOTP", name: "Eigen", key: "x" } });
  await expect(resetSecondFactors(await admin.read(), admin.id)).rejects.toMatchObject({
    key: "resetElsewhere",
  });
  const lost = await whoLostAPhone();
  const demo = { ...(await findDemoPerson("zwolle", "ORGANISATION_ADMIN")), sessionId: crypto.randomUUID() };
  await expect(resetSecondFactors(demo, lost.id)).rejects.toMatchObject({ code: "forbidden" });
  expect(await leftOf(lost.id)).toBe(1);
});

test("an admin without a proof, or with an old one, resets nobody", async () => {
  const [admin, lost] = [await anAdmin("ORGANISATION_ADMIN"), await whoLostAPhone()];
  await database().secondFactor.create({ data: { userId: admin.id, kind: "TOTP", name: "Eigen", key: "x" } });
  const proven = await admin.read();
  const later = new Date(Date.now() + 16 * 60_000);
  await expect(resetSecondFactors(proven, lost.id, later)).rejects.toMatchObject({ key: "freshProofNeeded" });
  await database().session.update({ where: { id: admin.sessionId }, data: { secondFactorAt: null } });
  await expect(resetSecondFactors(await admin.read(), lost.id)).rejects.toMatchObject({
    key: "secondFactorNeeded",
  });
  expect(await leftOf(lost.id)).toBe(1);
});

test("who has none, or does not exist, leaves nothing to reset", async () => {
  const admin = await anAdmin("PLATFORM_ADMIN", "vng-realisatie");
  const nothing = await aRealPerson();
  const viewer = await admin.read();
  await expect(resetSecondFactors(viewer, nothing.id)).rejects.toMatchObject({ key: "nothingToReset" });
  await expect(resetSecondFactors(viewer, crypto.randomUUID())).rejects.toMatchObject({ code: "not-found" });
});
