// What is kept of a page: its words without the scripts of the framework, packed once for every visitor.
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/**
 * The document without the scripts that carry this `nonce`: a page that may be kept works without them
 * (its forms and links are plain). Own scripts (not from /_next/) stay. A script that somebody slipped in
 * has no nonce: it stays in the text, and the policy of the page refuses it as before.
 */
export function withoutFramework(html, nonce) {
  const mark = ` nonce="${nonce}"`;
  return html
    .replace(anyScript, (script, attributes) => {
      if (!attributes.includes(mark)) return script;
      const source = /\ssrc="([^"]*)"/.exec(attributes)?.[1];
      return source && !source.startsWith("/_next/") ? script : "";
    })
    .replace(/<link rel="preload" as="script"[^>]*\/?>/g, "")
    .replaceAll(mark, "");
}

const anyScript = /<script\b([^>]*)>[\s\S]*?<\/script>/g;

/** A page that still waits for a part of itself needs the framework's scripts to put it in place. */
export function isWhole(html) {
  return !html.includes("<!--$?-->") && html.trimEnd().endsWith("</html>");
}

/**
 * The bytes of an answer in every packing that makes it smaller, with the tag that tells whether a browser has
 * them already. `isFinal`: packed once for as long as the process lives, so as small as can be.
 */
export async function pack(content, { isFinal = false, isPacked = false } = {}) {
  const identity = Buffer.from(content);
  const etag = `"${createHash("sha256").update(identity).digest("base64url").slice(0, 22)}"`;
  if (isPacked) return { identity, br: null, gzip: null, etag };
  const [br, gz] = await Promise.all([
    toBrotli(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: isFinal ? 11 : 7 } }),
    toGzip(identity, { level: isFinal ? 9 : 7 }),
  ]);
  return { identity, br, gzip: gz, etag };
}

/** What is sent for each packing: `heads` with their `bodies`, and `unchanged` to who has it already. */
export function toHeads({ head, etag, bodies: given }) {
  const bodies = Object.fromEntries(Object.entries(given).filter(([, body]) => body !== null));
  const unchanged = { ...head, ETag: etag };
  const heads = Object.fromEntries(
    Object.entries(bodies).map(([packing, body]) => [
      packing,
      {
        ...unchanged,
        ...(packing === "identity" ? {} : { "Content-Encoding": packing }),
        "Content-Length": body.length,
      },
    ]),
  );
  const bytes = Object.values(bodies).reduce((sum, body) => sum + body.length, 0);
  return { bytes, etag, bodies, heads, unchanged };
}
