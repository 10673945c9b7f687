import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { database } from "@/lib/core/db";
import { encrypt } from "@/lib/core/encryption";
import { type Viewer, visitor } from "@/lib/core/roles";
import { readViewer } from "@/lib/core/viewer";
import { secretPlace } from "../providers/rules";
import { linkIdentity, signInByIdentity, unlinkIdentity } from "./mutations";
import { listOwnIdentities, listSignInProviders, openProvider } from "./queries";

const zwolle = await database().organisation.findUniqueOrThrow({
  where: { slug: "zwolle" },
  select: { id: true },
});
const utrecht = await database().organisation.findUniqueOrThrow({
  where: { slug: "utrecht" },
  select: { id: true },
});
const origin = { address: "192.0.2.0", requestId: "verzoek", device: "Firefox op Linux" };

let providerId: string;

async function makeProvider(changed: object = {}) {
  const id = randomUUID();
  await database().identityProvider.create({
    data: {
      id,
      organisationId: zwolle.id,
      label: "Account van Zwolle",
      issuer: `https://login.zwolle.nl/${id}`,
      clientId: "pluseen",
      clientSecret: encrypt("geheim", secretPlace(id)),
      mailDomains: ["zwolle.nl"],
      isActive: true,
      ...changed,
    },
    select: { id: true },
  });
  return id;
}

beforeEach(async () => {
  await database().identityProvider.deleteMany();
  providerId = await makeProvider();
});

let counter = 0;
/** Claims of somebody whom nobody saw before. */
function aStranger(changed: object = {}) {
  const sub = `persoon-${++counter}`;
  return { sub, email: `${sub}@zwolle.nl`, email_verified: true, name: "Jan de Vries", ...changed };
}

const signIn = (claims: object, id = providerId) =>
  signInByIdentity({ providerId: id, claims: { ...claims } }, origin);

const userOf = (email: string) =>
  database().user.findUnique({
    where: { email },
    select: {
      id: true,
      name: true,
      isDemo: true,
      emailVerified: true,
      accounts: true,
      memberships: true,
      sessions: { select: { id: true, device: true, address: true } },
    },
  });

const refusals = () =>
  database().auditEvent.findMany({
    where: { action: "session.refused", subjectType: "IdentityProvider", subjectId: providerId },
    select: { result: true, detail: true, actorId: true },
  });

test("a first sign-in makes an account without rights, asks for membership, and leaves a trace", async () => {
  const claims = aStranger();
  const { session, isNew } = await signIn(claims);
  expect(isNew).toBe(true);
  const user = await userOf(claims.email);
  expect(user).toMatchObject({ name: "Jan de Vries", isDemo: false, memberships: [] });
  expect(user?.emailVerified).toBeInstanceOf(Date);
  expect(user?.sessions).toEqual([{ id: session.sessionId, device: origin.device, address: origin.address }]);
  expect(user?.accounts).toMatchObject([
    { provider: providerId, providerAccountId: claims.sub, access_token: null, id_token: null },
  ]);
  expect(await readViewer(session.token)).toMatchObject({
    user: { id: user?.id },
    roles: [],
    organisation: null,
  });
  const requests = await database().membershipRequest.findMany({ where: { userId: user?.id ?? "" } });
  expect(requests).toMatchObject([{ organisationId: zwolle.id, role: "MEMBER", state: "OPEN" }]);
  const events = await database().auditEvent.findMany({
    where: { actorId: user?.id ?? "" },
    select: { action: true, detail: true },
    orderBy: { id: "asc" },
  });
  expect(events.map(({ action }) => action)).toEqual([
    "membership.requested",
    "user.created",
    "session.started",
  ]);
  expect(JSON.stringify(events)).not.toContain(claims.email);
});

test("the second sign-in is the same account, whatever became of name and address", async () => {
  const claims = aStranger();
  await signIn(claims);
  const again = await signIn({ sub: claims.sub, email: "anders@utrecht.nl", email_verified: false });
  expect(again.isNew).toBe(false);
  const user = await userOf(claims.email);
  expect(user?.sessions).toHaveLength(2);
  expect(user?.name).toBe("Jan de Vries");
  expect(await userOf("anders@utrecht.nl")).toBeNull();
  expect(await database().membershipRequest.count({ where: { userId: user?.id ?? "" } })).toBe(1);
});

test("ten first sign-ins of one person at once make one account", async () => {
  const claims = aStranger();
  const results = await Promise.all(Array.from({ length: 10 }, () => signIn(claims)));
  expect(results).toHaveLength(10);
  const user = await userOf(claims.email);
  expect(user?.sessions).toHaveLength(10);
  expect(user?.accounts).toHaveLength(1);
});

test.each([
  [{ trustsSecondFactor: true }, ["pwd", "mfa"], []],
  [{ trustsSecondFactor: true }, ["pwd"], ["MANAGER"]],
  [{}, ["pwd", "mfa"], ["MANAGER"]],
])(
  "at a provider with %j, signing in with %j leaves %j waiting for a second step",
  async (trust, amr, left) => {
    const id = await makeProvider(trust);
    const claims = aStranger({ amr });
    await signIn(claims, id);
    const user = await userOf(claims.email);
    await database().membership.create({
      data: { userId: user?.id ?? "", organisationId: zwolle.id, role: "MANAGER" },
    });
    const { session } = await signIn(claims, id);
    expect(await readViewer(session.token)).toMatchObject({ withheldRoles: left });
  },
);

describe("an address takes over no account", () => {
  test("of somebody who signed in by mail", async () => {
    const claims = aStranger();
    await database().user.create({ data: { email: claims.email }, select: { id: true } });
    await expect(signIn(claims)).rejects.toMatchObject({ code: "conflict", key: "identityAddressTaken" });
    const user = await userOf(claims.email);
    expect(user).toMatchObject({ accounts: [], sessions: [] });
    expect(await refusals()).toEqual([
      { result: "REFUSED", detail: { refusal: "identityAddressTaken" }, actorId: null },
    ]);
  });

  test("of another person at the same provider", async () => {
    const first = aStranger();
    await signIn(first);
    await expect(signIn(aStranger({ email: first.email.toUpperCase() }))).rejects.toMatchObject({
      key: "identityAddressTaken",
    });
  });

  test("and the same number at another provider is another person", async () => {
    const other = await makeProvider({ organisationId: utrecht.id, mailDomains: ["utrecht.nl"] });
    const claims = aStranger();
    await signIn(claims);
    await signIn({ ...claims, email: `${claims.sub}@utrecht.nl` }, other);
    expect((await userOf(claims.email))?.id).not.toBe((await userOf(`${claims.sub}@utrecht.nl`))?.id);
  });
});

describe("who does not come in", () => {
  test.each([
    [{ email: undefined }, "identityNoAddress"],
    [{ email_verified: false }, "identityUnconfirmed"],
    [{ email: "jan@utrecht.nl" }, "identityDomain"],
    [{ sub: "" }, "identitySubject"],
  ])("with %j: %s", async (changed, key) => {
    const claims = aStranger(changed);
    await expect(signIn(claims)).rejects.toMatchObject({ code: "invalid", key });
    expect((await refusals()).map(({ detail }) => detail)).toEqual([{ refusal: key }]);
    expect(await database().account.count({ where: { provider: providerId } })).toBe(0);
  });

  test("of another tenant, a known person too", async () => {
    const tenantId = randomUUID();
    const entra = await makeProvider({ tenantId });
    const claims = aStranger({ tid: tenantId });
    await signIn(claims, entra);
    for (const tid of [undefined, randomUUID()]) {
      await expect(signIn({ ...claims, tid }, entra)).rejects.toMatchObject({ key: "identityTenant" });
    }
    expect((await userOf(claims.email))?.sessions).toHaveLength(1);
  });

  test("whose account is closed", async () => {
    const claims = aStranger();
    await signIn(claims);
    await database().user.update({ where: { email: claims.email }, data: { disabledAt: new Date() } });
    await expect(signIn(claims)).rejects.toMatchObject({ key: "accountDisabled" });
    expect((await userOf(claims.email))?.sessions).toHaveLength(1);
  });

  test("whose provider is switched off, also while they typed their password", async () => {
    const claims = aStranger();
    await signIn(claims);
    await database().identityProvider.update({ where: { id: providerId }, data: { isActive: false } });
    await expect(signIn(claims)).rejects.toMatchObject({ code: "not-found", key: "providerOff" });
    await expect(signIn(aStranger())).rejects.toMatchObject({ key: "providerOff" });
    await expect(openProvider(providerId)).rejects.toMatchObject({ key: "providerOff" });
    expect((await listSignInProviders("")).shown).toEqual([]);
  });
});

test("a secret that was moved to another row opens nothing", async () => {
  const other = await makeProvider();
  const { clientSecret } = await database().identityProvider.findUniqueOrThrow({ where: { id: other } });
  expect((await openProvider(other)).clientSecret).toBe("geheim");
  await database().identityProvider.update({ where: { id: providerId }, data: { clientSecret } });
  vi.spyOn(console, "error").mockImplementationOnce(() => undefined);
  await expect(openProvider(providerId)).rejects.toMatchObject({ key: "flowSettings" });
  for (const id of ["", "geen-id", randomUUID()])
    await expect(openProvider(id)).rejects.toMatchObject({ key: "providerOff" });
});

describe("tying an identity to one's own account", () => {
  async function aMailUser(changed: object = {}): Promise<Viewer> {
    const email = `${randomUUID()}@zwolle.nl`;
    const user = await database().user.create({
      data: { email, ...changed },
      select: { id: true, name: true, isDemo: true },
    });
    return { ...visitor, user, provenAt: new Date() };
  }

  test("leads there from then on, and asks for membership", async () => {
    const viewer = await aMailUser();
    const claims = aStranger();
    await linkIdentity(viewer, { providerId, claims });
    await linkIdentity(viewer, { providerId, claims });
    const { session, isNew } = await signIn(claims);
    expect(isNew).toBe(false);
    expect((await readViewer(session.token)).user?.id).toBe(viewer.user?.id);
    const [identity] = await listOwnIdentities(viewer);
    expect(identity).toMatchObject({ label: "Account van Zwolle", organisation: { name: "Zwolle" } });
    expect(await database().membershipRequest.count({ where: { userId: viewer.user?.id ?? "" } })).toBe(1);
    const linked = await database().auditEvent.count({
      where: { action: "identity.linked", subjectId: viewer.user?.id ?? "" },
    });
    expect(linked).toBe(1);
  });

  test("takes nothing from another", async () => {
    const claims = aStranger();
    await signIn(claims);
    const viewer = await aMailUser();
    await expect(linkIdentity(viewer, { providerId, claims })).rejects.toMatchObject({
      key: "identityTaken",
    });
    expect(await listOwnIdentities(viewer)).toEqual([]);
  });

  test.each([
    ["a visitor", async () => visitor, "unauthenticated"],
    ["somebody of the demonstration", () => aMailUser({ isDemo: true }), "forbidden"],
    [
      "whoever signed in long ago",
      async () => ({ ...(await aMailUser()), provenAt: new Date(0) }),
      "freshSignInNeeded",
    ],
  ] as const)("is not for %s", async (_, make, key) => {
    await expect(linkIdentity(await make(), { providerId, claims: aStranger() })).rejects.toMatchObject({
      key,
    });
    expect(await database().account.count({ where: { provider: providerId } })).toBe(0);
  });

  test("is for the owner alone to undo; then it leads nowhere", async () => {
    const viewer = await aMailUser();
    const claims = aStranger();
    await linkIdentity(viewer, { providerId, claims });
    const [identity] = await listOwnIdentities(viewer);
    const identityId = identity?.id ?? "";
    await expect(unlinkIdentity(await aMailUser(), { identityId })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(unlinkIdentity(visitor, { identityId })).rejects.toMatchObject({ code: "unauthenticated" });
    await unlinkIdentity(viewer, { identityId });
    expect(await listOwnIdentities(viewer)).toEqual([]);
    expect((await signIn(claims)).isNew).toBe(true);
  });
});

describe("the sign-in page finds one's organisation", () => {
  test.each([
    ["", 1],
    ["zwol", 1],
    ["ZWÓLLE", 1],
    ["zwolle.nl", 1],
    ["olle.nl", 0],
    ["ict.zwolle.nl", 0],
    ["zwolle.nl.evil.example", 0],
    ["utrecht", 0],
    ["%", 0],
  ])("%j gives %i", async (text, count) => {
    const { shown } = await listSignInProviders(text);
    expect(shown).toHaveLength(count);
    expect(JSON.stringify(shown)).not.toMatch(/issuer|client|zwolle\.nl/);
  });

  test("by name when there are many", async () => {
    await Promise.all(Array.from({ length: 12 }, () => makeProvider({ organisationId: utrecht.id })));
    expect(await listSignInProviders("")).toEqual({ isMany: true, shown: [] });
    expect((await listSignInProviders("zwolle")).shown).toHaveLength(1);
  });
});
