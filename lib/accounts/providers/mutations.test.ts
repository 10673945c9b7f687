import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { startProvider } from "@/lib/core/testing/openid-provider";

const remote = await startProvider();
afterAll(() => remote.stop());
process.env.OUTBOUND_ALLOWED_HOSTS = `${remote.host},http://localhost:1`;

const { database } = await import("@/lib/core/db");
const { decrypt } = await import("@/lib/core/encryption");
const { findDemoPerson } = await import("@/lib/core/testing/demo-person");
const { visitor } = await import("@/lib/core/roles");
const { changeProvider, createProvider, switchProvider, testProvider } = await import("./mutations");
const { findOrganisations, getOrganisation, getProvider, listProviders } = await import("./queries");
const { secretPlace } = await import("./rules");

const admin = await findDemoPerson("vng-realisatie", "PLATFORM_ADMIN");
const zwolle = await database().organisation.findUniqueOrThrow({
  where: { slug: "zwolle" },
  select: { id: true },
});

const settings = {
  label: "Account van Zwolle",
  clientId: "pluseen",
  tenantId: null,
  mailDomains: ["zwolle.example"],
  trustsSecondFactor: false,
  secondFactorAcr: null,
};
const input = { ...settings, issuer: remote.issuer, organisationId: zwolle.id, clientSecret: "zeer geheim" };

beforeEach(async () => {
  remote.behave();
  await database().identityProvider.deleteMany();
});

const stored = (id: string) => database().identityProvider.findUniqueOrThrow({ where: { id } });
const audited = (subjectId: string) =>
  database().auditEvent.findMany({
    where: { subjectId },
    select: { action: true, actorId: true, detail: true },
    orderBy: { id: "asc" },
  });

test("a new provider is switched off, its secret sealed for its own row, and leaves a trace without it", async () => {
  const id = await createProvider(admin, input);
  const row = await stored(id);
  expect(row).toMatchObject({ isActive: false, isDemo: true, version: 1, issuer: remote.issuer });
  expect(row.clientSecret).not.toContain("geheim");
  expect(decrypt(row.clientSecret, secretPlace(id))).toBe("zeer geheim");
  expect(() => decrypt(row.clientSecret, secretPlace(randomUUID()))).toThrow();
  expect(await audited(id)).toEqual([
    { action: "provider.created", actorId: admin.user.id, detail: { organisationId: zwolle.id } },
  ]);
});

test("the same one twice, an organisation that is not there, an address that is not allowed", async () => {
  await createProvider(admin, input);
  await expect(createProvider(admin, input)).rejects.toMatchObject({ key: "providerExists" });
  await expect(createProvider(admin, { ...input, organisationId: randomUUID() })).rejects.toMatchObject({
    code: "not-found",
  });
  for (const issuer of ["https://169.254.169.254", "http://login.zwolle.example", "https://127.1/x"]) {
    await expect(createProvider(admin, { ...input, issuer })).rejects.toMatchObject({
      key: "discoveryAddress",
    });
  }
  expect(await database().identityProvider.count()).toBe(1);
});

describe("a change", () => {
  const change = async (changed: object, version = 1) => {
    const id = await createProvider(admin, input);
    const full = {
      ...settings,
      issuer: remote.issuer,
      clientSecret: "",
      providerId: id,
      version,
      ...changed,
    };
    return { id, done: changeProvider(admin, full) };
  };

  test("keeps the secret where none is typed, and tells which fields", async () => {
    const { id, done } = await change({
      label: "Microsoft-account",
      mailDomains: ["zwolle.example", "ssc.example"],
      trustsSecondFactor: true,
      secondFactorAcr: "substantial",
    });
    await done;
    const row = await stored(id);
    expect(row).toMatchObject({
      label: "Microsoft-account",
      mailDomains: ["zwolle.example", "ssc.example"],
      trustsSecondFactor: true,
      secondFactorAcr: "substantial",
      version: 2,
    });
    expect(decrypt(row.clientSecret, secretPlace(id))).toBe("zeer geheim");
    expect((await audited(id)).at(-1)?.detail).toEqual({
      fields: ["label", "mailDomains", "trustsSecondFactor", "secondFactorAcr"],
    });
  });

  test("replaces the secret, which the trace names and does not tell", async () => {
    const { id, done } = await change({ clientSecret: "nieuw geheim" });
    await done;
    expect(decrypt((await stored(id)).clientSecret, secretPlace(id))).toBe("nieuw geheim");
    expect((await audited(id)).at(-1)?.detail).toEqual({ fields: ["clientSecret"] });
  });

  test("of nothing writes nothing", async () => {
    const { id, done } = await change({});
    await done;
    expect((await stored(id)).version).toBe(1);
    expect(await audited(id)).toHaveLength(1);
  });

  test("of what somebody else changed meanwhile is a conflict", async () => {
    const { id, done } = await change({ label: "Anders" }, 7);
    await expect(done).rejects.toMatchObject({ code: "conflict" });
    expect((await stored(id)).label).toBe(settings.label);
  });

  test.each([{ issuer: "https://login.anders.nl" }, { clientId: "anders" }, { tenantId: randomUUID() }])(
    "of %j is refused once somebody came in: the same number would be another person",
    async (changed) => {
      const id = await createProvider(admin, input);
      const whole = { ...settings, issuer: remote.issuer, clientSecret: "", providerId: id, version: 1 };
      const user = await database().user.create({
        data: {
          email: `${randomUUID()}@zwolle.example`,
          accounts: { create: { type: "oauth", provider: id, providerAccountId: "1" } },
        },
        select: { id: true },
      });
      await expect(changeProvider(admin, { ...whole, ...changed })).rejects.toMatchObject({
        key: "providerInUse",
      });
      await changeProvider(admin, { ...whole, label: "Dit mag wel" });
      await database().user.delete({ where: { id: user.id } });
      await changeProvider(admin, { ...whole, version: 2, ...changed });
    },
  );
});

test("switching on and off counts once and leaves a trace each", async () => {
  const id = await createProvider(admin, input);
  await switchProvider(admin, { providerId: id, version: 1 }, true);
  await switchProvider(admin, { providerId: id, version: 2 }, true);
  await switchProvider(admin, { providerId: id, version: 2 }, false);
  expect(await stored(id)).toMatchObject({ isActive: false, version: 3 });
  expect((await audited(id)).map(({ action }) => action)).toEqual([
    "provider.created",
    "provider.switchedOn",
    "provider.switchedOff",
  ]);
});

describe("the demonstration", () => {
  const real: typeof admin = { ...admin, user: { ...admin.user, isDemo: false }, provenAt: new Date() };

  test("has only domains that no mail reaches", async () => {
    for (const domains of [["zwolle.nl"], ["zwolle.example", "zwolle.nl"], ["example.nl"]]) {
      await expect(createProvider(admin, { ...input, mailDomains: domains })).rejects.toMatchObject({
        key: "demoDomain",
      });
    }
  });

  test("neither sees nor changes what a real administrator made", async () => {
    const id = await createProvider(real, { ...input, mailDomains: ["zwolle.nl"] });
    expect(await stored(id)).toMatchObject({ isDemo: false });
    expect(await listProviders(admin)).toEqual([]);
    expect(await getProvider(admin, id)).toBeNull();
    const change = { ...settings, issuer: remote.issuer, clientSecret: "x", providerId: id, version: 1 };
    const step = { providerId: id, version: 1 };
    for (const attempt of [
      () => changeProvider(admin, change),
      () => switchProvider(admin, step, true),
      () => testProvider(admin, id),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "not-found" });
    }
    expect(await listProviders(real)).toHaveLength(1);
  });

  test("leaves to real administrators what these settle", async () => {
    const id = await createProvider(admin, input);
    await switchProvider(real, { providerId: id, version: 1 }, true);
    expect(await stored(id)).toMatchObject({ isDemo: false, isActive: true });
  });

  test("is not needed for a proof; a real administrator proves anew who they are", async () => {
    const stale = { ...real, provenAt: new Date(Date.now() - 16 * 60_000) };
    const id = await createProvider(real, input);
    const change = { ...settings, issuer: remote.issuer, clientSecret: "x", providerId: id, version: 1 };
    for (const attempt of [
      () => createProvider(stale, { ...input, clientId: "x" }),
      () => changeProvider(stale, change),
      () => switchProvider(stale, { providerId: id, version: 1 }, true),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "forbidden", key: "freshSignInNeeded" });
    }
  });
});

describe("trying the connection", () => {
  test("a provider that is right", async () => {
    await testProvider(admin, await createProvider(admin, input));
  });

  test.each([
    [
      { discovery: (found) => ({ ...found, issuer: "https://login.evil.example" }) },
      "discoveryIssuer",
      "https://login.evil.example",
    ],
    [{ discovery: ({ token_endpoint: _, ...found }) => found }, "discoveryEndpoint", "token_endpoint"],
    [
      { discovery: (found) => ({ ...found, jwks_uri: "http://10.0.0.1/k" }) },
      "discoveryEndpoint",
      "jwks_uri",
    ],
    [
      { discovery: (found) => ({ ...found, response_types_supported: ["id_token"] }) },
      "discoveryCode",
      undefined,
    ],
    [
      { discovery: (found) => ({ ...found, code_challenge_methods_supported: ["plain"] }) },
      "discoveryPkce",
      undefined,
    ],
    [
      { discovery: (found) => ({ ...found, id_token_signing_alg_values_supported: ["none"] }) },
      "discoverySigning",
      "none",
    ],
    [{ jwks: () => ({ keys: [] }) }, "discoveryKeys", undefined],
  ] as [Parameters<typeof remote.behave>[0], string, string | undefined][])(
    "%# tells %s",
    async (behaviour, key, detail) => {
      remote.behave(behaviour);
      const id = await createProvider(admin, input);
      await expect(testProvider(admin, id)).rejects.toMatchObject({ key, detail });
    },
  );

  test("nobody at home, another page there", async () => {
    const gone = await createProvider(admin, { ...input, issuer: "http://localhost:1" });
    await expect(testProvider(admin, gone)).rejects.toMatchObject({
      key: "discoveryUnreachable",
      detail: "ECONNREFUSED",
    });
    const other = await createProvider(admin, { ...input, issuer: `${remote.host}/anders` });
    await expect(testProvider(admin, other)).rejects.toMatchObject({ key: "discoveryStatus", detail: "404" });
  });
});

describe("who is no administrator of the platform", () => {
  test.each([
    ["a visitor", async () => visitor, "unauthenticated"],
    [
      "an administrator of the organisation",
      () => findDemoPerson("zwolle", "ORGANISATION_ADMIN"),
      "forbidden",
    ],
    ["a manager", () => findDemoPerson("zwolle", "MANAGER"), "forbidden"],
    ["a moderator", () => findDemoPerson("vng-realisatie", "MODERATOR"), "forbidden"],
  ] as const)("%s sees and changes nothing", async (_, find, code) => {
    const id = await createProvider(admin, input);
    const viewer = await find();
    const change = { ...settings, issuer: remote.issuer, clientSecret: "x", providerId: id, version: 1 };
    const tries = [
      () => createProvider(viewer, { ...input, clientId: "x" }),
      () => changeProvider(viewer, change),
      () => switchProvider(viewer, { providerId: id, version: 1 }, true),
      () => testProvider(viewer, id),
      () => listProviders(viewer),
      () => getProvider(viewer, id),
      () => findOrganisations(viewer, "zwolle"),
      () => getOrganisation(viewer, "zwolle"),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code });
    expect(await stored(id)).toMatchObject({ version: 1, isActive: false });
    expect(await audited(id)).toHaveLength(1);
  });
});

test("no reading gives the secret, not even sealed", async () => {
  const id = await createProvider(admin, input);
  const { clientSecret } = await stored(id);
  const read = JSON.stringify([await listProviders(admin), await getProvider(admin, id)]);
  expect(read).not.toContain(clientSecret);
  expect(read).not.toContain("clientSecret");
  expect(await getProvider(admin, "geen-id")).toBeNull();
  expect(await getProvider(admin, randomUUID())).toBeNull();
});
