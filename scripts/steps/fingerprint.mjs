// Has anything changed since the last time? Content counts, not modification times.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { root } from "./paths.mjs";

const ignored = new Set(["node_modules", ".next", "generated", ".DS_Store"]);

/** One hash over the contents of files and folders below the project's root; nothing is made of their tests. */
export function fingerprint(paths) {
  const hash = createHash("sha256");
  for (const path of paths) addTo(hash, join(root, path));
  return hash.digest("hex");
}

function addTo(hash, path) {
  if (!existsSync(path)) return;
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort())
      if (!ignored.has(name) && !/\.test\.ts$/.test(name)) addTo(hash, join(path, name));
    return;
  }
  hash.update(relative(root, path)).update("\0").update(readFileSync(path)).update("\0");
}

/** Runs `work` only if the fingerprint differs from the one noted in `note`; tells whether it ran. */
export async function whenChanged(note, print, work) {
  if (existsSync(note) && readFileSync(note, "utf8") === print) return false;
  await work();
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(note, print);
  return true;
}
