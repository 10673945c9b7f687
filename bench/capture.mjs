// One answer of the site exactly as it came over the line, and what a page weighs.
import { request } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { Refusal } from "../scripts/steps/report.mjs";

// These belong to a connection, not to the answer.
const ofConnection = ["connection", "keep-alive", "transfer-encoding", "date", "content-length"];

/** Fetches `path` and keeps the body encoded as it was sent. Refuses anything but 200. */
export async function capture(origin, { path, headers }) {
  const answer = await fetchRaw(new URL(path, origin), headers);
  if (answer.status !== 200) throw new Refusal(`${path} antwoordt met ${answer.status} in plaats van 200.`);
  const kept = Object.entries(answer.headers).filter(([name]) => !ofConnection.includes(name));
  const length = { "content-length": String(answer.body.length) };
  return { headers: { ...Object.fromEntries(kept), ...length }, body: answer.body };
}

/** Bytes of the document as text and over the line, and of the scripts it loads, over the line. */
export async function weigh(origin, page, captured) {
  const text = decode(captured);
  const scripts = listScripts(text.toString("utf8"));
  let scriptBytes = 0;
  for (const path of scripts) scriptBytes += (await capture(origin, { ...page, path })).body.length;
  return { textBytes: text.length, sentBytes: captured.body.length, scripts: scripts.length, scriptBytes };
}

/** The scripts that a present browser loads with the page; not those for browsers without modules. */
export function listScripts(html) {
  const tags = html.match(/<script\b[^>]*>/g) ?? [];
  const sources = tags
    .filter((tag) => !/\bnomodule\b/i.test(tag))
    .map((tag) => tag.match(/\bsrc="([^"]+)"/)?.[1])
    .filter((source) => source !== undefined);
  return [...new Set(sources)];
}

function decode({ headers, body }) {
  const encoding = headers["content-encoding"];
  if (encoding === "gzip") return gunzipSync(body);
  if (encoding === "br") return brotliDecompressSync(body);
  return body;
}

function fetchRaw(url, headers) {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers, timeout: 30_000 }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    asked.on("timeout", () =>
      asked.destroy(new Error(`${url.pathname} gaf binnen 30 seconden geen antwoord`)),
    );
    asked.on("error", reject);
    asked.end();
  });
}
