// Pages for visitors who are not signed in, kept in this process. Rendering costs milliseconds, sending
// what is kept costs microseconds (docs/decisions/0020-page-cache.md).
import { toCacheAddress } from "./addresses.mjs";
import { isWhole, pack, withoutFramework } from "./document.mjs";

const ofFramework = ["rsc", "next-action", "next-router-state-tree", "next-router-prefetch"];

/**
 * Wraps a request handler. `render(address)` gets a page from the framework as a visitor would, with the
 * header `content-security-policy` in which `nonceOf` finds its nonce; `policy` is the policy of a page
 * without the framework's scripts; `isSignedIn(request)` tells who never gets a kept page.
 */
export function withPageCache({ handle, store, render, policy, nonceOf, isSignedIn }) {
  return async (request, response) => {
    const address = isForEverybody(request, isSignedIn) ? toCacheAddress(request.url) : null;
    if (address === null) return handle(request, response);
    const kept = store.find(address);
    if (kept) return send(request, response, kept);
    const made = await store
      .obtain(address, () => make(address, { render, policy, nonceOf }))
      .catch(() => null);
    return made ? send(request, response, made) : handle(request, response);
  };
}

function isForEverybody({ method, headers }, isSignedIn) {
  if (method !== "GET" && method !== "HEAD") return false;
  if (headers.authorization || ofFramework.some((name) => name in headers)) return false;
  return !isSignedIn(headers.cookie ?? "");
}

/** A page to keep; null for an answer that is not the same for everybody, or is no page at all. */
async function make(address, { render, policy, nonceOf }) {
  const answer = await render(address);
  const isPage = String(answer.headers.get("content-type")).startsWith("text/html");
  const nonce = nonceOf(answer.headers.get("content-security-policy") ?? "");
  if (answer.status !== 200 || !isPage || answer.headers.has("set-cookie") || !nonce) {
    await answer.body?.cancel();
    return null;
  }
  const html = await answer.text();
  if (!isWhole(html)) return null;
  const packed = await pack(withoutFramework(html, nonce));
  const links = answer.headers.get("link");
  return {
    ...packed,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": policy,
      // A browser asks each time whether it still has the right one; nobody in between keeps it.
      "Cache-Control": "private, no-cache",
      Vary: "Accept-Encoding, Cookie",
      ETag: packed.etag,
      ...(links ? { Link: links } : {}),
    },
  };
}

function send(request, response, page) {
  const { headers } = request;
  if (headers["if-none-match"]?.includes(page.etag)) {
    response.writeHead(304, page.headers);
    return response.end();
  }
  const packing = packingFor(headers["accept-encoding"]);
  const body = page[packing];
  if (packing !== "identity") response.setHeader("Content-Encoding", packing);
  response.setHeader("Content-Length", body.length);
  response.writeHead(200, page.headers);
  return response.end(request.method === "HEAD" ? undefined : body);
}

function packingFor(accepted = "") {
  if (/\bbr\b/.test(accepted)) return "br";
  return /\bgzip\b/.test(accepted) ? "gzip" : "identity";
}
