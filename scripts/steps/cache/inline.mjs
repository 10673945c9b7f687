// The looks and the own scripts of a kept page stand in the page itself: the browser draws its first line without
// asking anything more.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { posix } from "node:path";
import { inRoot } from "../paths.mjs";
import { keepUsed, listNames, parseSheet } from "./sheet.mjs";
import { withoutComments } from "./source.mjs";

const sheet = /<link rel="stylesheet" href="(\/_next\/static\/[\w/-]+(?:\.[\w-]+)*\.css)"[^>]*>/g;
const ownScript = /<script\b[^>]*\ssrc="(\/[\w-]+\.js)"[^>]*><\/script>/g;

/**
 * The page with its style sheets written out, as far as it uses them, and its own scripts at its end; `styles`
 * and `scripts` are the hashes under which its policy lets them pass. A few KB in each page cost less than
 * waiting for files of their own. `read`: gives the text of the sheet or script at an address.
 */
export async function inline(html, read = readOnce) {
  const scripts = await readAll(html, ownScript, read);
  const names = listNames(
    html,
    scripts.map(({ text }) => text),
  );
  const sheets = await readAll(html, sheet, read);
  const style = sheets.map(({ address, text }) => toInline(keepUsed(parse(text), names), address)).join("");
  const bodies = scripts.map(({ address, text }) => refuseEnd(withoutComments(text), address));
  return {
    html: addAtEnd(replaceFirst(html, sheet, style && `<style>${style}</style>`), bodies),
    styles: style ? [toHash(style)] : [],
    scripts: bodies.map(toHash),
  };
}

function readAll(html, pattern, read) {
  const addresses = new Set(Array.from(html.matchAll(pattern), ([, address]) => address));
  return Promise.all([...addresses].map(async (address) => ({ address, text: await read(address) })));
}

/** Puts `text` where the first of these stood; the others go. */
function replaceFirst(html, pattern, text) {
  let rest = text;
  return html.replace(pattern, () => {
    const here = rest;
    rest = "";
    return here;
  });
}

/** Modules wait until the page is read, wherever they stand; at its end nothing waits for them. */
function addAtEnd(html, bodies) {
  const text = bodies.map((body) => `<script type="module">${body}</script>`).join("");
  const without = html.replace(ownScript, "");
  const end = without.lastIndexOf("</body>");
  return end < 0 ? without + text : without.slice(0, end) + text + without.slice(end);
}

/** Addresses in a sheet are relative to the sheet; in a page they must stand whole. */
function toInline(text, address) {
  const whole = text.replace(
    /url\((["']?)(?!data:|\/|#|https?:)/g,
    (_all, quote) => `url(${quote}${posix.dirname(address)}/`,
  );
  return refuseEnd(whole.trim(), address);
}

/** What could end its own place in the page, or begin a comment of it, does not belong there. */
function refuseEnd(text, address) {
  if (/<\/|<!--/.test(text)) throw new Error(`${address} cannot stand in a page.`);
  return text;
}

const toHash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

const parsed = new Map();

/** There are a handful of sheets, so what was understood of each is kept. */
function parse(text) {
  if (!parsed.has(text)) parsed.set(text, parseSheet(text));
  return parsed.get(text);
}

const known = new Map();

/** The files of a build and of public/ do not change while the process lives. */
async function readOnce(address) {
  if (!known.has(address)) known.set(address, await readFile(toFile(address), "utf8"));
  return known.get(address);
}

const toFile = (address) =>
  address.startsWith("/_next/")
    ? inRoot(".next", address.slice("/_next/".length))
    : inRoot("public", address);
