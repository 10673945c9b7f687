import { TOTP } from "otpauth";
import { expect, test } from "vitest";
import { database } from "@/lib/core/db";
import type { Viewer } from "@/lib/core/roles";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { aRealPerson, aSession } from "@/lib/core/testing/real-person";
import { proveByCode, proveByRecoveryCode } from "./mutations";
import { getSecondFactors, getWaitingSecret } from "./queries";
import { addTotp, renewRecoveryCodes, startTotp } from "./setup/mutations";

/** Ten seconds into the time step of now, so that the steps around it are known. */
const start = new Date(Math.floor(Date.now() / 30_000) * 30_000 + 10_000);
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000);
const codeAt = (secret: string, at: Date) => new TOTP({ secret }).generate({ timestamp: at.getTime() });

/** A person with an app, set up at `start`, and a second browser that has proven nothing. */
async function whoHasAnApp() {
  const person = await aRealPerson();
  await startTotp(await person.read());
  const { secret } = (await getWaitingSecret(await person.read())) ?? { secret: "" };
  const { token } = await addTotp(
    await person.read(),
    { name: "Telefoon", code: codeAt(secret, start) },
    start,
  );
  const other = await aSession(person.id);
  return { ...person, proven: () => person.read(token), other, secret };
}

const audited = (actorId: string) =>
  database().auditEvent.findMany({
    where: { actorId },
    select: { action: true, result: true, subjectType: true, subjectId: true, detail: true },
    orderBy: { id: "asc" },
  });
const actionsOf = async (actorId: string) => (await audited(actorId)).map(({ action }) => action);
const mailsTo = (to: string) =>
  database().outgoingMail.findMany({ where: { to }, select: { text: true }, orderBy: { createdAt: "asc" } });

test("an app that is set up proves the session, under a new token, and makes the role work", async () => {
  const person = await whoHasAnApp();
  expect(await person.read()).toMatchObject({ user: null });
  const viewer = await person.proven();
  expect(viewer).toMatchObject({ roles: ["MANAGER"], withheldRoles: [], hasSecondFactor: true });
  expect(viewer.sessionId).toBe(person.sessionId);
  expect((await getSecondFactors(viewer)).factors).toMatchObject([{ kind: "TOTP", name: "Telefoon" }]);
  expect(await audited(person.id)).toMatchObject([
    { action: "secondFactor.added", subjectType: "SecondFactor", detail: { kind: "TOTP" } },
  ]);
  expect(await mailsTo(person.email)).toMatchObject([{ text: expect.stringContaining("Telefoon") }]);
});

test("the secret lies sealed in the database", async () => {
  const person = await whoHasAnApp();
  const { key } = await database().secondFactor.findFirstOrThrow({
    where: { userId: person.id },
    select: { key: true },
  });
  expect(key).toMatch(/^v1:/);
  expect(key).not.toContain(person.secret);
});

test("another browser of the same person waits until it proves for itself", async () => {
  const { other, secret, id } = await whoHasAnApp();
  const waiting = await other.read();
  expect(waiting).toMatchObject({ roles: ["MEMBER"], withheldRoles: ["MANAGER"] });
  const { token } = await proveByCode(waiting, codeAt(secret, after(30)), after(30));
  expect(await other.read()).toMatchObject({ user: null });
  expect(await other.read(token)).toMatchObject({ roles: ["MANAGER"], withheldRoles: [] });
  expect((await audited(id)).at(-1)).toEqual({
    action: "secondFactor.proven",
    result: "DONE",
    subjectType: "Session",
    subjectId: other.sessionId,
    detail: { by: "TOTP" },
  });
});

test("a code that was used, or one before it, is refused, also while its time lasts", async () => {
  const { other, secret, id } = await whoHasAnApp();
  const viewer = await other.read();
  for (const used of [codeAt(secret, start), codeAt(secret, after(-30))]) {
    await expect(proveByCode(viewer, used, start)).rejects.toMatchObject({ key: "codeUsed" });
  }
  expect(await other.read()).toMatchObject({ withheldRoles: ["MANAGER"] });
  expect((await audited(id)).at(-1)).toMatchObject({
    action: "secondFactor.refused",
    result: "REFUSED",
    detail: { reason: "codeUsed" },
  });
});

test("of one code tried many times at once, one counts", async () => {
  const { id, secret } = await whoHasAnApp();
  const browsers = await Promise.all(Array.from({ length: 4 }, () => aSession(id)));
  const viewers = await Promise.all(browsers.map(({ read }) => read()));
  const code = codeAt(secret, after(30));
  const tried = await Promise.allSettled(viewers.map((viewer) => proveByCode(viewer, code, after(30))));
  expect(tried.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("after five wrong codes a right one waits too", async () => {
  const { other, secret } = await whoHasAnApp();
  const viewer = await other.read();
  for (let nth = 0; nth < 5; nth++) {
    await expect(proveByCode(viewer, "abcdef", start)).rejects.toMatchObject({ key: "codeWrong" });
  }
  await expect(proveByCode(viewer, codeAt(secret, after(30)), after(30))).rejects.toMatchObject({
    code: "too-many",
    detail: "15",
  });
});

test("a right code forgets the wrong ones before it", async () => {
  const { id, secret } = await whoHasAnApp();
  for (const round of [1, 2, 3]) {
    const viewer = await (await aSession(id)).read();
    for (let nth = 0; nth < 3; nth++) await proveByCode(viewer, "000", start).catch(() => {});
    const at = after(30 * round);
    await expect(proveByCode(viewer, codeAt(secret, at), at)).resolves.toBeTruthy();
  }
});

test("a code of somebody else is wrong", async () => {
  const [one, another] = [await whoHasAnApp(), await whoHasAnApp()];
  const viewer = await one.other.read();
  await expect(proveByCode(viewer, codeAt(another.secret, after(30)), after(30))).rejects.toMatchObject({
    key: "codeWrong",
  });
});

test("a recovery code works once, however it is typed, and its owner is told", async () => {
  const person = await whoHasAnApp();
  const codes = await renewRecoveryCodes(await person.proven(), start);
  expect(new Set(codes).size).toBe(10);
  const typed = codes[3]?.toLowerCase().replaceAll("-", " ") ?? "";
  const { token } = await proveByRecoveryCode(await person.other.read(), typed);
  expect(await person.other.read(token)).toMatchObject({ roles: ["MANAGER"] });
  expect((await getSecondFactors(await person.other.read(token))).recoveryCodesLeft).toBe(9);
  expect((await mailsTo(person.email)).at(-1)?.text).toContain("nog 9 over");
  const third = await aSession(person.id);
  await expect(proveByRecoveryCode(await third.read(), typed)).rejects.toMatchObject({
    key: "recoveryCodeWrong",
  });
  expect(await actionsOf(person.id)).toEqual([
    "secondFactor.added",
    "recoveryCodes.renewed",
    "secondFactor.proven",
    "secondFactor.refused",
  ]);
});

test("recovery codes are kept hashed, and new ones end the old", async () => {
  const person = await whoHasAnApp();
  const [old = ""] = await renewRecoveryCodes(await person.proven(), start);
  const rows = await database().recoveryCode.findMany({
    where: { userId: person.id },
    select: { hash: true },
  });
  expect(rows.some(({ hash }) => hash.includes(old))).toBe(false);
  await renewRecoveryCodes(await person.proven(), start);
  await expect(proveByRecoveryCode(await person.other.read(), old)).rejects.toMatchObject({
    key: "recoveryCodeWrong",
  });
});

test("a code proves nothing for a visitor, or for a person of the demonstration", async () => {
  const demo: Viewer = { ...(await findDemoPerson("zwolle", "MANAGER")), sessionId: crypto.randomUUID() };
  const visitor: Viewer = { user: null, organisation: null, roles: [], organisations: [] };
  await expect(proveByCode(demo, "123456")).rejects.toMatchObject({ code: "forbidden" });
  await expect(proveByCode(visitor, "123456")).rejects.toMatchObject({ code: "unauthenticated" });
  expect(await getSecondFactors(demo)).toEqual({ factors: [], recoveryCodesLeft: 0 });
});

test("a session that was ended elsewhere is not proven", async () => {
  const { other, secret } = await whoHasAnApp();
  const viewer = await other.read();
  await database().session.delete({ where: { id: other.sessionId } });
  await expect(proveByCode(viewer, codeAt(secret, after(30)), after(30))).rejects.toMatchObject({
    code: "unauthenticated",
  });
});
