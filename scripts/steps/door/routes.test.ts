import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadRoutes } from "./routes.mjs";

const file = join(mkdtempSync(join(tmpdir(), "routes-")), "routes-manifest.json");
writeFileSync(
  file,
  JSON.stringify({
    staticRoutes: [{ page: "/api/v1/voorzieningen", regex: "" }],
    dynamicRoutes: [
      { page: "/[locale]/voorzieningen/[slug]", regex: "^/([^/]+?)/voorzieningen/([^/]+?)(?:/)?$" },
      { page: "/[locale]/[...rest]", regex: "^/([^/]+?)/(.+?)(?:/)?$" },
    ],
  }),
);

test.each([
  ["/nl/voorzieningen/open-zaak", "/[locale]/voorzieningen/[slug]"],
  ["/nl/jan@zwolle.nl/geheim", "/[locale]/[...rest]"],
  ["/api/v1/voorzieningen", "/api/v1/voorzieningen"],
  ["/_next/static/chunks/a.js", "/_next/*"],
  ["/healthz", "/healthz"],
  ["/geheim", "*"],
])("%s stands in the log as %s", (path, route) => {
  expect(loadRoutes(file)(path)).toBe(route);
});

test("without a build nothing of the address stands in the log", () => {
  expect(loadRoutes("/nowhere")("/nl/voorzieningen")).toBe("*");
});
