import { expect, test } from "vitest";
import { refuseDoubles, type SeedFile, validateRows } from "./csv";
import { factRow, gemeenteRow, type ProviderRow, providerRow, relationRow, solutionRow } from "./rows";

const header =
  "slug,cbs_code,official_name,display_name,province,inhabitants_2026,tooi_uri,email_domain,hex_col,hex_row";
const zwolle =
  "zwolle,GM0193,Zwolle,Zwolle,Overijssel,135000,https://identifier.overheid.nl/x,zwolle.nl,15,13";

test("a good row becomes codes and numbers", () => {
  const { rows, refused } = validateRows(`${header}\n${zwolle}\n`, gemeenteRow);
  expect(refused).toEqual([]);
  expect(rows[0]).toMatchObject({ row: 2, value: { province: "OVERIJSSEL", inhabitants_2026: 135000 } });
});

test("a broken row is refused with its line and every reason, the rest goes in", () => {
  const broken = "leeg,GM19,,Leeg,Atlantis,nul,https://identifier.overheid.nl/y,,15,14";
  const { rows, refused } = validateRows(`${header}\n${broken}\n${zwolle}\n`, gemeenteRow);
  expect(rows.map(({ row }) => row)).toEqual([3]);
  expect(refused).toEqual([
    {
      row: 2,
      reason:
        'cbs_code: is geen gemeentecode; official_name: is leeg; province: onbekend woord "Atlantis"; inhabitants_2026: is geen heel getal',
    },
  ]);
});

test("a row with a missing column is refused", () => {
  const { rows, refused } = validateRows("slug,name\nvng,VNG\n", providerRow);
  expect(rows).toEqual([]);
  expect(refused[0]?.row).toBe(2);
  expect(refused[0]?.reason).toContain("kind:");
});

test.each([
  ["an unknown phase", { phase: "klaar" }, 'phase: onbekend woord "klaar"'],
  ["a homepage that is no web address", { homepage: "www.vng.nl" }, "homepage:"],
  ["a slug with capitals", { slug: "Open Zaak" }, "slug: is geen geldige slug"],
  ["a link without a name", { links: "https://vng.nl" }, "links"],
])("a solution with %s is refused", (_, change, reason) => {
  const parsed = solutionRow.safeParse({ ...goodSolution, ...change });
  expect(parsed.success).toBe(false);
  expect(parsed.error?.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join()).toContain(
    reason,
  );
});

test("lists in a solution are split on their separator", () => {
  expect(solutionRow.parse(goodSolution)).toMatchObject({
    keywords: ["zaken", "documenten"],
    standards: ["ZGW API's", "ADR"],
    links: [{ label: "Uitleg", url: "https://vng.nl/uitleg", visibility: "PUBLIC" }],
    layer: null,
    homepage: null,
  });
});

test.each([
  ["a count with a state", { gemeente: "*TELLING*", to: "IN_USE" }],
  ["a gemeente without a state", { gemeente: "Zwolle", to: "" }],
  ["a date in words", { gemeente: "Zwolle", to: "IN_USE", evidence_date: "vorig jaar" }],
])("a fact that is %s is refused", (_, change) => {
  const fact = {
    solution: "open-zaak",
    statement: "x",
    evidence_kind: "news",
    evidence_date: "",
    source: "x",
    note: "",
  };
  expect(factRow.safeParse({ ...fact, ...change }).success).toBe(false);
});

test("a solution is not related to itself", () => {
  const relation = { from: "fsc", to: "fsc", kind: "vervangt", source: "x" };
  expect(relationRow.safeParse(relation).success).toBe(false);
});

test("of two rows with the same key only the first goes in", () => {
  const provider = (name: string) => ({ slug: "vng", name, kind: "KOEPEL" as const, website: null });
  const file: SeedFile<ProviderRow> = {
    file: "aanbieders.csv",
    hash: "",
    rows: [
      { row: 2, value: provider("VNG") },
      { row: 3, value: provider("Nog eens VNG") },
    ],
    refused: [],
  };
  const unique = refuseDoubles(file, ({ slug }) => slug);
  expect(unique.rows.map(({ row }) => row)).toEqual([2]);
  expect(unique.refused).toEqual([{ row: 3, reason: "staat dubbel in het bestand: vng" }]);
});

const goodSolution = {
  slug: "open-zaak",
  name: "Open Zaak",
  summary: "Bewaart zaken.",
  kind: "component",
  theme: "informatievoorziening",
  phase: "beheer",
  phase_reason: "",
  provider: "dimpact",
  provider_label: "Dimpact / Maykin",
  homepage: "",
  repository: "https://github.com/open-zaak/open-zaak",
  licence: "EUPL-1.2",
  licence_verified: "ja",
  layer: "",
  standards: "ZGW API's, ADR",
  legal_basis: "",
  price_model: "open source",
  obligation: "vrijwillig",
  obligation_reason: "",
  keywords: "zaken;documenten",
  audience: "",
  description: "",
  verified: "bron",
  source: "",
  source_note: "",
  links: "Uitleg|https://vng.nl/uitleg",
};
