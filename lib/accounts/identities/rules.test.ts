import { describe, expect, test } from "vitest";
import { DomainError } from "@/lib/core/errors";
import { isStartedHere, judgeAddress, judgeSubject, readName, toFailure, toFailureAddress } from "./rules";
import { readIntent, startSchema } from "./schema";

const tenant = "1b2c3d4e-0000-4000-8000-123456789abc";
const bounds = { tenantId: null, mailDomains: ["zwolle.nl", "ssc-zwolle.nl"] };
const entra = { ...bounds, tenantId: tenant };

describe("who it is follows from sub, and the tenant of Entra ID", () => {
  test.each([
    [{ sub: "a1" }, bounds, "a1"],
    [{ sub: "a1", tid: "anything" }, bounds, "a1"],
    [{ sub: "a1", tid: tenant }, entra, "a1"],
    [{ sub: "a1", tid: tenant.toUpperCase() }, entra, "a1"],
    [{ sub: " A1 " }, bounds, " A1 "],
    [{ sub: "é\u0065\u0301" }, bounds, "é\u0065\u0301"],
  ])("%j is somebody", (claims, at, subject) => {
    expect(judgeSubject(claims, at)).toEqual({ subject });
  });

  test.each([
    [{ sub: "a1" }, entra, "identityTenant"],
    [{ sub: "a1", tid: "" }, entra, "identityTenant"],
    [{ sub: "a1", tid: "2b2c3d4e-0000-4000-8000-123456789abc" }, entra, "identityTenant"],
    [{ sub: "a1", tid: [tenant] }, entra, "identityTenant"],
    [{ sub: "a1", tid: `${tenant} ` }, entra, "identityTenant"],
    [{ sub: "a1", TID: tenant }, entra, "identityTenant"],
    [{}, bounds, "identitySubject"],
    [{ sub: "" }, bounds, "identitySubject"],
    [{ sub: 7 }, bounds, "identitySubject"],
    [{ sub: null }, bounds, "identitySubject"],
    [{ sub: { toString: "x" } }, bounds, "identitySubject"],
    [{ sub: "a\0b" }, bounds, "identitySubject"],
    [{ sub: "x".repeat(256) }, bounds, "identitySubject"],
  ])("%j comes not in: %#", (claims, at, refusal) => {
    expect(judgeSubject(claims, at)).toEqual({ refusal });
  });
});

describe("an address is one of the organisation's own", () => {
  test.each([
    [{ email: "Jan@Zwolle.nl" }, { email: "jan@zwolle.nl", isConfirmed: false }],
    [
      { email: "jan@ssc-zwolle.nl", email_verified: true },
      { email: "jan@ssc-zwolle.nl", isConfirmed: true },
    ],
    [
      { email: "jan@zwolle.nl", email_verified: "true" },
      { email: "jan@zwolle.nl", isConfirmed: true },
    ],
    [
      { email: "jan@zwolle.nl", email_verified: null },
      { email: "jan@zwolle.nl", isConfirmed: false },
    ],
  ])("%j is taken", (claims, address) => {
    expect(judgeAddress(claims, bounds)).toEqual(address);
  });

  test.each([
    [{}, "identityNoAddress"],
    [{ email: "" }, "identityNoAddress"],
    [{ email: "  " }, "identityNoAddress"],
    [{ email: null }, "identityNoAddress"],
    [{ email: ["jan@zwolle.nl"] }, "identityNoAddress"],
    [{ preferred_username: "jan@zwolle.nl", upn: "jan@zwolle.nl" }, "identityNoAddress"],
    [{ email: "jan@zwolle.nl", email_verified: false }, "identityUnconfirmed"],
    [{ email: "jan@zwolle.nl", email_verified: "false" }, "identityUnconfirmed"],
    [{ email: "jan@zwolle.nl", email_verified: 0 }, "identityUnconfirmed"],
    [{ email: "jan@zwolle.nl", email_verified: 1 }, "identityUnconfirmed"],
    [{ email: "burgemeester@utrecht.nl" }, "identityDomain"],
    [{ email: "jan@ict.zwolle.nl" }, "identityDomain"],
    [{ email: "jan@zwolle.nl.evil.example" }, "identityDomain"],
    [{ email: "jan@evil-zwolle.nl" }, "identityDomain"],
    [{ email: "jan@zwolle.nl@evil.example" }, "identityDomain"],
    [{ email: "jan@evil.example@zwolle.nl" }, "identityDomain"],
    [{ email: "jan@zwollе.nl" }, "identityDomain"],
    [{ email: "jan@zwolle.nl " }, "identityDomain"],
    [{ email: "jan@zwolle.nl\n" }, "identityDomain"],
    [{ email: "jan\0@zwolle.nl" }, "identityDomain"],
    [{ email: "jan" }, "identityDomain"],
  ])("%j is refused", (claims, refusal) => {
    expect(judgeAddress(claims, bounds)).toEqual({ refusal });
  });
});

test.each([
  [{ name: "Jan de Vries" }, "Jan de Vries"],
  [{ name: "  Jan\t de\u0000 Vries\u202e " }, "Jan de Vries"],
  [{ given_name: "Jan", family_name: "de Vries" }, "Jan de Vries"],
  [{ name: " ", given_name: "Jan" }, "Jan"],
  [{ name: ["Jan"], family_name: 7 }, null],
  [{}, null],
  [{ name: "x".repeat(500) }, "x".repeat(200)],
])("of %j the name is %j", (claims, name) => {
  expect(readName(claims)).toBe(name);
});

test.each([
  ["same-origin", false, true],
  ["same-origin", true, true],
  ["none", false, true],
  ["none", true, false],
  [null, false, true],
  [null, true, false],
  ["cross-site", false, false],
  ["same-site", false, false],
  ["same-site", true, false],
])("a start that says it comes from %s, to link: %s, is ours: %s", (site, isLink, isOurs) => {
  expect(isStartedHere(site, isLink)).toBe(isOurs);
});

describe("nobody is sent to another site", () => {
  test.each([
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "javascript:alert(1)",
    "/%2f%2fevil.example",
    "/mijn@evil.example",
    "/mijn\r\nSet-Cookie: a=b",
    "/../..//evil.example",
    "mijn",
    ["/mijn"],
    null,
  ])("%j is forgotten", (next) => {
    expect(startSchema.parse({ naar: next }).naar).toBe("");
    const intent = readIntent(JSON.stringify({ locale: "nl", next, linkTo: null }));
    expect(intent.next).toBe("");
    expect(toFailureAddress(intent, "flowExpired")).toBe("/nl/inloggen?fout=flowExpired");
  });

  test("a page of ours is kept", () => {
    const intent = readIntent(
      JSON.stringify({ locale: "en", next: "/mijn/open-zaak?stand=plan", linkTo: null }),
    );
    expect(intent).toEqual({ locale: "en", next: "/mijn/open-zaak?stand=plan", linkTo: null });
    expect(toFailureAddress(intent, "flowExpired")).toMatch(/^\/en\/inloggen\?fout=flowExpired&naar=%2Fmijn/);
  });

  test.each([undefined, "", "{", "[]", "null", '"x"', '{"locale":"//evil.example","linkTo":"x"}'])(
    "the cookie %j is a plain sign-in in Dutch",
    (cookie) => {
      expect(readIntent(cookie)).toEqual({ locale: "nl", next: "", linkTo: null });
    },
  );
});

test("a failure is one of the sentences that the page knows", () => {
  expect(toFailure(new DomainError("invalid", "flowExpired"))).toBe("flowExpired");
  expect(toFailure(new DomainError("too-many", "tooManyTries", "10"))).toBe("flowTooMany");
  expect(toFailure(new DomainError("invalid", "slugTaken"))).toBe("unexpected");
  expect(toFailure(new Error("identityTaken"))).toBe("unexpected");
});
