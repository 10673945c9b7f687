// The looks of a kept page stand in the page itself: the browser draws its first line without asking anything more.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { posix } from "node:path";
import { inRoot } from "../paths.mjs";
import { keepUsed, listNames, parseSheet } from "./sheet.mjs";

const sheet = /<link rel="stylesheet" href="(\/_next\/static\/[\w/-]+(?:\.[\w-]+)*\.css)"[^>]*>/g;
const ownScript = /<script\b[^>]*\ssrc="(\/[\w-]+\.js)"/g;

/**
 * The page with its style sheets written out, as far as it uses them, and the `hashes` under which its policy
 * lets them pass. A sheet of 5 KB in each page costs less than waiting for a file of its own. `read`: gives
 * the text of the sheet or script at an address.
 */
export async function withStyles(html, read = readOnce) {
  const addresses = addressesOf(html, sheet);
  if (addresses.length === 0) return { html, hashes: [] };
  const scripts = await Promise.all(addressesOf(html, ownScript).map(read));
  const names = listNames(html, scripts);
  const texts = await Promise.all(
    addresses.map(async (address) => toInline(keepUsed(parse(await read(address)), names), address)),
  );
  const style = texts.join("");
  let rest = `<style>${style}</style>`;
  const placed = html.replace(sheet, () => {
    const here = rest;
    rest = "";
    return here;
  });
  return { html: placed, hashes: [toHash(style)] };
}

const addressesOf = (html, pattern) => [
  ...new Set(Array.from(html.matchAll(pattern), ([, address]) => address)),
];

/** Addresses in a sheet are relative to the sheet; in a page they must stand whole. */
function toInline(text, address) {
  const whole = text.replace(
    /url\((["']?)(?!data:|\/|#|https?:)/g,
    (_all, quote) => `url(${quote}${posix.dirname(address)}/`,
  );
  if (whole.includes("</")) throw new Error(`The style sheet ${address} cannot stand in a page.`);
  return whole.trim();
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
