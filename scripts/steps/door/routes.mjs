// The pattern of an address, as it stands in the log: "/[locale]/voorzieningen/[slug]". What fills it in may be
// a name, a token or a question.
import { readFileSync } from "node:fs";
import { inRoot } from "../paths.mjs";

/** Reads the patterns that the build made; without a build every address is of the pattern "*". */
export function loadRoutes(file = inRoot(".next", "routes-manifest.json")) {
  const { staticRoutes, dynamicRoutes } = readManifest(file);
  const fixed = new Map(staticRoutes.map(({ page }) => [page, page]));
  const patterns = dynamicRoutes.map(({ page, regex }) => [new RegExp(regex), page]);
  return function findRoute(path) {
    if (path.startsWith("/_next/")) return "/_next/*";
    const known = fixed.get(path) ?? ownRoutes.find((route) => route === path);
    return known ?? patterns.find(([pattern]) => pattern.test(path))?.[1] ?? "*";
  };
}

const ownRoutes = ["/", "/healthz", "/readyz", "/robots.txt", "/.well-known/security.txt", "/icoon.svg"];

function readManifest(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return { staticRoutes: [], dynamicRoutes: [] };
  }
}
