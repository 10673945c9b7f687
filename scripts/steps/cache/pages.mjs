// Pages for visitors who are not signed in, kept in this process. Making one costs milliseconds, sending
// what is kept costs microseconds (docs/decisions/0020-page-cache.md).
import { pagePolicy } from "../door/csp.mjs";
import { toCacheAddress } from "./addresses.mjs";
import { isWhole, pack, toHeads, withoutFramework } from "./document.mjs";
import { makeFiles } from "./files.mjs";
import { inline } from "./inline.mjs";
import { listenForChanges } from "./listen.mjs";
import { createStore } from "./store.mjs";
import { makeTally } from "./tally.mjs";
import { makeTight } from "./tight.mjs";

/** Another page than the document itself, or another document than that of a visitor. */
const special = ["rsc", "next-action", "next-router-state-tree", "authorization", "range"];

/**
 * The pages of this process. `innerOrigin`: where it reaches itself; `securityHeaders`: name and value of
 * each. They are kept only while changes are heard; `stop` ends the listening.
 */
export function makePages({ settings, innerOrigin, securityHeaders, store = createStore() }) {
  const stop = listenForChanges(settings.databaseUrl, {
    onOpen: () => store.setOpen(true),
    onClose: () => store.setOpen(false),
    onChange: store.purge,
  });
  // The application runs in this process too: its own changes count before its answer is out (lib/core/db.ts).
  globalThis.pluseenForgetPages = store.purge;
  globalThis.pluseenTurn = store.turn;
  const fixed = { ...Object.fromEntries(securityHeaders), ...pageHeaders };
  const toPolicy = (hashes) => pagePolicy({ ...hashes, isSecure: settings.isSecure });
  const files = makeFiles({ securityHeaders });
  const tally = makeTally();
  const tight = makeTight();

  return {
    stop,
    /** The address under which the page or file of this request is kept, or null for a page of one's own. */
    addressOf({ method, url, headers }) {
      if (method !== "GET" && method !== "HEAD") return null;
      if (!headers.range && files.has(url)) return url;
      if (special.some((name) => name in headers) || isSignedIn(headers.cookie)) return null;
      return toCacheAddress(url);
    },
    /** The page that is kept, ready to send; undefined when there is none. */
    find(address) {
      const file = files.find(address);
      const page = file ?? toPage(store.find(address));
      if (page) tally.note(address);
      if (page && !file) tight.note(page);
      return page;
    },
    /** The page, made now if need be; null when it is not one to keep. `headers` say that we ask ourselves. */
    async obtain(address, headers) {
      if (files.has(address)) return files.obtain(address);
      return toPage(
        await store.obtain(address, () =>
          make(`${innerOrigin}${address}`, { headers, fixed, toPolicy, tight }),
        ),
      );
    },
  };
}

const pageHeaders = {
  "Content-Type": "text/html; charset=utf-8",
  // A browser asks each time whether what it has is still right; nobody in between keeps it.
  "Cache-Control": "private, no-cache",
  Vary: "Accept-Encoding, Cookie",
};

const isSignedIn = (cookies = "") => cookies.includes("session-token");

/** That a page does not exist is remembered as well, so that asking for it again costs one rendering less. */
const missing = { bytes: 200, heads: null };
const toPage = (entry) => (entry?.heads ? entry : undefined);

async function make(url, { headers, fixed, toPolicy, tight }) {
  const answer = await fetch(url, { headers, redirect: "manual" });
  const nonce = /'nonce-([^']+)'/.exec(answer.headers.get("content-security-policy") ?? "")?.[1];
  const isPage = String(answer.headers.get("content-type")).startsWith("text/html");
  const made = await answer.text();
  if (answer.status === 404) return missing;
  if (answer.status !== 200 || !isPage || answer.headers.has("set-cookie") || !nonce || !isWhole(made))
    return null;
  const { html, ...hashes } = await inline(withoutFramework(made, nonce));
  const { etag, ...bodies } = await pack(html);
  const policy = toPolicy(hashes);
  const head = { ...fixed, "Content-Security-Policy": policy, ...toLink(answer.headers.get("link")) };
  return tight.use({ ...toHeads({ head, etag, bodies }), policy });
}

/** What the browser may fetch before it has read the page: the font. The looks stand in the page itself. */
function toLink(link) {
  const wanted = link
    ?.split(/,\s*(?=<)/)
    .filter((part) => !/;\s*as="?style\b/.test(part))
    .map((part) => part.replace(/; nonce="[^"]*"/, ""));
  return wanted?.length ? { Link: wanted.join(", ") } : {};
}

/** Sends a page in the packing that the browser takes; 304 to who has it already. */
export function sendPage({ method, headers }, response, page) {
  if (headers["if-none-match"]?.includes(page.etag)) {
    response.writeHead(304, page.unchanged);
    return response.end();
  }
  const packing = packingFor(headers["accept-encoding"], page.bodies);
  response.writeHead(200, page.heads[packing]);
  return response.end(method === "HEAD" ? undefined : page.bodies[packing]);
}

function packingFor(accepted = "", { br, gzip }) {
  if (br && /\bbr\b/.test(accepted)) return "br";
  return gzip && /\bgzip\b/.test(accepted) ? "gzip" : "identity";
}
