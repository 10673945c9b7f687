import { expect, test } from "vitest";
import type { Role } from "@/lib/core/generated/prisma/enums";
import { type Viewer, visitor } from "@/lib/core/roles";
import { canEditKindSteps, canEditSolutionSteps } from "./policy";

const viewer = (...roles: Role[]): Viewer => ({
  ...visitor,
  user: { id: "u", name: "Iemand", isDemo: false },
  organisation: { id: "dimpact", slug: "dimpact", name: "Dimpact", kind: "COOPERATIE" },
  roles,
});

test("the steps of a kind are kept by whoever runs the platform, those of a solution by its coordinator", () => {
  const own = { providerId: "dimpact" };
  const judged = (
    ["MEMBER", "MANAGER", "COORDINATOR", "ORGANISATION_ADMIN", "MODERATOR", "PLATFORM_ADMIN"] as const
  )
    .map((role) => [role, canEditKindSteps(viewer(role)), canEditSolutionSteps(viewer(role), own)])
    .filter(([, ofKind, ofSolution]) => ofKind || ofSolution);
  expect(judged).toEqual([
    ["COORDINATOR", false, true],
    ["PLATFORM_ADMIN", true, false],
  ]);
  expect(canEditSolutionSteps(viewer("COORDINATOR"), { providerId: "vng" })).toBe(false);
  expect([canEditKindSteps(visitor), canEditSolutionSteps(visitor, own)]).toEqual([false, false]);
});
