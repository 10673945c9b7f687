import { expect, test } from "vitest";
import { database } from "@/lib/core/db";
import { isSessionToken } from "@/lib/core/session";
import { readViewer } from "@/lib/core/viewer";
import { authOptions } from "./auth";
import { endSession, startDemoSession } from "./mutations";

async function aDemoManager() {
  return database().user.findFirstOrThrow({
    where: { isDemo: true, memberships: { some: { role: "MANAGER" } } },
    select: { id: true, name: true },
  });
}

const audited = (subjectId: string) =>
  database().auditEvent.findMany({ where: { subjectId }, select: { action: true }, orderBy: { id: "asc" } });

test("a session of a demo person makes its viewer, until it ends; both leave a trace", async () => {
  const person = await aDemoManager();
  const { token, expires } = await startDemoSession(person.id);
  expect(isSessionToken(token)).toBe(true);
  expect(expires.getTime() - Date.now()).toBeGreaterThan(6.9 * 86_400_000);
  const { id } = await database().session.findUniqueOrThrow({
    where: { sessionToken: token },
    select: { id: true },
  });
  expect(await readViewer(token)).toMatchObject({ user: { name: person.name }, roles: ["MANAGER"] });
  await endSession(token);
  expect(await readViewer(token)).toMatchObject({ user: null, roles: [] });
  expect(await audited(id)).toEqual([{ action: "session.started" }, { action: "session.ended" }]);
});

test("signing out through next-auth leaves the same trace", async () => {
  const { token } = await startDemoSession((await aDemoManager()).id);
  const { id } = await database().session.findUniqueOrThrow({
    where: { sessionToken: token },
    select: { id: true },
  });
  await authOptions().adapter?.deleteSession?.(token);
  expect(await audited(id)).toHaveLength(2);
});

test("an expired session is a visitor's", async () => {
  const { token } = await startDemoSession((await aDemoManager()).id);
  await database().session.update({
    where: { sessionToken: token },
    data: { expires: new Date(Date.now() - 1000) },
  });
  expect(await readViewer(token)).toMatchObject({ user: null });
});

test("nobody who is real, or has left the demonstration, can be chosen", async () => {
  const real = await database().user.create({
    data: { email: "echt@voorbeeld.invalid" },
    select: { id: true },
  });
  const left = await database().user.create({
    data: { email: "weg@voorbeeld.invalid", isDemo: true },
    select: { id: true },
  });
  for (const { id } of [real, left]) {
    await expect(startDemoSession(id)).rejects.toMatchObject({ code: "not-found" });
  }
});

test.each(["", "a\0", "x'; --", "a".repeat(19), "ééééééééééééééééééééé"])(
  "%j is no session token",
  (value) => {
    expect(isSessionToken(value)).toBe(false);
  },
);
