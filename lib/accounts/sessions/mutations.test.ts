import { expect, test } from "vitest";
import { database, inTransaction } from "@/lib/core/db";
import { type Viewer, visitor } from "@/lib/core/roles";
import { hashToken, isSessionToken } from "@/lib/core/session";
import { readViewer } from "@/lib/core/viewer";
import { endOtherSessions, endOwnSession, endSession, startDemoSession, startSession } from "./mutations";
import { listOwnSessions } from "./queries";

const origin = { address: "192.0.2.0/24", requestId: "r1", device: "Firefox/Windows" };
async function aDemoManager() {
  return database().user.findFirstOrThrow({
    where: { isDemo: true, memberships: { some: { role: "MANAGER" } } },
    select: { id: true, name: true },
  });
}

let count = 0;
async function aRealUser() {
  return database().user.create({
    data: { email: `echt${count++}@gemeente.test`, name: "Echt" },
    select: { id: true, name: true, isDemo: true },
  });
}

async function signIn(user: { id: string; name: string | null; isDemo: boolean }): Promise<SignedIn> {
  const { token } = await inTransaction((tx) => startSession(tx, { user, origin, method: "mail" }));
  const viewer = await readViewer(token);
  if (!viewer.sessionId) throw new Error("not signed in");
  return { token, viewer, sessionId: viewer.sessionId };
}
type SignedIn = { token: string; viewer: Viewer; sessionId: string };

const audited = (subjectId: string) =>
  database().auditEvent.findMany({ where: { subjectId }, select: { action: true }, orderBy: { id: "asc" } });

test("a session of a demo person makes its viewer, until it ends; both leave a trace", async () => {
  const person = await aDemoManager();
  const { token, expires, sessionId } = await startDemoSession(person.id, origin);
  expect(isSessionToken(token)).toBe(true);
  expect(expires.getTime() - Date.now()).toBeGreaterThan(6.9 * 86_400_000);
  expect(await readViewer(token)).toMatchObject({ user: { name: person.name }, roles: ["MANAGER"] });
  await endSession(token);
  expect(await readViewer(token)).toMatchObject({ user: null, roles: [] });
  expect(await audited(sessionId)).toEqual([{ action: "session.started" }, { action: "session.ended" }]);
});

test("of an invented person nobody reads where they are: any visitor can be that person", async () => {
  const { token, sessionId } = await startDemoSession((await aDemoManager()).id, origin);
  const session = database().session.findUniqueOrThrow({
    where: { id: sessionId },
    select: { device: true, address: true },
  });
  expect(await session).toEqual({ device: null, address: null });
  const viewer = await readViewer(token);
  expect(await listOwnSessions(viewer)).toEqual([]);
  await expect(endOtherSessions(viewer)).rejects.toMatchObject({ code: "forbidden" });
  await expect(endOwnSession(viewer, { sessionId })).rejects.toMatchObject({ code: "forbidden" });
});

test("the database knows no token, only its hash", async () => {
  const { token } = await signIn(await aRealUser());
  const { rows } = { rows: await database().session.findMany({ select: { sessionToken: true } }) };
  expect(rows.map(({ sessionToken }) => sessionToken)).toContain(hashToken(token));
  expect(JSON.stringify(rows)).not.toContain(token);
  // Who reads the table and sends what it says is a visitor.
  expect(await readViewer(hashToken(token))).toMatchObject({ user: null });
});

test("a session ends seven days after its start and eight hours after its last use", async () => {
  const past = new Date(Date.now() - 1000);
  for (const data of [{ expires: past }, { lastSeenAt: new Date(past.getTime() - 8 * 3_600_000) }]) {
    const { token, sessionId } = await signIn(await aRealUser());
    await database().session.update({ where: { id: sessionId }, data });
    expect(await readViewer(token)).toMatchObject({ user: null });
  }
});

test("use is noted to the minute, and does not move the end", async () => {
  const { token, sessionId } = await signIn(await aRealUser());
  const read = () =>
    database().session.findUniqueOrThrow({
      where: { id: sessionId },
      select: { lastSeenAt: true, expires: true },
    });
  const first = await read();
  await readViewer(token);
  expect(await read()).toEqual(first);
  const long = new Date(Date.now() - 7 * 3_600_000);
  await database().session.update({ where: { id: sessionId }, data: { lastSeenAt: long } });
  await readViewer(token);
  await expect.poll(async () => (await read()).lastSeenAt.getTime()).toBeGreaterThan(Date.now() - 60_000);
  expect((await read()).expires).toEqual(first.expires);
});

test("a disabled user is a visitor at the next request", async () => {
  const user = await aRealUser();
  const { token } = await signIn(user);
  await database().user.update({ where: { id: user.id }, data: { disabledAt: new Date() } });
  expect(await readViewer(token)).toMatchObject({ user: null });
});

test("a user sees their own sessions, this one first, and ends one or all others", async () => {
  const user = await aRealUser();
  const [first, second, third] = [await signIn(user), await signIn(user), await signIn(user)];
  const stranger = await signIn(await aRealUser());
  const sessions = await listOwnSessions(first.viewer);
  expect(sessions.map(({ id, isThis }) => [id, isThis])).toEqual([
    [first.sessionId, true],
    [third.sessionId, false],
    [second.sessionId, false],
  ]);
  expect(sessions[0]).toMatchObject({
    device: { browser: "Firefox", system: "Windows" },
    address: "192.0.2.0/24",
  });
  await endOwnSession(first.viewer, { sessionId: second.sessionId });
  expect(await readViewer(second.token)).toMatchObject({ user: null });
  expect(await endOtherSessions(first.viewer)).toBe(1);
  expect(await readViewer(third.token)).toMatchObject({ user: null });
  for (const { token } of [first, stranger]) expect((await readViewer(token)).user).not.toBeNull();
  expect(await audited(second.sessionId)).toHaveLength(2);
  expect(await audited(user.id)).toEqual([{ action: "session.othersEnded" }]);
});

test("nobody ends the session of another, and a visitor none", async () => {
  const mine = await signIn(await aRealUser());
  const { sessionId, token } = await signIn(await aRealUser());
  await expect(endOwnSession(mine.viewer, { sessionId })).rejects.toMatchObject({ code: "not-found" });
  await expect(endOwnSession(visitor, { sessionId })).rejects.toMatchObject({ code: "unauthenticated" });
  await expect(endOtherSessions(visitor)).rejects.toMatchObject({ code: "unauthenticated" });
  expect((await readViewer(token)).user).not.toBeNull();
});

test("nobody who is real, was disabled, or has left the demonstration, can be chosen", async () => {
  const real = await aRealUser();
  const left = await database().user.create({
    data: { email: "weg@voorbeeld.invalid", isDemo: true },
    select: { id: true },
  });
  const disabled = await aDemoManager();
  await database().user.update({ where: { id: disabled.id }, data: { disabledAt: new Date() } });
  for (const { id } of [real, left, disabled]) {
    await expect(startDemoSession(id)).rejects.toMatchObject({ code: "not-found" });
  }
});

test.each(["", "a\0", "x'; --", "a".repeat(19), "ééééééééééééééééééééé"])(
  "%j is no session token",
  (value) => {
    expect(isSessionToken(value)).toBe(false);
  },
);
