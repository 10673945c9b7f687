import { describe, expect, test } from "vitest";
import type { OrganisationKind, Role } from "@/lib/core/generated/prisma/enums";
import { type Viewer, visitor } from "@/lib/core/roles";
import { canAnswer, canReview, isOfficialReviewer } from "./policy";

const solution = { providerId: "provider" };

function viewerOf(id: string, kind: OrganisationKind, ...roles: Role[]): Viewer {
  const organisation = { id, slug: id, name: id, kind };
  const user = { id: "user", name: "Iemand", isDemo: false };
  return { user, organisation, roles, organisations: [organisation] };
}

const member = viewerOf("zwolle", "GEMEENTE", "MEMBER");
const manager = viewerOf("zwolle", "GEMEENTE", "MEMBER", "MANAGER");
const providing = viewerOf("provider", "GEMEENTE", "MEMBER", "MANAGER");
const coordinator = viewerOf("provider", "KOEPEL", "COORDINATOR");
const supplier = viewerOf("maykin", "LEVERANCIER", "MEMBER");
const elsewhere = viewerOf("dimpact", "COOPERATIE", "COORDINATOR");
const moderator = viewerOf("vng", "KOEPEL", "MODERATOR");
const both = { ...manager, organisations: [...manager.organisations, ...coordinator.organisations] };

describe("giving an oordeel", () => {
  test.each<[string, Viewer, boolean, boolean]>([
    ["a visitor", visitor, false, false],
    ["a member of a gemeente", member, true, false],
    ["a manager of a gemeente", manager, true, true],
    ["a manager of the gemeente that provides it", providing, false, true],
    ["a manager who also belongs to the provider", both, false, true],
    ["a coordinator of the provider", coordinator, false, false],
    ["a supplier", supplier, false, false],
    ["another provider", elsewhere, false, false],
    ["a moderator", moderator, false, false],
    ["a manager without gemeente", viewerOf("dimpact", "COOPERATIE", "MANAGER"), false, false],
  ])("%s: may %s, official %s", (_, viewer, may, official) => {
    expect(canReview(viewer, solution)).toBe(may);
    expect(isOfficialReviewer(viewer)).toBe(official);
  });
});

describe("answering an oordeel", () => {
  const open = { reply: null, isDemo: false, solution };

  test.each<[string, Viewer, boolean]>([
    ["a visitor", visitor, false],
    ["a manager", manager, false],
    ["a coordinator of the provider", coordinator, true],
    ["a coordinator of another provider", elsewhere, false],
    ["a member of the provider", viewerOf("provider", "KOEPEL", "MEMBER"), false],
    ["a moderator", moderator, false],
  ])("%s: %s", (_, viewer, may) => {
    expect(canAnswer(viewer, open)).toBe(may);
  });

  test("is done once", () => {
    expect(canAnswer(coordinator, { ...open, reply: "Dank u." })).toBe(false);
  });

  test("an invented coordinator answers invented oordelen only", () => {
    const invented = { ...coordinator, user: { id: "user", name: "Iemand", isDemo: true } };
    expect(canAnswer(invented, open)).toBe(false);
    expect(canAnswer(invented, { ...open, isDemo: true })).toBe(true);
  });
});
