import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { openBucket } from "./bucket";
import { openFolder } from "./folder";
import { type FileStore, guard, StoreTrouble } from "./store";
import { startStandIn } from "./testing/stand-in";

const folder = mkdtempSync(join(tmpdir(), "pluseen-files-"));
const keys = { accessKeyId: "PROEFSLEUTEL", secretAccessKey: "s3cr3t-van-de-proef", region: "us-east-1" };
const bucket = "documenten";
let standIn: Awaited<ReturnType<typeof startStandIn>>;

beforeAll(async () => {
  standIn = await startStandIn({ ...keys, bucket });
});

afterAll(() => {
  standIn.stop();
  rmSync(folder, { recursive: true });
});

afterEach(() => {
  standIn.trouble.status = 0;
  standIn.trouble.isSilent = false;
});

/** A real server of S3-compatible storage, where somebody has one: its keys and bucket by the same names. */
const { TEST_S3_ENDPOINT, TEST_S3_BUCKET, TEST_S3_ACCESS_KEY_ID, TEST_S3_SECRET_ACCESS_KEY } = process.env;
const real = {
  ...{ endpoint: TEST_S3_ENDPOINT ?? "", bucket: TEST_S3_BUCKET ?? "", region: "us-east-1" },
  accessKeyId: TEST_S3_ACCESS_KEY_ID ?? "",
  secretAccessKey: TEST_S3_SECRET_ACCESS_KEY ?? "",
};

const stores: [string, () => FileStore][] = [
  ["a folder", () => openFolder(folder)],
  ["a bucket of the stand-in", () => openBucket({ ...keys, bucket, endpoint: standIn.endpoint })],
  ...(TEST_S3_ENDPOINT
    ? [["a bucket of a real server", () => openBucket(real)] as [string, () => FileStore]]
    : []),
];

describe.each(stores)("%s", (_, open) => {
  test("gives back what was written, byte for byte, also of 10 MB", async () => {
    const store = guard(open());
    for (const size of [1, 10 * 1024 * 1024]) {
      const id = randomUUID();
      const content = new Uint8Array(randomBytes(size));
      await store.write(id, content);
      expect(Buffer.compare(Buffer.from((await store.read(id)) ?? []), Buffer.from(content))).toBe(0);
      await store.remove(id);
    }
  });

  test("knows no file that was not written, replaces, and removes twice without a fault", async () => {
    const store = guard(open());
    const id = randomUUID();
    expect(await store.read(id)).toBeNull();
    await store.write(id, Buffer.from("een"));
    await store.write(id, Buffer.from("twee"));
    expect(Buffer.from((await store.read(id)) ?? []).toString()).toBe("twee");
    await store.remove(id);
    await store.remove(id);
    expect(await store.read(id)).toBeNull();
  });

  test.each(["../secret", "a/b", "", "%2e%2e"])("never uses %j as a name", async (id) => {
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    await expect(guard(open()).write(id, Buffer.from("x"))).rejects.toThrow(StoreTrouble);
    expect(said.mock.calls).toEqual([["a file was asked for by something that is no id"]]);
    said.mockRestore();
  });
});

test("a bucket refuses another secret", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  const forged = { ...keys, bucket, endpoint: standIn.endpoint, secretAccessKey: "een ander geheim" };
  await expect(guard(openBucket(forged)).write(randomUUID(), Buffer.from("x"))).rejects.toThrow(
    "PUT answered 403",
  );
  said.mockRestore();
});

test("only the site's own account reads the folder, and half a file leaves no trace", async () => {
  const store = openFolder(join(folder, "eigen"));
  const id = randomUUID();
  await store.write(id, Buffer.from("x"));
  const room = join(folder, "eigen", id.slice(0, 2));
  expect(statSync(room).mode & 0o077).toBe(0);
  expect(statSync(join(room, id)).mode & 0o077).toBe(0);
  expect(readdirSync(room)).toEqual([id]);
});

test("trouble is told without an address, a path or a key", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  const store = guard(openBucket({ ...keys, bucket, endpoint: standIn.endpoint }));
  standIn.trouble.status = 500;
  await expect(store.read(randomUUID())).rejects.toThrow("GET answered 500");
  const nowhere = guard(openBucket({ ...keys, bucket, endpoint: "http://127.0.0.1:1" }));
  await expect(nowhere.write(randomUUID(), Buffer.from("x"))).rejects.toThrow(StoreTrouble);
  writeFileSync(join(folder, "bezet"), "");
  const blocked = guard(openFolder(join(folder, "bezet")));
  await expect(blocked.write(randomUUID(), Buffer.from("x"))).rejects.toThrow(StoreTrouble);
  const log = JSON.stringify(said.mock.calls);
  expect(said).toHaveBeenCalledTimes(3);
  for (const secret of [keys.secretAccessKey, keys.accessKeyId, "127.0.0.1", folder])
    expect(log).not.toContain(secret);
  said.mockRestore();
});

test("the secret of a bucket never goes over the line", () => {
  expect(standIn.asked.length).toBeGreaterThan(4);
  expect(JSON.stringify(standIn.asked)).not.toContain(keys.secretAccessKey);
});

test("a bucket that is not there is trouble when something is written", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  const store = guard(openBucket({ ...keys, bucket: "ergens-anders", endpoint: standIn.endpoint }));
  await expect(store.write(randomUUID(), Buffer.from("x"))).rejects.toThrow("PUT answered 404");
  said.mockRestore();
});
