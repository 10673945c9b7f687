// The looks of a kept page stand in the page itself: the browser draws its first line without asking anything more.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { posix } from "node:path";
import { inRoot } from "../paths.mjs";

const sheet = /<link rel="stylesheet" href="(\/_next\/static\/[\w/-]+(?:\.[\w-]+)*\.css)"[^>]*>/g;
const known = new Map();

/**
 * The page with its style sheets written out, and the `hashes` under which its policy lets them pass. A sheet of
 * 7 KB in each page costs less than waiting for a file of its own. `read`: gives the text of the sheet at an address.
 */
export async function withStyles(html, read = readSheet) {
  const addresses = [...new Set(Array.from(html.matchAll(sheet), ([, address]) => address))];
  const sheets = new Map(
    await Promise.all(addresses.map(async (address) => [address, toInline(await read(address), address)])),
  );
  return {
    html: html.replace(sheet, (_link, address) => `<style>${sheets.get(address)}</style>`),
    hashes: [...sheets.values()].map(toHash),
  };
}

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

/** The name of a file of the build tells its content, so it is read once. */
async function readSheet(address) {
  if (!known.has(address)) {
    known.set(address, await readFile(inRoot(".next", address.slice("/_next/".length)), "utf8"));
  }
  return known.get(address);
}
