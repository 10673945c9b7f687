import { createHash, createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** What the server of a bucket does at the next questions, instead of keeping files. */
export type Trouble = { status?: number; isSilent?: boolean };

type Keys = { accessKeyId: string; secretAccessKey: string; region: string };

/**
 * The little of S3 that is asked here, for tests that must work everywhere. A real server is tried with
 * TEST_S3_ENDPOINT (docs/beheer.md).
 */
export async function startStandIn({ bucket, ...keys }: Keys & { bucket: string }) {
  const files = new Map<string, Buffer>();
  const asked: { method: string; path: string; headers: string }[] = [];
  const trouble: Trouble = {};
  const server = createServer(async (request, response) => {
    const { method = "", url: path = "", headers } = request;
    asked.push({ method, path, headers: JSON.stringify(headers) });
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (trouble.isSilent) return;
    const answer = (status: number, body?: Buffer) => void response.writeHead(status).end(body);
    if (trouble.status) return answer(trouble.status);
    if (headers.authorization !== sign(keys, request, Buffer.concat(chunks))) return answer(403);
    if (!path.startsWith(`/${bucket}/`)) return answer(404);
    const file = files.get(path);
    if (method === "PUT") {
      files.set(path, Buffer.concat(chunks));
      return answer(200);
    }
    if (method === "DELETE") {
      files.delete(path);
      return answer(204);
    }
    return file ? answer(200, file) : answer(404);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { endpoint, files, asked, trouble, stop };
}

/** Signature Version 4 of a request whose signed headers are these three, as Amazon describes it. */
function sign(
  { accessKeyId, secretAccessKey, region }: Keys,
  request: IncomingMessage,
  body: Buffer,
): string {
  const { method, url, headers } = request;
  const at = String(headers["x-amz-date"]);
  const scope = `${at.slice(0, 8)}/${region}/s3/aws4_request`;
  const signed = ["host", "x-amz-content-sha256", "x-amz-date"];
  const lines = signed.map((name) => `${name}:${headers[name]}`);
  const canonical = [method, url, "", ...lines, "", signed.join(";"), hash(body)].join("\n");
  const key = scope.split("/").reduce<string | Buffer>(seal, `AWS4${secretAccessKey}`);
  const text = ["AWS4-HMAC-SHA256", at, scope, hash(canonical)].join("\n");
  const parts = [`Credential=${accessKeyId}/${scope}`, `SignedHeaders=${signed.join(";")}`];
  return `AWS4-HMAC-SHA256 ${[...parts, `Signature=${seal(key, text).toString("hex")}`].join(", ")}`;
}

const hash = (content: string | Buffer) => createHash("sha256").update(content).digest("hex");
const seal = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();
