import "server-only";
import { createHash } from "node:crypto";
import { AwsClient } from "aws4fetch";
import { type FileStore, StoreTrouble } from "./store";

export type Bucket = {
  /** The server, "https://s3.voorbeeld.nl". */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
};

/** Milliseconds for one answer, with its body: within the time that a request gets (scripts/steps/door). */
const patience = 6_000;

/**
 * Keeps files in a bucket of S3-compatible storage, addressed by path, which every such server knows. Only
 * three questions are asked of it, PUT, GET and DELETE of one object, so that any of them will do.
 */
export function openBucket({ endpoint, bucket, ...keys }: Bucket): FileStore {
  // Trying again is for whoever asks: here somebody waits for an answer.
  const client = new AwsClient({ ...keys, service: "s3", retries: 0 });
  const room = `${endpoint.replace(/\/+$/, "")}/${encodeURIComponent(bucket)}`;

  async function ask(id: string, init: { method: string; body?: Uint8Array<ArrayBuffer> }) {
    // The content is signed too: on the way nobody can put other content in its place.
    const print = createHash("sha256")
      .update(init.body ?? "")
      .digest("hex");
    const response = await client.fetch(`${room}/${id}`, {
      ...init,
      headers: { "X-Amz-Content-Sha256": print },
      redirect: "error",
      signal: AbortSignal.timeout(patience),
    });
    if (response.ok || response.status === 404) return response;
    await response.body?.cancel();
    throw new StoreTrouble(`${init.method} answered ${response.status}`);
  }

  return {
    async write(id, content) {
      const { ok, status, body } = await ask(id, { method: "PUT", body: new Uint8Array(content) });
      await body?.cancel();
      // A bucket that is not there.
      if (!ok) throw new StoreTrouble(`PUT answered ${status}`);
    },
    async read(id) {
      const response = await ask(id, { method: "GET" });
      if (response.ok) return new Uint8Array(await response.arrayBuffer());
      await response.body?.cancel();
      return null;
    },
    async remove(id) {
      const { body } = await ask(id, { method: "DELETE" });
      await body?.cancel();
    },
  };
}
