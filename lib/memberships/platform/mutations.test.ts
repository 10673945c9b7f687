import { describe, expect, test } from "vitest";
import { database } from "@/lib/core/db";
import { countSessions, makeMember, makeOrganisation, refusalOf, tracesOf } from "../testing/people";
import { disableUser, enableUser } from "./mutations";

const makePlatformAdmin = async () =>
  makeMember(await makeOrganisation("KOEPEL"), "MEMBER", "PLATFORM_ADMIN");

describe("disabling somebody", () => {
  test("ends every session, and enabling gives back what they had", async () => {
    const platform = await makePlatformAdmin();
    const member = await makeMember(await makeOrganisation(), "MEMBER", "ORGANISATION_ADMIN");
    await disableUser(platform, { userId: member.user.id });
    expect(await countSessions(member)).toBe(0);
    expect(await refusalOf(disableUser(platform, { userId: member.user.id }))).toBe("conflict userChanged");
    await enableUser(platform, { userId: member.user.id });
    const user = await database().user.findUniqueOrThrow({ where: { id: member.user.id } });
    expect(user.disabledAt).toBeNull();
    expect(await tracesOf(platform)).toEqual(["user.disabled", "user.enabled"]);
    const nobody = { userId: "00000000-0000-4000-8000-000000000000" };
    expect(await refusalOf(disableUser(platform, nobody))).toBe("not-found notFound");
  });

  test("is for the platform alone, and not for oneself", async () => {
    const platform = await makePlatformAdmin();
    const admin = await makeMember(await makeOrganisation(), "ORGANISATION_ADMIN");
    const colleague = await makeMember(admin.organisation, "MEMBER");
    for (const work of [disableUser, enableUser]) {
      expect(await refusalOf(work(admin, { userId: colleague.user.id }))).toBe("forbidden forbidden");
      expect(await refusalOf(work(platform, { userId: platform.user.id }))).toBe("forbidden forbidden");
    }
  });

  test("of two platform administrators who disable each other at the same moment one stays", async () => {
    for (let round = 0; round < 10; round++) {
      await database().membership.deleteMany({ where: { role: "PLATFORM_ADMIN" } });
      const [one, two] = [await makePlatformAdmin(), await makePlatformAdmin()];
      const outcomes = await Promise.allSettled([
        disableUser(one, { userId: two.user.id }),
        disableUser(two, { userId: one.user.id }),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    }
  });
});
