import { TOTP } from "otpauth";
import { expect, test } from "vitest";
import { database } from "@/lib/core/db";
import { aRealPerson, aSession } from "@/lib/core/testing/real-person";
import { proveByCode } from "../mutations";
import { getSecondFactors, getWaitingSecret } from "../queries";
import { mostFactors } from "../rules";
import { addTotp, removeFactor, renewRecoveryCodes, startTotp } from "./mutations";

const codeNow = (secret: string, at = new Date()) =>
  new TOTP({ secret }).generate({ timestamp: at.getTime() });

async function whoHasAnApp() {
  const person = await aRealPerson();
  await startTotp(await person.read());
  const { secret = "" } = (await getWaitingSecret(await person.read())) ?? {};
  const { token } = await addTotp(await person.read(), { name: "Telefoon", code: codeNow(secret) });
  const proven = () => person.read(token);
  const factorId = (await getSecondFactors(await proven())).factors[0]?.id ?? "";
  return { ...person, proven, secret, factorId };
}

const actionsOf = async (actorId: string) =>
  (
    await database().auditEvent.findMany({
      where: { actorId },
      select: { action: true },
      orderBy: { id: "asc" },
    })
  ).map(({ action }) => action);

test("an app is not added without a right code, nor twice, nor in another session", async () => {
  const person = await aRealPerson();
  const viewer = await person.read();
  await expect(addTotp(viewer, { name: "App", code: "123456" })).rejects.toMatchObject({ key: "setupOver" });
  await startTotp(viewer);
  const { secret = "" } = (await getWaitingSecret(viewer)) ?? {};
  await expect(addTotp(viewer, { name: "App", code: "12345" })).rejects.toMatchObject({ key: "codeWrong" });
  const elsewhere = await (await aSession(person.id)).read();
  expect(await getWaitingSecret(elsewhere)).toBeNull();
  await expect(addTotp(elsewhere, { name: "App", code: codeNow(secret) })).rejects.toMatchObject({
    key: "setupOver",
  });
  const tried = await Promise.allSettled([
    addTotp(viewer, { name: "App", code: codeNow(secret) }),
    addTotp(viewer, { name: "App", code: codeNow(secret) }),
  ]);
  expect(tried.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await actionsOf(person.id)).toEqual(["secondFactor.added"]);
});

test("a QR code can be answered for a quarter of an hour", async () => {
  const person = await aRealPerson();
  const viewer = await person.read();
  const shown = new Date();
  await startTotp(viewer, shown);
  const { secret = "" } = (await getWaitingSecret(viewer)) ?? {};
  const late = new Date(shown.getTime() + 15 * 60_000);
  expect(await getWaitingSecret(viewer, late)).toBeNull();
  await expect(addTotp(viewer, { name: "App", code: codeNow(secret, late) }, late)).rejects.toMatchObject({
    key: "setupOver",
  });
});

test("the code that set an app up does not work again", async () => {
  const { id, secret } = await whoHasAnApp();
  const other = await (await aSession(id)).read();
  await expect(proveByCode(other, codeNow(secret, new Date(Date.now() - 30_000)))).rejects.toMatchObject({
    key: "codeUsed",
  });
});

test("nothing is added or removed without a fresh proof", async () => {
  const { id, proven, factorId } = await whoHasAnApp();
  const unproven = await (await aSession(id)).read();
  const later = new Date(Date.now() + 16 * 60_000);
  const stale = await proven();
  for (const [viewer, now] of [
    [unproven, new Date()],
    [stale, later],
  ] as const) {
    const needed = { code: "forbidden", key: "freshProofNeeded" };
    await expect(startTotp(viewer, now)).rejects.toMatchObject(needed);
    await expect(removeFactor(viewer, { factorId }, now)).rejects.toMatchObject(needed);
    await expect(renewRecoveryCodes(viewer, now)).rejects.toMatchObject(needed);
  }
  expect(await actionsOf(id)).toEqual(["secondFactor.added"]);
});

test("removing one of two makes other browsers prove again, this one not", async () => {
  const { id, email, proven, factorId } = await whoHasAnApp();
  await database().secondFactor.create({ data: { userId: id, kind: "TOTP", name: "Tweede", key: "x" } });
  const other = await aSession(id);
  await database().session.update({ where: { id: other.sessionId }, data: { secondFactorAt: new Date() } });
  expect(await other.read()).toMatchObject({ roles: ["MANAGER"] });
  await removeFactor(await proven(), { factorId });
  expect(await other.read()).toMatchObject({ roles: ["MEMBER"], withheldRoles: ["MANAGER"] });
  expect(await proven()).toMatchObject({ roles: ["MANAGER"] });
  const [mail] = await database().outgoingMail.findMany({
    where: { to: email, text: { contains: "verwijderd: Telefoon" } },
    select: { id: true },
  });
  expect(mail).toBeTruthy();
  expect(await actionsOf(id)).toEqual(["secondFactor.added", "secondFactor.removed"]);
});

test("with the last one the recovery codes go and the roles wait again, here too", async () => {
  const { id, proven, factorId } = await whoHasAnApp();
  await renewRecoveryCodes(await proven());
  await removeFactor(await proven(), { factorId });
  expect(await proven()).toMatchObject({ withheldRoles: ["MANAGER"], hasSecondFactor: false });
  expect(await database().recoveryCode.count({ where: { userId: id } })).toBe(0);
  await expect(renewRecoveryCodes(await proven())).rejects.toMatchObject({ key: "noFactor" });
});

test("a factor of somebody else is not found", async () => {
  const [one, another] = [await whoHasAnApp(), await whoHasAnApp()];
  await expect(removeFactor(await one.proven(), { factorId: another.factorId })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("there is an end to how many one person has", async () => {
  const { id, proven } = await whoHasAnApp();
  await database().secondFactor.createMany({
    data: Array.from({ length: mostFactors - 1 }, (_, at) => ({
      userId: id,
      kind: "TOTP" as const,
      name: `${at}`,
      key: "x",
    })),
  });
  await expect(startTotp(await proven())).rejects.toMatchObject({ key: "tooManyFactors" });
});
