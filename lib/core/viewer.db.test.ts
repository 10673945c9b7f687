import { randomBytes, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { database } from "./db";
import type { Role } from "./generated/prisma/enums";
import { hashToken } from "./session";
import { readViewer } from "./viewer";

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);

/** A session of a real person of Zwolle with these roles; `proven` hours ago with a second factor. */
async function aSession({ roles, proven, hasFactor = false }: Person) {
  const { id: organisationId } = await database().organisation.findUniqueOrThrow({
    where: { slug: "zwolle" },
    select: { id: true },
  });
  const token = randomBytes(32).toString("base64url");
  await database().user.create({
    data: {
      email: `${randomUUID()}@voorbeeld.invalid`,
      memberships: { create: roles.map((role) => ({ role, organisationId })) },
      secondFactors: { create: hasFactor ? [{ kind: "TOTP", name: "Telefoon", key: "x" }] : [] },
      sessions: {
        create: {
          sessionToken: hashToken(token),
          expires: hoursAgo(-1),
          secondFactorAt: proven === undefined ? null : hoursAgo(proven),
        },
      },
    },
  });
  return readViewer(token);
}
type Person = { roles: Role[]; proven?: number; hasFactor?: boolean };

test("without a proof the roles above member wait, and their holder is a member", async () => {
  expect(await aSession({ roles: ["MANAGER", "ORGANISATION_ADMIN"] })).toMatchObject({
    roles: ["MEMBER"],
    withheldRoles: ["MANAGER", "ORGANISATION_ADMIN"],
  });
  expect(await aSession({ roles: ["MEMBER", "MANAGER"] })).toMatchObject({
    roles: ["MEMBER"],
    withheldRoles: ["MANAGER"],
  });
});

test("with a proof every role counts, however long ago in this session it was", async () => {
  const viewer = await aSession({ roles: ["MANAGER"], proven: 100, hasFactor: true });
  expect(viewer).toMatchObject({ roles: ["MANAGER"], withheldRoles: [], hasSecondFactor: true });
});

test("a member without more has nothing to prove", async () => {
  expect(await aSession({ roles: ["MEMBER"] })).toMatchObject({ roles: ["MEMBER"], withheldRoles: [] });
});

test("who is nowhere a member gets no role by waiting", async () => {
  expect(await aSession({ roles: [] })).toMatchObject({ roles: [], withheldRoles: [] });
});

test("signing in is the proof of who has no second factor, and only of them", async () => {
  const without = await aSession({ roles: ["MEMBER"] });
  expect(Date.now() - (without.provenAt?.getTime() ?? 0)).toBeLessThan(60_000);
  const withFactor = await aSession({ roles: ["MEMBER"], hasFactor: true });
  expect(withFactor.provenAt).toBeUndefined();
  const proven = await aSession({ roles: ["MEMBER"], hasFactor: true, proven: 2 });
  expect(proven.provenAt && proven.provenAt < hoursAgo(1.9)).toBe(true);
});

test("a session that is over, unused for eight hours, or of somebody who may not sign in is that of a visitor", async () => {
  const { sessionId, user } = await aSession({ roles: ["MEMBER"] });
  const token = randomBytes(32).toString("base64url");
  const change = (data: object) =>
    database().session.update({ where: { id: sessionId ?? "" }, data: { ...data } });
  await change({ sessionToken: hashToken(token) });
  expect((await readViewer(token)).user).toEqual({ id: user?.id, name: null, isDemo: false });
  await change({ expires: hoursAgo(0.01) });
  expect((await readViewer(token)).user).toBeNull();
  await change({ expires: hoursAgo(-1), lastSeenAt: hoursAgo(8.01) });
  expect((await readViewer(token)).user).toBeNull();
  await change({ lastSeenAt: hoursAgo(7.9) });
  expect((await readViewer(token)).user?.id).toBe(user?.id);
  await database().user.update({ where: { id: user?.id ?? "" }, data: { disabledAt: new Date() } });
  expect((await readViewer(token)).user).toBeNull();
});

test("somebody is where they chose to be, with the roles that count there, the oldest membership first", async () => {
  const [zwolle, gouda] = await Promise.all(
    ["zwolle", "gouda"].map((slug) =>
      database().organisation.findUniqueOrThrow({
        where: { slug },
        select: { id: true, slug: true, name: true, kind: true },
      }),
    ),
  );
  if (!zwolle || !gouda) throw new Error("two gemeenten are needed");
  const token = randomBytes(32).toString("base64url");
  const { id } = await database().user.create({
    data: {
      email: `${randomUUID()}@voorbeeld.invalid`,
      memberships: {
        create: [
          { organisationId: zwolle.id, role: "MEMBER", createdAt: hoursAgo(1) },
          { organisationId: gouda.id, role: "MEMBER", createdAt: hoursAgo(2) },
          { organisationId: gouda.id, role: "MANAGER", createdAt: hoursAgo(2), disabledAt: new Date() },
        ],
      },
      sessions: {
        create: { sessionToken: hashToken(token), expires: hoursAgo(-1), secondFactorAt: new Date() },
      },
    },
  });
  expect(await readViewer(token)).toMatchObject({
    organisation: gouda,
    organisations: [gouda, zwolle],
    roles: ["MEMBER"],
  });
  await database().user.update({ where: { id }, data: { activeOrganisationId: zwolle.id } });
  expect((await readViewer(token)).organisation).toEqual(zwolle);
});
