// What a page may load and run. Inline scripts and styles run only with the nonce of their own answer; a page
// that is kept for many visitors has none.
import { randomBytes } from "node:crypto";

/** A value that nobody can guess and that is used for one answer. */
export function makeNonce() {
  return randomBytes(16).toString("base64");
}

/**
 * The policy of a page. `nonce`: of what may run inline, if anything. `styles` and `scripts`: hashes of those
 * that stand in the page. `isSecure`: the site is
 * visited over https. `isDev`: React's tools for developers need eval, and styles without a nonce.
 * @param {{ nonce?: string, styles?: string[], scripts?: string[], isSecure?: boolean, isDev?: boolean }} what
 */
export function pagePolicy({ nonce, styles = [], scripts = [], isSecure = false, isDev = false }) {
  const inline = nonce ? [`'nonce-${nonce}'`] : [];
  const directives = [
    "default-src 'self'",
    ["script-src 'self'", ...scripts, ...inline, ...(isDev ? ["'unsafe-eval'"] : [])].join(" "),
    ["style-src 'self'", ...styles, ...(isDev ? ["'unsafe-inline'"] : inline)].join(" "),
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

/** The policy of what is no page: data, an image, a document of somebody. Opened by itself it may do nothing and is of no site. */
export const filePolicy =
  "sandbox; default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
