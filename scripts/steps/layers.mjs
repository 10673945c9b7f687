// The direction of the house: app -> components -> lib/<slice> -> lib/core -> Prisma.
// Reads imports as text; a type-only import carries no code and may come from higher up.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";
import { root } from "./paths.mjs";

/** Slices by level: each may import only from lower levels. */
const levels = [
  ["core"],
  ["audit", "notifications"],
  ["organisations", "gemeenten"],
  ["memberships"],
  ["accounts"],
  ["solutions", "needs"],
  ["publications"],
  ["adoptions"],
  ["reviews", "benefits", "campaigns", "peers"],
  ["dashboard", "search", "privacy", "herindelingen", "partnerships"],
  ["comparisons", "collections", "follows"],
];
const levelOf = new Map(levels.flatMap((names, level) => names.map((name) => [name, level])));
const forViews = new Set(["schema", "rules", "policy", "actions"]);
const touchDatabase = new Set(["queries", "mutations"]);

/** Every import that goes against the direction, as "file: sentence". */
export function findLayerFaults(files = listSources()) {
  return files.flatMap(({ path, text }) => {
    const sentences = listImports(path, text).flatMap((target) => judge(path, target));
    return [...judgeFile(path), ...sentences].map((sentence) => `${path}: ${sentence}`);
  });
}

function judgeFile(path) {
  const [room, slice] = path.split("/");
  return room === "lib" && !levelOf.has(slice) ? [`lib/${slice} has no place in the order of slices`] : [];
}

/** What is wrong with this one import, if anything. */
export function judge(path, { to, isType }) {
  const [room, slice, file] = split(path);
  const [toRoom, toSlice, toFile] = split(to);
  const faults = [];
  if (toRoom === "app" && room !== "app") faults.push("nothing imports app");
  if (toRoom === "prisma" || toRoom === "scripts") {
    if (room !== "prisma") faults.push(`${to} is not for the application`);
  }
  if (room === "lib" && toRoom === "components") faults.push("lib does not know components");
  if (isType) return faults;
  if (to.startsWith("lib/core/generated/prisma/client") && !isDatabaseFile(room, slice, file)) {
    faults.push("only queries, mutations and core/db touch Prisma");
  }
  if (to === "lib/core/db" && !isDatabaseFile(room, slice, file)) {
    faults.push("only queries and mutations use the database");
  }
  if (room === "components" && toRoom === "lib" && toSlice !== "core") {
    if (slice === "ui") faults.push("components/ui knows no slice");
    else if (!forViews.has(toFile)) faults.push(`components take ${to} as props`);
  }
  if (room === "lib" && toRoom === "lib" && slice !== toSlice) {
    if (levelOf.get(toSlice) >= levelOf.get(slice)) faults.push(`${slice} may not import ${toSlice}`);
  }
  return faults;
}

function isDatabaseFile(room, slice, file) {
  return room === "lib" && (slice === "core" || touchDatabase.has(file));
}

function split(path) {
  const parts = path.replace(/\.tsx?$/, "").split("/");
  return [parts[0], parts[1] ?? "", parts.at(-1)];
}

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?([^"';]*?)\s*from\s*"([^"]+)"|import\(\s*"([^"]+)"\s*\)|(?:^|\n)import\s+"([^"]+)"/g;

function listImports(path, text) {
  return [...text.matchAll(importPattern)]
    .map(([, type, names = "", from, dynamic, bare]) => {
      const target = from ?? dynamic ?? bare;
      const isType =
        Boolean(type) ||
        (/^\{[^}]*\}$/.test(names.trim()) &&
          names.split(",").every((name) => /^\s*\{?\s*(type\s|\}|$)/.test(name)));
      return { to: resolve(path, target), isType };
    })
    .filter(({ to }) => to !== null);
}

function resolve(path, target) {
  if (target.startsWith("@/")) return target.slice(2);
  if (target.startsWith(".")) return posix.normalize(posix.join(dirname(path), target));
  return null;
}

function listSources() {
  return ["app", "components", "lib"].flatMap((room) => walk(join(root, room)));
}

function walk(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "generated" || entry.name === "testing" ? [] : walk(path);
    if (!/\.tsx?$/.test(entry.name) || entry.name.includes(".test.") || entry.name.endsWith(".d.ts"))
      return [];
    return [{ path: relative(root, path).split(sep).join("/"), text: readFileSync(path, "utf8") }];
  });
}
