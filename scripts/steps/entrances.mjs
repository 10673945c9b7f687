// What there is to enter by, read from the tree itself: a new file is a new entrance.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inRoot } from "./paths.mjs";

/** Addresses of pages, without the language: "/voorzieningen/[slug]". */
export function listPages() {
  return listFiles("app", "page.tsx").map(toAddress);
}

/** Route handlers with their method: "GET /api/v1/voorzieningen". */
export function listRoutes() {
  return listFiles("app", "route.ts").flatMap((file) =>
    listMethods(readFileSync(inRoot(file), "utf8")).map((method) => `${method} ${toAddress(file)}`),
  );
}

/** Server actions in the sources, "adoptions/moveAdoptionAction". */
export function listActions() {
  return listFiles("lib", "actions.ts").flatMap((file) =>
    [...readFileSync(inRoot(file), "utf8").matchAll(/^export async function (\w+)/gm)].map(([, name]) =>
      toActionName(file, name),
    ),
  );
}

/** Entrances that the table of who may what says nothing about (docs/access.md); the test itself looks further. */
export function findEntrancesWithoutRow() {
  const folder = inRoot("e2e/access/table");
  const table = readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .join("\n");
  const rows = new Set(
    [...table.matchAll(/\b(page|route|act)\("([^"]+)"/g)].map(([, kind, name]) =>
      kind === "page" ? `page ${name}` : name,
    ),
  );
  const pages = listPages().map((address) => `page ${address}`);
  return [...pages, ...listRoutes(), ...listActions()].filter((entrance) => !rows.has(entrance));
}

export function toActionName(file, name) {
  return `${file.replace(/^lib\//, "").replace(/\/actions\.ts$/, "")}/${name}`;
}

/** Without the room, the language, and groups that are not in the address. */
export function toAddress(file) {
  const parts = file.split("/").slice(1, -1);
  return `/${parts.filter((part) => part !== "[locale]" && !/^\(.*\)$/.test(part)).join("/")}`;
}

function listMethods(source) {
  const methods = "GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS";
  const pattern = new RegExp(
    `^export (?:async )?(?:function|const) (${methods})\\b|[{,]\\s*(?:\\w+ as )?(${methods})\\s*(?=[,}])`,
    "gm",
  );
  return [...source.matchAll(pattern)].map(([, declared, listed]) => declared ?? listed);
}

function listFiles(room, name) {
  return readdirSync(inRoot(room), { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.split("/").at(-1) === name)
    .map((path) => `${room}/${path}`)
    .sort();
}
