import { describe, expect, test } from "vitest";
import { database } from "@/lib/core/db";
import type { Role } from "@/lib/core/generated/prisma/enums";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { readViewer } from "@/lib/core/viewer";
import {
  countSessions,
  mailsTo,
  makeMember,
  makeOrganisation,
  refusalOf,
  rolesOf,
  startSession,
  tracesOf,
} from "../testing/people";
import { changeRoles, endMembership, restoreMember, suspendMember } from "./mutations";

type Person = Awaited<ReturnType<typeof makeMember>>;

const inOwn = ({ user, organisation }: Person) => ({ userId: user.id, organisationId: organisation.id });
const rolesIn = ({ user, organisation }: Person) => rolesOf(user.id, organisation.id);

/** Asks for exactly these roles, having read what there is now. */
async function change(viewer: Person, person: Person, roles: Role[]) {
  const held = (await rolesIn(person)).join();
  return changeRoles(viewer, { ...inOwn(person), held, roles });
}

async function makeTeam() {
  const organisation = await makeOrganisation();
  const admin = await makeMember(organisation, "MEMBER", "ORGANISATION_ADMIN");
  const member = await makeMember(organisation, "MEMBER");
  return { organisation, admin, member };
}

describe("the administrator changes roles", () => {
  test("what is given adds up, leaves a trace and a mail, and ends no session", async () => {
    const { organisation, admin, member } = await makeTeam();
    await change(admin, member, ["MANAGER", "COORDINATOR"]);
    expect(await rolesIn(member)).toEqual(["MEMBER", "MANAGER", "COORDINATOR"]);
    expect(await countSessions(member)).toBe(1);
    expect(await tracesOf(admin)).toEqual(["membership.roleGiven"]);
    const { email } = await database().user.findUniqueOrThrow({ where: { id: member.user.id } });
    expect(await mailsTo(email)).toEqual([`Uw rollen bij ${organisation.name} zijn gewijzigd`]);
  });

  test("what is taken ends every session of that person, in one step with what is given", async () => {
    const { admin, member } = await makeTeam();
    await change(admin, member, ["MANAGER"]);
    await change(admin, member, ["COORDINATOR"]);
    expect(await rolesIn(member)).toEqual(["MEMBER", "COORDINATOR"]);
    expect(await countSessions(member)).toBe(0);
    expect(await tracesOf(admin)).toEqual([
      "membership.roleGiven",
      "membership.roleGiven",
      "membership.roleTaken",
    ]);
  });

  test("whoever has nothing left is a member still", async () => {
    const { organisation, admin } = await makeTeam();
    const manager = await makeMember(organisation, "MANAGER");
    await change(admin, manager, []);
    expect(await rolesIn(manager)).toEqual(["MEMBER"]);
  });

  test("a list that somebody else changed meanwhile is refused", async () => {
    const { admin, member } = await makeTeam();
    await change(admin, member, ["MANAGER"]);
    const stale = changeRoles(admin, { ...inOwn(member), held: "MEMBER", roles: ["COORDINATOR"] });
    expect(await refusalOf(stale)).toBe("conflict rolesChanged");
    expect(await refusalOf(change(admin, member, ["MANAGER"]))).toBe("invalid nothingToChange");
  });

  test("nobody raises themselves, and the last administrator does not step down", async () => {
    const { organisation, admin, member } = await makeTeam();
    const self = change(admin, admin, ["ORGANISATION_ADMIN", "MANAGER"]);
    expect(await refusalOf(self)).toBe("forbidden forbidden");
    expect(await refusalOf(change(admin, admin, []))).toBe("invalid lastAdmin");
    await change(admin, member, ["ORGANISATION_ADMIN"]);
    await change(admin, admin, []);
    expect(await rolesIn(admin)).toEqual(["MEMBER"]);
    // One's own choice does not sign one out.
    expect(await countSessions(admin)).toBe(1);
    expect(await refusalOf(change(await makeMember(organisation, "MEMBER"), member, []))).toBe(
      "forbidden forbidden",
    );
  });

  test.each<[Role]>([["MODERATOR"], ["PLATFORM_ADMIN"]])(
    "%s is not theirs to give or to take",
    async (role) => {
      const { organisation, admin, member } = await makeTeam();
      expect(await refusalOf(change(admin, member, [role]))).toBe("forbidden forbidden");
      const holder = await makeMember(organisation, "MEMBER", role);
      await change(admin, holder, ["MANAGER"]);
      expect(await rolesIn(holder)).toContain(role);
    },
  );

  test("another organisation is out of reach", async () => {
    const { admin } = await makeTeam();
    const other = await makeTeam();
    for (const work of [suspendMember, endMembership, restoreMember]) {
      expect(await refusalOf(work(admin, inOwn(other.member)))).toBe("forbidden forbidden");
    }
    expect(await refusalOf(change(admin, other.member, ["MANAGER"]))).toBe("forbidden forbidden");
    // Nor is a stranger made a member by way of roles.
    const stranger = { userId: other.member.user.id, organisationId: admin.organisation.id };
    const drawn = changeRoles(admin, { ...stranger, held: "", roles: ["MANAGER"] });
    expect(await refusalOf(drawn)).toBe("not-found notFound");
  });

  test("a right lost while waiting counts no more", async () => {
    const { organisation, admin, member } = await makeTeam();
    const second = await makeMember(organisation, "MEMBER", "ORGANISATION_ADMIN");
    await change(admin, second, []);
    // `second` still carries what their request began with.
    expect(await refusalOf(change(second, member, ["MANAGER"]))).toBe("forbidden forbidden");
  });

  test("of two administrators who take each other's role at the same moment one stays", async () => {
    for (let round = 0; round < 10; round++) {
      const organisation = await makeOrganisation();
      const one = await makeMember(organisation, "MEMBER", "ORGANISATION_ADMIN");
      const two = await makeMember(organisation, "MEMBER", "ORGANISATION_ADMIN");
      const outcomes = await Promise.allSettled([change(one, two, []), change(two, one, [])]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    }
  });

  test("giving asks for a fresh proof, taking does not", async () => {
    const { admin, member } = await makeTeam();
    await change(admin, member, ["MANAGER"]);
    const stale = { ...admin, provenAt: new Date(Date.now() - 16 * 60_000), hasSecondFactor: true };
    expect(await refusalOf(change(stale, member, ["COORDINATOR"]))).toBe("forbidden freshProofNeeded");
    await change(stale, member, []);
    expect(await rolesIn(member)).toEqual(["MEMBER"]);
  });
});

describe("suspending", () => {
  test("ends every session, keeps the roles of the organisation aside, and is undone by restoring", async () => {
    const { organisation, admin } = await makeTeam();
    const manager = await makeMember(organisation, "MEMBER", "MANAGER");
    const token = await startSession(manager.user.id);
    expect((await readViewer(token)).user?.id).toBe(manager.user.id);
    await suspendMember(admin, inOwn(manager));
    expect((await readViewer(token)).user).toBeNull();
    expect(await rolesIn(manager)).toEqual(["(MEMBER)", "(MANAGER)"]);
    expect(await refusalOf(suspendMember(admin, inOwn(manager)))).toBe("conflict memberSuspended");
    expect(await refusalOf(change(admin, manager, ["COORDINATOR"]))).toBe("invalid memberSuspended");
    await restoreMember(admin, inOwn(manager));
    expect(await rolesIn(manager)).toEqual(["MEMBER", "MANAGER"]);
    expect(await refusalOf(restoreMember(admin, inOwn(manager)))).toBe("conflict memberNotSuspended");
    expect(await tracesOf(admin)).toEqual(["membership.suspended", "membership.restored"]);
  });

  test("does not let an administrator give back what only the platform gives", async () => {
    const { organisation, admin } = await makeTeam();
    const moderator = await makeMember(organisation, "MODERATOR", "MANAGER");
    await suspendMember(admin, inOwn(moderator));
    await restoreMember(admin, inOwn(moderator));
    expect(await rolesIn(moderator)).toEqual(["MEMBER", "MANAGER"]);
  });

  test("is not for oneself, nor by who is no administrator", async () => {
    const { admin, member } = await makeTeam();
    expect(await refusalOf(suspendMember(admin, inOwn(admin)))).toBe("forbidden forbidden");
    expect(await refusalOf(suspendMember(member, inOwn(admin)))).toBe("forbidden forbidden");
    expect(await refusalOf(endMembership(member, inOwn(member)))).toBe("forbidden forbidden");
  });
});

test("ending a membership takes everything, ends the sessions and tells the person", async () => {
  const { organisation, admin } = await makeTeam();
  const manager = await makeMember(organisation, "MEMBER", "MANAGER");
  await endMembership(admin, inOwn(manager));
  expect(await rolesIn(manager)).toEqual([]);
  expect(await countSessions(manager)).toBe(0);
  const { email } = await database().user.findUniqueOrThrow({ where: { id: manager.user.id } });
  expect(await mailsTo(email)).toEqual([`U hoort niet meer bij ${organisation.name}`]);
  expect(await refusalOf(endMembership(admin, inOwn(manager)))).toBe("not-found notFound");
});

describe("the platform", () => {
  test("gives and takes its own roles, in any organisation but a supplier", async () => {
    const platform = await makeMember(await makeOrganisation("KOEPEL"), "MEMBER", "PLATFORM_ADMIN");
    const { member } = await makeTeam();
    await change(platform, member, ["MODERATOR"]);
    expect(await rolesIn(member)).toEqual(["MEMBER", "MODERATOR"]);
    await change(platform, member, []);
    expect(await countSessions(member)).toBe(0);
    const supplier = await makeMember(await makeOrganisation("LEVERANCIER"), "MEMBER");
    expect(await refusalOf(change(platform, supplier, ["MODERATOR"]))).toBe("forbidden forbidden");
    expect(await refusalOf(change(platform, platform, ["PLATFORM_ADMIN", "MODERATOR"]))).toBe(
      "forbidden forbidden",
    );
  });

  test("appoints an administrator where there is none, and touches nothing else", async () => {
    const platform = await makeMember(await makeOrganisation("KOEPEL"), "PLATFORM_ADMIN");
    const organisation = await makeOrganisation();
    const first = await makeMember(organisation, "MEMBER");
    const second = await makeMember(organisation, "MEMBER", "MANAGER");
    await change(platform, first, ["ORGANISATION_ADMIN"]);
    expect(await rolesIn(first)).toEqual(["MEMBER", "ORGANISATION_ADMIN"]);
    expect(await refusalOf(change(platform, second, ["ORGANISATION_ADMIN"]))).toBe("forbidden forbidden");
    await change(platform, second, ["MODERATOR"]);
    expect(await rolesIn(second)).toEqual(["MEMBER", "MANAGER", "MODERATOR"]);
    expect(await refusalOf(endMembership(platform, inOwn(second)))).toBe("forbidden forbidden");
  });

  test("keeps its last administrator", async () => {
    const thijs = await findDemoPerson("vng-realisatie", "PLATFORM_ADMIN");
    await database().membership.deleteMany({
      where: { role: "PLATFORM_ADMIN", userId: { not: thijs.user.id } },
    });
    const { organisation, user } = thijs;
    const leave = { userId: user.id, organisationId: organisation.id, held: "PLATFORM_ADMIN", roles: [] };
    expect(await refusalOf(changeRoles(thijs, leave))).toBe("invalid lastPlatformAdmin");
    const admin = await makeMember(organisation, "MEMBER", "ORGANISATION_ADMIN");
    expect(await refusalOf(endMembership(admin, inOwn(thijs)))).toBe("invalid lastPlatformAdmin");
    expect(await refusalOf(suspendMember(admin, inOwn(thijs)))).toBe("invalid lastPlatformAdmin");
  });
});
