// What the server says by itself, made at the start: it needs no database and no page of the site.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { inRoot } from "../paths.mjs";

const statuses = {
  badAddress: 400,
  notFromHere: 403,
  methodNotAllowed: 405,
  tooSlow: 408,
  tooLarge: 413,
  addressTooLong: 414,
  tooMany: 429,
  headersTooLarge: 431,
  failed: 500,
  unavailable: 503,
  unavailableAfterSending: 503,
};

const css = ["app/theme.css", "scripts/steps/door/page.css"]
  .map((file) => readFileSync(inRoot(file), "utf8"))
  .join("\n")
  .replace(/\/\*[\s\S]*?\*\/|\s*\n\s*/g, "");

const stylesHash = createHash("sha256").update(css).digest("base64");

/** These pages run nothing and lead nowhere but to this site. */
const policy = `default-src 'none'; style-src 'sha256-${stylesHash}'; img-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;

/** Makes the answers of a site at `siteAddress`. */
export function makeRefusals(siteAddress) {
  const words = Object.fromEntries(["nl", "en"].map((locale) => [locale, readWords(locale)]));

  /**
   * The answer to `visit` when it is refused: a page for people, problem+json for programs, and for a form
   * that a script sends one word that the form makes a sentence of.
   */
  function refuse(visit, { kind, retryAfter, limit, headers = {} }) {
    const status = statuses[kind];
    const { title, text } = sentences(visit, kind, { retryAfter, limit });
    const all = { ...headers, ...fresh, ...(retryAfter ? { "Retry-After": String(retryAfter) } : {}) };
    if (visit.format === "problem") {
      return {
        status,
        headers: { ...all, "Content-Type": "application/problem+json" },
        body: JSON.stringify({ status, title, detail: text, requestId: visit.id }),
      };
    }
    if (visit.format === "word") {
      const body = ["door", kind, retryAfter ?? (limit ? toSize(limit) : "")].join(":");
      return { status, headers: { ...all, ...plainText }, body };
    }
    return { status, headers: { ...all, ...html }, body: page(visit, { title, text }) };
  }

  /** The page that leads a visitor to another site after a form, which no policy lets a form do by itself. */
  function leave(visit, href) {
    const { host } = new URL(href);
    const { title, text, link } = words[visit.locale].refusals.leaving;
    const filled = { title, text: fill(text, { host }) };
    const onward = { href, label: fill(link, { host }) };
    return {
      status: 200,
      headers: { ...fresh, ...html, Refresh: `0; url=${href}` },
      body: page(visit, filled, onward),
    };
  }

  function sentences({ locale }, kind, { retryAfter = 0, limit = 0 }) {
    const { title, text } = words[locale].refusals[kind];
    const values = {
      site: new URL(siteAddress).host,
      wait: toWait(locale, retryAfter),
      limit: toSize(limit),
    };
    return { title, text: fill(text, values) };
  }

  function page({ locale, id }, { title, text }, onward) {
    const { name, reference, referenceHelp, home } = words[locale];
    const link = onward ?? { href: `/${locale}`, label: home };
    return `<!DOCTYPE html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${escapeHtml(`${title} · ${name}`)}</title><link rel="icon" href="/icoon.svg"><style>${css}</style></head><body><header><a href="/${locale}"><img src="/icoon.svg" alt="" width="32" height="32">${escapeHtml(name)}</a></header><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p><p><a href="${escapeHtml(link.href)}">${escapeHtml(link.label)}</a></p>${id ? `<p class="reference">${escapeHtml(`${reference}: ${id}`)}<br>${escapeHtml(referenceHelp)}</p>` : ""}</main></body></html>`;
  }

  return { refuse, leave };
}

const fresh = { "Cache-Control": "no-store" };
const html = { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy };
// Next's client reads the word of no other type.
const plainText = { "Content-Type": "text/plain" };

function readWords(locale) {
  const read = (name) => JSON.parse(readFileSync(inRoot("messages", locale, `${name}.json`), "utf8"));
  return { ...read("door"), name: read("layout").name };
}

/** "30 seconden", or from two minutes on whole minutes. */
function toWait(locale, seconds) {
  const [value, unit] = seconds < 120 ? [seconds, "second"] : [Math.ceil(seconds / 60), "minute"];
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(value);
}

/** Bytes in whole units, rounded down: "256 kB", "10 MB". */
function toSize(bytes) {
  const kilobytes = Math.floor(bytes / 1024);
  return kilobytes < 1024 ? `${kilobytes} kB` : `${Math.floor(kilobytes / 1024)} MB`;
}

function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

function escapeHtml(text) {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
