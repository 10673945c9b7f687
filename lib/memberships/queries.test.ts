import { expect, test } from "vitest";
import { database } from "@/lib/core/db";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { getInvitation, listInvitations } from "./invitations/queries";
import { getMember, listContacts, listMembers } from "./members/queries";
import { findUsers, getUser, listOrganisations } from "./platform/queries";
import { findOrganisations, listOwnMemberships, suggestGemeente } from "./queries";
import { getRequest, listOpenRequests } from "./requests/queries";
import { makeMember, makeOrganisation, makeUser, refusalOf } from "./testing/people";

test("who has what is read by the administrator and the platform, and by nobody else", async () => {
  const organisation = await makeOrganisation();
  const admin = await makeMember(organisation, "ORGANISATION_ADMIN");
  const manager = await makeMember(organisation, "MANAGER");
  const foreign = await makeMember(await makeOrganisation(), "ORGANISATION_ADMIN");
  const platform = await makeMember(await makeOrganisation("KOEPEL"), "PLATFORM_ADMIN");
  for (const viewer of [admin, platform]) {
    expect(await listMembers(viewer, organisation.id)).toHaveLength(2);
  }
  const pair = { organisationId: organisation.id, userId: admin.user.id };
  for (const viewer of [manager, foreign, await makeUser()]) {
    expect(await refusalOf(listMembers(viewer, organisation.id))).toBe("forbidden forbidden");
    expect(await refusalOf(getMember(viewer, pair))).toBe("forbidden forbidden");
  }
  expect(await refusalOf(listInvitations(manager))).toBe("forbidden forbidden");
  expect(await getMember(admin, { ...pair, userId: foreign.user.id })).toBeNull();
  const all = { text: "", only: "all", page: 1 } as const;
  for (const viewer of [admin, manager]) {
    expect(await refusalOf(listOrganisations(viewer, all))).toBe("forbidden forbidden");
    expect(await refusalOf(findUsers(viewer, "a"))).toBe("forbidden forbidden");
    expect(await refusalOf(getUser(viewer, admin.user.id))).toBe("forbidden forbidden");
  }
});

test("a colleague reads names and functions of administrators and managers alone", async () => {
  const organisation = await makeOrganisation();
  const member = await makeMember(organisation, "MEMBER");
  const admin = await makeMember(organisation, "ORGANISATION_ADMIN");
  const contacts = await listContacts(member);
  expect(contacts).toEqual([
    { userId: admin.user.id, name: admin.user.name, functionTitle: null, roles: ["ORGANISATION_ADMIN"] },
  ]);
});

test("a request is read by who may answer it", async () => {
  const henk = await findDemoPerson("zwolle", "ORGANISATION_ADMIN");
  const thijs = await findDemoPerson("vng-realisatie", "PLATFORM_ADMIN");
  const noor = await findDemoPerson("zwolle", "MEMBER");
  const [first] = await listOpenRequests(henk, henk.organisation);
  expect(first).toBeDefined();
  for (const viewer of [thijs, noor]) {
    expect(await getRequest(viewer, first?.id ?? "")).toBeNull();
    expect(await listOpenRequests(viewer, henk.organisation)).toEqual([]);
  }
  const almelo = await database().organisation.findUniqueOrThrow({ where: { slug: "almelo" } });
  expect(await listOpenRequests(thijs, almelo)).toHaveLength(1);
  expect(await listOpenRequests(henk, almelo)).toEqual([]);
});

test("a person of the demonstration reads no address of a real one, nor finds them by it", async () => {
  const henk = await findDemoPerson("zwolle", "ORGANISATION_ADMIN");
  const thijs = await findDemoPerson("vng-realisatie", "PLATFORM_ADMIN");
  const real = await makeUser();
  const pair = { organisationId: henk.organisation.id, userId: real.user.id };
  await database().membership.create({ data: { ...pair, role: "MEMBER" } });
  expect((await getMember(henk, pair))?.email).toBe("i…@proef.nl");
  expect((await getUser(thijs, real.user.id))?.email).toBe("i…@proef.nl");
  expect(await findUsers(thijs, real.email)).toEqual([]);
  expect((await findUsers(thijs, real.user.name ?? "")).map(({ id }) => id)).toContain(real.user.id);
});

test("a mail domain suggests its gemeente, exactly, and no more than that", async () => {
  const suggestionFor = async (email: string) => {
    const viewer = await makeUser();
    await database().user.update({ where: { id: viewer.user.id }, data: { email } });
    return (await suggestGemeente(viewer))?.slug ?? null;
  };
  expect(await suggestionFor("a@zwolle.nl")).toBe("zwolle");
  expect(await suggestionFor("a@mail.zwolle.nl")).toBeNull();
  expect(await suggestionFor("a@zwolle.nl.example")).toBeNull();
  expect(await suggestionFor("a@zwоlle.nl")).toBeNull();
});

test("organisations are found by a part of their name, accents aside; the first letters count most", async () => {
  const names = (await findOrganisations("sudwest")).map(({ name }) => name);
  expect(names[0]).toBe("Súdwest-Fryslân");
  expect((await findOrganisations("alm"))[0]?.slug).toBe("almelo");
  expect(await findOrganisations("")).toEqual([]);
  expect(await findOrganisations("%")).toEqual([]);
});

test("the last administrator is told so where they are one", async () => {
  const organisation = await makeOrganisation();
  const admin = await makeMember(organisation, "MEMBER", "ORGANISATION_ADMIN");
  expect((await listOwnMemberships(admin))[0]).toMatchObject({ isLastAdmin: false });
  await makeMember(organisation, "MEMBER");
  expect((await listOwnMemberships(admin))[0]).toMatchObject({ isLastAdmin: true, isSuspended: false });
});

test("a link that nobody sent leads to nothing", async () => {
  expect(await getInvitation(await makeUser(), "0".repeat(64))).toBeNull();
});
