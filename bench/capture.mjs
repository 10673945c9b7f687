// One answer of the site exactly as it came over the line, and what a page weighs.
import { request } from "node:http";
import { brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { Refusal } from "../scripts/steps/report.mjs";

// These belong to a connection, not to the answer.
const ofConnection = ["connection", "keep-alive", "transfer-encoding", "date", "content-length"];

/** Fetches `path` and keeps the body encoded as it was sent. Refuses anything but 200. */
export async function capture(origin, { path, headers }) {
  const answer = await fetchRaw(new URL(path, origin), headers);
  if (answer.status !== 200) throw new Refusal(`${path} antwoordt met ${answer.status} in plaats van 200.`);
  const kept = Object.entries(answer.headers).filter(([name]) => !ofConnection.includes(name));
  const length = { "content-length": String(answer.body.length) };
  return { headers: { ...Object.fromEntries(kept), ...length }, body: answer.body, wire: answer.wire };
}

/**
 * What a first visit takes from the line: bytes of the document as text and as sent, of its scripts as sent, and
 * of everything together, heads of answers included: document, styles, font, scripts, pictograms.
 */
export async function weigh(origin, page, captured) {
  const text = decode(captured).toString("utf8");
  const scripts = listScripts(text);
  const others = [...listLinked(text), ...listPreloaded(captured.headers.link)];
  const weight = { textBytes: text.length, sentBytes: captured.body.length, scripts: scripts.length };
  let [scriptBytes, wireBytes] = [sizeOfInline(text), captured.wire];
  for (const path of new Set([...scripts, ...others])) {
    const { body, wire } = await capture(origin, { ...page, path });
    wireBytes += wire;
    if (scripts.includes(path)) scriptBytes += body.length;
  }
  return { ...weight, scriptBytes, wireBytes };
}

/** What the scripts that stand in a page weigh, packed by themselves; of the whole they are a part already. */
function sizeOfInline(html) {
  const texts = Array.from(
    html.matchAll(/<script\b(?![^>]*\ssrc=)[^>]*>([\s\S]+?)<\/script>/g),
    ([, text]) => text,
  );
  return texts.length > 0 ? gzipSync(texts.join("")).length : 0;
}

/** Style sheets and pictograms of a page. */
export function listLinked(html) {
  const tags = html.match(/<(?:link|img)\b[^>]*>/g) ?? [];
  return tags
    .filter((tag) => tag.startsWith("<img") || /\brel="(?:stylesheet|icon)"/.test(tag))
    .map((tag) => tag.match(/\b(?:href|src)="([^"]+)"/)?.[1])
    .filter((source) => source?.startsWith("/"));
}

/** What the head of an answer tells a browser to fetch: the font. */
export function listPreloaded(link = "") {
  return [...link.matchAll(/<([^>]+)>/g)].map(([, path]) => path);
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
    const asked = request(url, { headers, timeout: 30_000, agent: false }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode,
          headers: response.headers,
          body: Buffer.concat(chunks),
          wire: response.socket.bytesRead,
        }),
      );
    });
    asked.on("timeout", () =>
      asked.destroy(new Error(`${url.pathname} gaf binnen 30 seconden geen antwoord`)),
    );
    asked.on("error", reject);
    asked.end();
  });
}
