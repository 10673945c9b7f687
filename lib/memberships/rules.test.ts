import { describe, expect, test } from "vitest";
import { OrganisationKind, Role } from "@/lib/core/generated/prisma/enums";
import {
  differenceOf,
  domainOf,
  everyRole,
  expiryOf,
  isLastAdmin,
  isReviewDue,
  listRequestableRoles,
  listRoles,
  listShownRoles,
  stateOf,
  withMember,
} from "./rules";

const common: Role[] = ["MEMBER", "COORDINATOR", "ORGANISATION_ADMIN"];
const platform: Role[] = ["MODERATOR", "PLATFORM_ADMIN"];

describe("the roles of an organisation follow its kind", () => {
  test.each<[OrganisationKind, Role[]]>([
    ["GEMEENTE", [...common, "MANAGER", ...platform]],
    ["SAMENWERKINGSVERBAND", [...common, ...platform]],
    ["COOPERATIE", [...common, ...platform]],
    ["KOEPEL", [...common, ...platform]],
    ["MINISTERIE", [...common, ...platform]],
    ["UITVOERINGSORGANISATIE", [...common, ...platform]],
    ["KENNISINSTELLING", [...common, ...platform]],
    // A supplier never decides for a gemeente, and never judges or governs what others publish.
    ["LEVERANCIER", common],
  ])("%s", (kind, roles) => {
    expect([...listRoles(kind)].sort()).toEqual([...roles].sort());
    expect(listRequestableRoles(kind)).toEqual(listRoles(kind).filter((role) => !platform.includes(role)));
  });

  test("every kind and every role has an answer", () => {
    expect([...everyRole].sort()).toEqual(Object.values(Role).sort());
    for (const kind of Object.values(OrganisationKind)) expect(listRoles(kind)).toContain("MEMBER");
  });
});

test.each<[Role[], Role[], Role[]]>([
  // roles, rows, shown
  [[], ["MEMBER"], ["MEMBER"]],
  [["MANAGER"], ["MEMBER", "MANAGER"], ["MANAGER"]],
  [
    ["ORGANISATION_ADMIN", "MEMBER", "MANAGER"],
    ["MEMBER", "MANAGER", "ORGANISATION_ADMIN"],
    ["MANAGER", "ORGANISATION_ADMIN"],
  ],
])("%j are kept as %j and shown as %j", (roles, rows, shown) => {
  expect(withMember(roles)).toEqual(rows);
  expect(listShownRoles(roles)).toEqual(shown);
});

test("a change is what to give and what to take", () => {
  expect(differenceOf(["MEMBER", "MANAGER"], ["MEMBER", "COORDINATOR"])).toEqual({
    given: ["COORDINATOR"],
    taken: ["MANAGER"],
  });
});

describe("the domain of a mail address", () => {
  test.each<[string, string | null]>([
    ["noor@zwolle.nl", "zwolle.nl"],
    ["Noor@Zwolle.NL", "zwolle.nl"],
    ["noor@zwolle.nl@evil.example", "evil.example"],
    ["noor@mail.zwolle.nl", "mail.zwolle.nl"],
    // Cyrillic о, full stop look-alike, upper-case dotted İ that lower-cases to two characters
    ["noor@zwоlle.nl", null],
    ["noor@zwolle。nl", null],
    ["noor@zwolle.nl\u200b", null],
    ["noor@İzwolle.nl", null],
    ["@zwolle.nl", null],
    ["zwolle.nl", null],
    ["noor@", null],
    ["noor@zwolle", null],
  ])("of %j is %j", (email, domain) => expect(domainOf(email)).toBe(domain));
});

describe("the last administrator", () => {
  test.each<[string, string[], string[], boolean]>([
    // who, administrators, everybody, is last
    ["a", ["a"], ["a", "b"], true],
    ["a", ["a"], ["a"], false],
    ["a", ["a", "b"], ["a", "b", "c"], false],
    ["c", ["a"], ["a", "c"], false],
    ["a", [], ["a", "b"], false],
  ])("%s of %j among %j: %s", (userId, adminIds, memberIds, expected) => {
    expect(isLastAdmin(userId, { adminIds, memberIds })).toBe(expected);
  });
});

describe("an invitation", () => {
  const now = new Date("2026-11-28T12:00:00Z");
  const at = (iso: string) => new Date(iso);
  test.each<[string, Parameters<typeof stateOf>[0], string]>([
    [
      "is open until it expires",
      { expiresAt: at("2026-11-28T12:00:01Z"), acceptedAt: null, withdrawnAt: null },
      "open",
    ],
    ["has expired on the second", { expiresAt: now, acceptedAt: null, withdrawnAt: null }, "expired"],
    [
      "stays accepted",
      { expiresAt: at("2026-01-01T00:00:00Z"), acceptedAt: now, withdrawnAt: null },
      "accepted",
    ],
    [
      "stays withdrawn",
      { expiresAt: at("2027-01-01T00:00:00Z"), acceptedAt: null, withdrawnAt: now },
      "withdrawn",
    ],
  ])("%s", (_, dates, state) => expect(stateOf(dates, now)).toBe(state));

  test("lasts fourteen days", () => expect(expiryOf(now)).toEqual(at("2026-12-12T12:00:00Z")));
});

test.each<[string | null, string | null, boolean]>([
  // last review, first person, due
  [null, null, false],
  [null, "2025-11-28", true],
  [null, "2025-11-29", false],
  ["2025-11-28", "2020-01-01", true],
  ["2025-11-29", "2020-01-01", false],
  ["2026-11-28", "2020-01-01", false],
])("last reviewed %s, first person %s: due is %s", (last, first, due) => {
  expect(isReviewDue({ last, first, today: "2026-11-28" })).toBe(due);
});
