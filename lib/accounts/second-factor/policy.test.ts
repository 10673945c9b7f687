import { describe, expect, test } from "vitest";
import type { Role } from "@/lib/core/generated/prisma/enums";
import { visitor } from "@/lib/core/roles";
import { viewerWith, whoMay } from "@/lib/core/testing/viewers";
import { canHaveSecondFactor, canResetSecondFactors, type Holder, isWithinReach } from "./policy";

describe("having a second factor", () => {
  test("is for real people in a session of their own", () => {
    expect(canHaveSecondFactor(viewerWith("MANAGER"))).toBe(true);
    expect(canHaveSecondFactor(visitor)).toBe(false);
    expect(canHaveSecondFactor({ ...visitor, sessionId: "session" })).toBe(false);
    expect(canHaveSecondFactor(viewerWith("MANAGER", {}, true))).toBe(false);
    const { sessionId: _, ...withoutSession } = viewerWith("MANAGER");
    expect(canHaveSecondFactor(withoutSession)).toBe(false);
  });
});

const seat = (organisationId: string, role: Role = "MANAGER") => ({ organisationId, role });

function holder(...memberships: Holder["memberships"]): Holder {
  return { id: "holder", isDemo: false, memberships };
}

describe("within reach of an admin", () => {
  const reaches = (...memberships: Holder["memberships"]) =>
    whoMay((viewer) => isWithinReach(viewer, { memberships }));

  test("are colleagues, and for the platform everybody", () => {
    expect(reaches(seat("here"))).toEqual(["ORGANISATION_ADMIN", "PLATFORM_ADMIN"]);
    expect(reaches(seat("elsewhere"))).toEqual(["PLATFORM_ADMIN"]);
    expect(reaches()).toEqual(["PLATFORM_ADMIN"]);
  });
});

describe("removing the second factors of somebody who lost them", () => {
  const who = (of: Holder) => whoMay((viewer) => canResetSecondFactors(viewer, of));

  test("is for the admin of the one place where they have rights, and for the platform", () => {
    expect(who(holder(seat("here")))).toEqual(["ORGANISATION_ADMIN", "PLATFORM_ADMIN"]);
    expect(who(holder(seat("here"), seat("elsewhere", "MEMBER")))).toEqual([
      "ORGANISATION_ADMIN",
      "PLATFORM_ADMIN",
    ]);
  });

  test("is not for an admin where they have rights elsewhere too, or run the platform", () => {
    expect(who(holder(seat("here"), seat("elsewhere")))).toEqual(["PLATFORM_ADMIN"]);
    expect(who(holder(seat("here", "PLATFORM_ADMIN")))).toEqual(["PLATFORM_ADMIN"]);
  });

  test("is not for an admin of nobody: who has no membership is out of reach", () => {
    expect(who(holder())).toEqual(["PLATFORM_ADMIN"]);
  });

  test("is for nobody themselves, and never between the demonstration and real people", () => {
    const admin = viewerWith("PLATFORM_ADMIN");
    expect(canResetSecondFactors(admin, { ...holder(), id: "viewer" })).toBe(false);
    expect(canResetSecondFactors(admin, { ...holder(), isDemo: true })).toBe(false);
    expect(canResetSecondFactors(viewerWith("PLATFORM_ADMIN", {}, true), holder())).toBe(false);
  });
});
