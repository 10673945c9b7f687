import { beforeEach, describe, expect, test, vi } from "vitest";

const place = "IdentityProvider/4b1f/clientSecret";

/** The module anew, with these settings: the environment is read once per process. */
async function withSettings(settings: Record<string, string> = {}) {
  vi.resetModules();
  vi.unstubAllEnvs();
  const all = {
    DATABASE_URL: "postgresql://localhost/none",
    NEXTAUTH_URL: "http://localhost:3000",
    NEXTAUTH_SECRET: "a-secret-only-for-automated-tests",
    ...settings,
  };
  for (const [name, value] of Object.entries(all)) vi.stubEnv(name, value);
  return import("./encryption");
}

let encrypt: (secret: string, place: string) => string;
let decrypt: (sealed: string, place: string) => string;

beforeEach(async () => {
  ({ encrypt, decrypt } = await withSettings({ ENCRYPTION_KEY: "k".repeat(32) }));
});

test.each(["", "geheim", "é€😀 met spaties", "x".repeat(10_000)])(
  "what was sealed can be opened: %#",
  (secret) => {
    expect(decrypt(encrypt(secret, place), place)).toBe(secret);
  },
);

test("the same secret is sealed differently each time, and is not to be read in it", () => {
  const sealed = [1, 2].map(() => encrypt("hetzelfde", place));
  expect(sealed[0]).not.toBe(sealed[1]);
  expect(sealed[0]).toMatch(/^v1:[\w-]+$/);
  expect(Buffer.from(sealed[0] ?? "", "base64url").toString("latin1")).not.toContain("hetzelfde");
});

test("it opens in no other row and no other column", () => {
  const sealed = encrypt("geheim", place);
  for (const other of ["IdentityProvider/4b1g/clientSecret", "IdentityProvider/4b1f/tenantId", ""]) {
    expect(() => decrypt(sealed, other)).toThrow(/cannot be opened/);
  }
});

test("one changed bit anywhere is found", () => {
  const bytes = Buffer.from(encrypt("geheim", place).slice(3), "base64url");
  for (let index = 0; index < bytes.length; index++) {
    const changed = Buffer.from(bytes);
    changed[index] = (changed[index] ?? 0) ^ 1;
    expect(() => decrypt(`v1:${changed.toString("base64url")}`, place), `byte ${index}`).toThrow(
      /cannot be opened/,
    );
  }
});

describe("what is not ours is refused, without its text in the message", () => {
  test.each(["", "geheim", "v1:", "v1:kort", "v2:AAAA", "v1", `v1:${"A".repeat(40)}`, "v1:a:b"])(
    "%j",
    (text) => {
      expect(() => decrypt(text, place)).toThrow(/^IdentityProvider\/4b1f\/clientSecret cannot be opened/);
    },
  );

  test("a shortened text", () => {
    const sealed = encrypt("geheim", place);
    for (let length = 0; length < sealed.length - 1; length++) {
      expect(() => decrypt(sealed.slice(0, length), place), String(length)).toThrow(/cannot be opened/);
    }
  });
});

test("another key does not open it", async () => {
  const sealed = encrypt("geheim", place);
  const other = await withSettings({ ENCRYPTION_KEY: "l".repeat(32) });
  expect(() => other.decrypt(sealed, place)).toThrow(/cannot be opened/);
});

test("what was sealed before there was a key of its own stays readable afterwards, not the other way round", async () => {
  const without = await withSettings();
  const sealed = without.encrypt("geheim", place);
  const withKey = await withSettings({ ENCRYPTION_KEY: "k".repeat(32) });
  expect(withKey.decrypt(sealed, place)).toBe("geheim");
  const sealedWithKey = withKey.encrypt("geheim", place);
  const again = await withSettings();
  expect(() => again.decrypt(sealedWithKey, place)).toThrow(/cannot be opened/);
});

test("the key of the sessions itself is not the key that seals", async () => {
  const same = "a-secret-only-for-automated-tests";
  const one = await withSettings();
  const sealed = one.encrypt("geheim", place);
  const other = await withSettings({
    ENCRYPTION_KEY: same,
    NEXTAUTH_SECRET: "another-secret-for-automated-tests",
  });
  expect(() => other.decrypt(sealed, place)).toThrow(/cannot be opened/);
});
