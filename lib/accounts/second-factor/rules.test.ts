import { TOTP } from "otpauth";
import { expect, test } from "vitest";
import {
  findStep,
  isProvenByProvider,
  pathAfterSignIn,
  readRecoveryCode,
  toGroups,
  toKeyUri,
  toRecoveryCode,
  toTotpSecret,
} from "./rules";

// The secret and times of RFC 6238, appendix B: "12345678901234567890".
const secret = toTotpSecret(new TextEncoder().encode("12345678901234567890"));
const atSecond = (second: number) => new Date(second * 1000);

test.each([
  [59, "287082"],
  [1111111109, "081804"],
  [1111111111, "050471"],
  [1234567890, "005924"],
  [2000000000, "279037"],
  [20000000000, "353130"],
])("at second %i the code of the standard is right", (second, code) => {
  expect(findStep({ secret, code, at: atSecond(second) })).toBe(Math.floor(second / 30));
});

// Step 37037036 lasts from second 1111111080 up to 1111111110; its code is 081804.
test.each<[string, number, number | null]>([
  ["a step and a bit early", 1111111049, null],
  ["in the step before", 1111111050, 37037036],
  ["at its first second", 1111111080, 37037036],
  ["at its last second", 1111111109, 37037036],
  ["in the step after", 1111111139, 37037036],
  ["two steps late", 1111111140, null],
])("a code %s is judged by its own step", (_, second, step) => {
  expect(findStep({ secret, code: "081804", at: atSecond(second) })).toBe(step);
});

test.each(["", "81804", "0818040", "abcdef", "081 804", "٠٨١٨٠٤", "999999"])(
  "%j is no right code",
  (code) => {
    expect(findStep({ secret, code, at: atSecond(1111111109) })).toBeNull();
  },
);

test("the address in the QR code makes the same codes in an app", () => {
  const uri = toKeyUri({ secret, account: "noor@zwolle.nl" });
  expect(uri).toMatch(/^otpauth:\/\/totp\/PlusE%C3%A9n:noor%40zwolle\.nl\?/);
  const query = new URL(uri).searchParams;
  expect(Object.fromEntries(query)).toMatchObject({ secret, digits: "6", period: "30", algorithm: "SHA1" });
  const app = new TOTP({ secret: query.get("secret") ?? "" });
  expect(app.generate({ timestamp: 59_000 })).toBe("287082");
});

test("a secret is shown in groups that can be typed over", () => {
  expect(secret).toHaveLength(32);
  expect(toGroups(secret)).toBe("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
});

test("a recovery code is read however it is typed", () => {
  const code = toRecoveryCode(Uint8Array.from({ length: 16 }, (_, at) => at * 13));
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(readRecoveryCode(code)).toBe(code);
  expect(readRecoveryCode(code.toLowerCase().replaceAll("-", " "))).toBe(code);
  expect(readRecoveryCode("o1il-0000-0000-0000")).toBe("0111-0000-0000-0000");
});

test("a recovery code can have every character at every place", () => {
  const codes = Array.from({ length: 256 }, (_, byte) => toRecoveryCode(new Uint8Array(16).fill(byte)));
  expect(new Set(codes).size).toBe(32);
});

const trusted = { trustsSecondFactor: true, secondFactorAcr: null };
const agreed = { trustsSecondFactor: true, secondFactorAcr: "substantial" };

test.each([
  [{ amr: ["pwd", "mfa"] }, trusted, true],
  [{ amr: ["pwd"] }, trusted, false],
  [{ amr: "mfa" }, trusted, false],
  [{ amr: { mfa: true } }, trusted, false],
  [{}, trusted, false],
  [{ acr: "substantial" }, agreed, true],
  [{ acr: "low" }, agreed, false],
  [{ acr: ["substantial"] }, agreed, false],
  [{ acr: "" }, { trustsSecondFactor: true, secondFactorAcr: "" }, false],
  [{ acr: null }, trusted, false],
  [{ acr: "substantial" }, trusted, false],
  [{ amr: ["mfa"] }, { ...trusted, trustsSecondFactor: false }, false],
  [{ acr: "substantial" }, { ...agreed, trustsSecondFactor: false }, false],
])("signing in with %j at a provider with %j is a proof: %s", (claims, trust, expected) => {
  expect(isProvenByProvider(claims, trust)).toBe(expected);
});

test("whoever has a role that waits passes by the second step, and then goes where they were", () => {
  expect(pathAfterSignIn({ withheldRoles: [] }, "/mijn?stand=plan")).toBe("/mijn?stand=plan");
  expect(pathAfterSignIn({}, "")).toBe("");
  const waiting = { withheldRoles: ["MANAGER" as const] };
  expect(pathAfterSignIn(waiting, "")).toBe("/inloggen/tweede-factor");
  const path = pathAfterSignIn(waiting, "/mijn?stand=plan#lijst");
  expect(new URL(path, "http://x").searchParams.get("naar")).toBe("/mijn?stand=plan#lijst");
});
