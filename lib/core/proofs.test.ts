import { expect, test } from "vitest";
import { DomainError, requireFreshProof, requirePermission } from "./errors";
import { hasFreshProof, type Viewer, visitor } from "./roles";

const now = new Date("2026-11-28T12:00:00Z");
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const real: Viewer = { ...visitor, user: { id: "1", name: "Echt", isDemo: false } };
const demo: Viewer = { ...visitor, user: { id: "2", name: "Demo", isDemo: true } };

test.each<[string, Viewer, boolean]>([
  ["of a moment ago", { ...real, provenAt: minutesAgo(0) }, true],
  ["of exactly fifteen minutes ago", { ...real, provenAt: minutesAgo(15) }, true],
  ["of more than fifteen minutes ago", { ...real, provenAt: minutesAgo(15.01) }, false],
  ["that was never given", real, false],
  ["of a person of the demonstration, who has none", demo, true],
  ["of a visitor", { ...visitor, provenAt: minutesAgo(0) }, false],
])("a proof %s is judged fresh or not", (_, viewer, expected) => {
  expect(hasFreshProof(viewer, now)).toBe(expected);
});

test("an old proof is refused with the way to a new one", () => {
  expect(() => requireFreshProof({ ...real, hasSecondFactor: true }, now)).toThrow("freshProofNeeded");
  expect(() => requireFreshProof(real, now)).toThrow("freshSignInNeeded");
  expect(() => requireFreshProof({ ...real, provenAt: now }, now)).not.toThrow();
});

test.each([
  [visitor, "unauthenticated", "unauthenticated"],
  [real, "forbidden", "forbidden"],
  [{ ...real, withheldRoles: ["MANAGER" as const] }, "forbidden", "secondFactorNeeded"],
])("a refusal says what is missing (%#)", (viewer, code, key) => {
  const refuse = () => requirePermission(false, viewer);
  expect(refuse).toThrow(new DomainError(code as "forbidden", key as "forbidden"));
});
