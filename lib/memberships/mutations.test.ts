import { describe, expect, test } from "vitest";
import { database, inTransaction } from "@/lib/core/db";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { leaveOrganisation, switchOrganisation } from "./mine/mutations";
import {
  approveRequest,
  rejectRequest,
  requestMembership,
  requestMembershipAtSignIn,
  withdrawRequest,
} from "./mutations";
import {
  mailsTo,
  makeMember,
  makeOrganisation,
  makeUser,
  refusalOf,
  rolesOf,
  tracesOf,
} from "./testing/people";

const asking = (organisationId: string) =>
  ({ organisationId, role: "MEMBER", functionTitle: "Adviseur", message: "Ik werk hier." }) as const;

const requestOf = (userId: string) =>
  database().membershipRequest.findFirstOrThrow({ where: { userId }, orderBy: { createdAt: "desc" } });

describe("a first sign-in through the provider of an organisation", () => {
  const signIn = (userId: string, organisationId: string) =>
    inTransaction((tx) => requestMembershipAtSignIn(tx, { userId, organisationId }));

  test("leaves one request without rights, however often it happens, and tells the administrator", async () => {
    const { user, email } = await makeUser();
    const { organisation } = await findDemoPerson("zwolle", "ORGANISATION_ADMIN");
    const once = () => signIn(user.id, organisation.id);
    const outcomes = await Promise.all([once(), once(), once()]);
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    expect(await once()).toBe(false);
    const requests = await database().membershipRequest.findMany({ where: { userId: user.id } });
    expect(requests).toMatchObject([
      { state: "OPEN", role: "MEMBER", organisationId: organisation.id, isDemo: false },
    ]);
    expect(await rolesOf(user.id, organisation.id)).toEqual([]);
    const mails = await database().outgoingMail.findMany({ where: { text: { contains: email } } });
    expect(mails.map(({ to }) => to)).toEqual(["henk.rietberg@voorbeeld.invalid"]);
    const audit = await database().auditEvent.findMany({ where: { actorId: user.id } });
    expect(audit).toMatchObject([{ action: "membership.requested", subjectId: requests[0]?.id }]);
  });

  test("tells the platform while the organisation has no administrator", async () => {
    const { user, email } = await makeUser();
    await signIn(user.id, (await makeOrganisation()).id);
    const mails = await database().outgoingMail.findMany({ where: { text: { contains: email } } });
    expect(mails.map(({ to }) => to)).toEqual(["thijs.plattelaar@voorbeeld.invalid"]);
  });

  test("asks nothing for who was refused or is suspended there", async () => {
    const organisation = await makeOrganisation();
    const suspended = await makeMember(organisation, "MEMBER");
    await database().membership.updateMany({
      where: { userId: suspended.user.id },
      data: { disabledAt: new Date() },
    });
    expect(await signIn(suspended.user.id, organisation.id)).toBe(false);
    const refused = await makeUser();
    await database().membershipRequest.create({
      data: {
        userId: refused.user.id,
        organisationId: organisation.id,
        state: "REJECTED",
        decidedAt: new Date(),
        reason: "Onbekend",
      },
    });
    expect(await signIn(refused.user.id, organisation.id)).toBe(false);
  });
});

describe("a request", () => {
  test("gives nothing until the administrator says yes, and then the role and being a member", async () => {
    const organisation = await makeOrganisation();
    const admin = await makeMember(organisation, "MEMBER", "ORGANISATION_ADMIN");
    const viewer = await makeUser();
    await requestMembership(viewer, { ...asking(organisation.id), role: "MANAGER" });
    expect(await rolesOf(viewer.user.id, organisation.id)).toEqual([]);
    const { id } = await requestOf(viewer.user.id);
    await approveRequest(admin, { requestId: id, role: "MANAGER" });
    expect(await rolesOf(viewer.user.id, organisation.id)).toEqual(["MEMBER", "MANAGER"]);
    expect(await requestOf(viewer.user.id)).toMatchObject({ state: "APPROVED", decidedById: admin.user.id });
    expect(await mailsTo(viewer.email)).toEqual([`U hebt toegang tot ${organisation.name}`]);
    expect(await tracesOf(admin)).toEqual(["membership.approved"]);
    const user = await database().user.findUniqueOrThrow({ where: { id: viewer.user.id } });
    expect(user.functionTitle).toBe("Adviseur");
    expect(await refusalOf(approveRequest(admin, { requestId: id, role: "MANAGER" }))).toBe(
      "conflict requestDecided",
    );
  });

  test("is refused with a reason that the person reads", async () => {
    const organisation = await makeOrganisation();
    const admin = await makeMember(organisation, "ORGANISATION_ADMIN");
    const viewer = await makeUser();
    await requestMembership(viewer, asking(organisation.id));
    const { id } = await requestOf(viewer.user.id);
    await rejectRequest(admin, { requestId: id, reason: "U werkt hier niet." });
    expect(await requestOf(viewer.user.id)).toMatchObject({
      state: "REJECTED",
      reason: "U werkt hier niet.",
    });
    const [mail] = await database().outgoingMail.findMany({ where: { to: viewer.email } });
    expect(mail?.text).toContain("U werkt hier niet.");
    expect(await rolesOf(viewer.user.id, organisation.id)).toEqual([]);
  });

  test("is withdrawn by who asked, and by nobody else", async () => {
    const organisation = await makeOrganisation();
    const [viewer, other] = [await makeUser(), await makeUser()];
    await requestMembership(viewer, asking(organisation.id));
    const { id } = await requestOf(viewer.user.id);
    expect(await refusalOf(withdrawRequest(other, { requestId: id }))).toBe("conflict requestDecided");
    await withdrawRequest(viewer, { requestId: id });
    expect(await requestOf(viewer.user.id)).toMatchObject({ state: "WITHDRAWN" });
    await requestMembership(viewer, asking(organisation.id));
  });

  test("is open once a person and organisation, also when sent twice at the same time", async () => {
    const organisation = await makeOrganisation();
    const viewer = await makeUser();
    const send = () => requestMembership(viewer, asking(organisation.id));
    const outcomes = await Promise.allSettled([send(), send()]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await refusalOf(send())).toBe("conflict requestedAlready");
    expect(await database().membershipRequest.count({ where: { userId: viewer.user.id } })).toBe(1);
  });

  test("asks for a role that exists there, and that one does not have", async () => {
    const supplier = await makeOrganisation("LEVERANCIER");
    const viewer = await makeUser();
    const asManager = { ...asking(supplier.id), role: "MANAGER" } as const;
    expect(await refusalOf(requestMembership(viewer, asManager))).toBe("invalid roleNotHere");
    const asPlatform = { ...asking(supplier.id), role: "PLATFORM_ADMIN" } as const;
    expect(await refusalOf(requestMembership(viewer, asPlatform))).toBe("invalid roleNotHere");
    const member = await makeMember(supplier, "COORDINATOR");
    expect(await refusalOf(requestMembership(member, asking(supplier.id)))).toBe("invalid roleHeldAlready");
    await requestMembership(member, { ...asking(supplier.id), role: "ORGANISATION_ADMIN" });
    await database().membership.updateMany({
      where: { userId: member.user.id },
      data: { disabledAt: new Date() },
    });
    expect(await refusalOf(requestMembership(member, asking(supplier.id)))).toBe("invalid youAreSuspended");
  });

  test("is answered by the platform while there is no administrator, and no longer after", async () => {
    const platform = await makeMember(await makeOrganisation("KOEPEL"), "PLATFORM_ADMIN");
    const organisation = await makeOrganisation();
    const [first, second] = [await makeUser(), await makeUser()];
    for (const viewer of [first, second]) {
      await requestMembership(viewer, { ...asking(organisation.id), role: "ORGANISATION_ADMIN" });
    }
    const answer = async (viewer: typeof first) =>
      approveRequest(platform, {
        requestId: (await requestOf(viewer.user.id)).id,
        role: "ORGANISATION_ADMIN",
      });
    await answer(first);
    expect(await rolesOf(first.user.id, organisation.id)).toEqual(["MEMBER", "ORGANISATION_ADMIN"]);
    expect(await refusalOf(answer(second))).toBe("forbidden forbidden");
  });

  test("is not answered by others: another organisation, a manager, oneself", async () => {
    const organisation = await makeOrganisation();
    const admin = await makeMember(organisation, "ORGANISATION_ADMIN");
    const manager = await makeMember(organisation, "MANAGER");
    const foreign = await makeMember(await makeOrganisation(), "ORGANISATION_ADMIN");
    await requestMembership(manager, { ...asking(organisation.id), role: "ORGANISATION_ADMIN" });
    const { id } = await requestOf(manager.user.id);
    for (const viewer of [manager, foreign]) {
      const yes = approveRequest(viewer, { requestId: id, role: "ORGANISATION_ADMIN" });
      expect(await refusalOf(yes)).toBe("forbidden forbidden");
      const no = rejectRequest(viewer, { requestId: id, reason: "Nee" });
      expect(await refusalOf(no)).toBe("forbidden forbidden");
    }
    // The administrator gives no role of the platform.
    const raised = approveRequest(admin, { requestId: id, role: "PLATFORM_ADMIN" });
    expect(await refusalOf(raised)).toBe("forbidden forbidden");
    // An answer is worth much to a thief.
    const stale = { ...admin, provenAt: new Date(Date.now() - 16 * 60_000) };
    expect(await refusalOf(approveRequest(stale, { requestId: id, role: "MEMBER" }))).toBe(
      "forbidden freshSignInNeeded",
    );
    expect(await requestOf(manager.user.id)).toMatchObject({ state: "OPEN" });
  });

  test("what a person of the demonstration approves is fictitious", async () => {
    const henk = await findDemoPerson("zwolle", "ORGANISATION_ADMIN");
    const viewer = await makeUser();
    await requestMembership(viewer, asking(henk.organisation.id));
    await approveRequest(henk, { requestId: (await requestOf(viewer.user.id)).id, role: "MEMBER" });
    const rows = await database().membership.findMany({ where: { userId: viewer.user.id } });
    expect(rows.map(({ isDemo }) => isDemo)).toEqual([true]);
  });
});

describe("leaving", () => {
  test("takes every role of that organisation and no other", async () => {
    const [one, two] = [await makeOrganisation(), await makeOrganisation()];
    await makeMember(one, "ORGANISATION_ADMIN");
    const member = await makeMember(one, "MEMBER", "MANAGER", "ORGANISATION_ADMIN");
    await database().membership.create({
      data: { userId: member.user.id, organisationId: two.id, role: "MEMBER" },
    });
    await switchOrganisation(member, { organisationId: one.id });
    await leaveOrganisation(member, { organisationId: one.id });
    expect(await rolesOf(member.user.id, one.id)).toEqual([]);
    expect(await rolesOf(member.user.id, two.id)).toEqual(["MEMBER"]);
    const user = await database().user.findUniqueOrThrow({ where: { id: member.user.id } });
    expect(user.activeOrganisationId).toBeNull();
    expect(await tracesOf(member)).toEqual(["membership.switched", "membership.left"]);
    const stranger = await makeUser();
    expect(await refusalOf(leaveOrganisation(stranger, { organisationId: one.id }))).toBe(
      "not-found notFound",
    );
  });

  test("is not for the last administrator while others are in, and is for who is alone", async () => {
    const organisation = await makeOrganisation();
    const admin = await makeMember(organisation, "MEMBER", "ORGANISATION_ADMIN");
    const colleague = await makeMember(organisation, "MEMBER");
    const leave = () => leaveOrganisation(admin, { organisationId: organisation.id });
    expect(await refusalOf(leave())).toBe("invalid lastAdmin");
    await leaveOrganisation(colleague, { organisationId: organisation.id });
    await leave();
    expect(await database().membership.count({ where: { organisationId: organisation.id } })).toBe(0);
  });

  test("of two administrators who leave at the same moment one stays", async () => {
    for (let round = 0; round < 10; round++) {
      const organisation = await makeOrganisation();
      const admins = [
        await makeMember(organisation, "MEMBER", "ORGANISATION_ADMIN"),
        await makeMember(organisation, "MEMBER", "ORGANISATION_ADMIN"),
      ];
      await makeMember(organisation, "MEMBER");
      const outcomes = await Promise.allSettled(
        admins.map((admin) => leaveOrganisation(admin, { organisationId: organisation.id })),
      );
      expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      const left = { organisationId: organisation.id, role: "ORGANISATION_ADMIN" } as const;
      expect(await database().membership.count({ where: left })).toBe(1);
    }
  });
});

test("nobody switches to an organisation that they are not in, or not any more", async () => {
  const [own, other] = [await makeOrganisation(), await makeOrganisation()];
  const member = await makeMember(own, "MEMBER");
  expect(await refusalOf(switchOrganisation(member, { organisationId: other.id }))).toBe(
    "not-found notFound",
  );
  await database().membership.updateMany({
    where: { userId: member.user.id },
    data: { disabledAt: new Date() },
  });
  expect(await refusalOf(switchOrganisation(member, { organisationId: own.id }))).toBe("not-found notFound");
});
