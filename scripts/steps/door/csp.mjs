// What a page may load and run. Inline scripts and styles run only with the nonce of their own answer, or,
// in a page that is kept for many visitors, when their hash is known.
import { createHash, randomBytes } from "node:crypto";

/** A value that nobody can guess and that is used for one answer. */
export function makeNonce() {
  return randomBytes(16).toString("base64");
}

/**
 * The policy of a page. `inline` lists what may run inline: "'nonce-...'" or hashes. `isSecure`: the site is
 * visited over https. `isDev`: React's tools for developers need eval, and styles without a nonce.
 * @param {{ scripts?: string[], styles?: string[], isSecure?: boolean, isDev?: boolean }} what
 */
export function pagePolicy({ scripts = [], styles = [], isSecure = false, isDev = false }) {
  const directives = [
    "default-src 'self'",
    ["script-src 'self'", ...scripts, ...(isDev ? ["'unsafe-eval'"] : [])].join(" "),
    ["style-src 'self'", ...(isDev ? ["'unsafe-inline'"] : styles)].join(" "),
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    ...(isSecure ? ["upgrade-insecure-requests"] : []),
  ];
  return directives.join("; ");
}

/** The policy of what is no page: data, an image, a style sheet. Opened by itself it may do nothing. */
export const filePolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/**
 * Makes of one rendered page a page for many visitors. Of the inline scripts and styles that carry the nonce
 * of this answer the hash is kept, the nonces go; what carries no nonce, or another, was not put there by
 * us: it stays in the page and no browser runs it. Returns the page and the policy to send with it.
 */
export function toCacheable(html, nonce, { isSecure = false } = {}) {
  const hashes = { script: new Set(), style: new Set() };
  const cached = html.replace(element, (whole, name, attributes, content) => {
    const kind = name.toLowerCase();
    if (readNonce(attributes) !== nonce) return whole;
    // The flight data names the nonce as well; in a page that is kept it means nothing.
    const words = content.replaceAll(nonce, "");
    const kept = withoutNonce(attributes);
    if (!/\ssrc\s*=/i.test(kept)) hashes[kind].add(`'sha256-${sha256(words)}'`);
    return `<${name}${kept}>${words}</${name}>`;
  });
  const page = cached.replace(linkWithNonce, (whole, name, attributes) =>
    readNonce(attributes) === nonce ? `<${name}${withoutNonce(attributes)}>` : whole,
  );
  const csp = pagePolicy({ scripts: [...hashes.script], styles: [...hashes.style], isSecure });
  return { html: page, csp };
}

// An attribute in quotes may hold ">", and the text of a script ends only at its own closing tag.
const attributes = String.raw`((?:\s+[^\s"'>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?|\s*/)*\s*)`;
const element = new RegExp(`<(script|style)${attributes}>([\\s\\S]*?)</\\1\\s*>`, "gi");
const linkWithNonce = new RegExp(`<(link|meta)${attributes}>`, "gi");
const attribute = /\s+([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** The value of the nonce among the attributes of an element; of two the first counts, as in a browser. */
function readNonce(text) {
  for (const [, name, double, single, bare] of text.matchAll(attribute))
    if (name.toLowerCase() === "nonce") return double ?? single ?? bare;
  return undefined;
}

function withoutNonce(text) {
  return text.replace(attribute, (whole, name) => (name.toLowerCase() === "nonce" ? "" : whole));
}

function sha256(text) {
  return createHash("sha256").update(text).digest("base64");
}
