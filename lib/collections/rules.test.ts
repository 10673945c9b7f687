import { expect, test } from "vitest";
import { type Classified, collect, listLaws, toCollectionSlug } from "./rules";

test.each([
  ["Wmo 2015, Jeugdwet", ["Wmo 2015", "Jeugdwet"]],
  ["AVG art. 5, 30", ["AVG"]],
  ["Wet open overheid art. 3.3", ["Wet open overheid"]],
  ["Omgevingswet (participatie)", ["Omgevingswet"]],
  ["pas toe of leg uit (Forum Standaardisatie)", []],
  ["AI-verordening (EU) 2024/1689", ["AI-verordening 2024/1689"]],
  ["", []],
  [null, []],
])("%j names the laws %j", (text, laws) => {
  expect(listLaws(text)).toEqual(laws);
});

test.each([
  ["ZGW API's", "zgw-apis"],
  ["Verordening (EU) 2018/1724", "verordening-eu-2018-1724"],
  ["Coöperatie Één", "cooperatie-een"],
  ["---", ""],
])("%s stands in an address as %s", (name, slug) => {
  expect(toCollectionSlug(name)).toBe(slug);
});

const solution = (id: string, rest: Partial<Classified> = {}): Classified => ({
  id,
  theme: "SOCIAAL_DOMEIN",
  layer: null,
  legalBasis: null,
  standards: [],
  provider: { slug: "vng", name: "VNG" },
  ...rest,
});

test("a facility is once in each collection where it belongs", () => {
  const found = collect([
    solution("1", { legalBasis: "Jeugdwet, Jeugdwet art. 2", layer: "DATA", standards: ["ZGW API's, UPL"] }),
    solution("2", { legalBasis: "Jeugdwet" }),
  ]);
  expect(found.map(({ entrance, slug, ids }) => [entrance, slug, ids])).toEqual([
    ["thema", "sociaal-domein", ["1", "2"]],
    ["aanbieder", "vng", ["1", "2"]],
    ["wet", "jeugdwet", ["1", "2"]],
    ["standaard", "upl", ["1"]],
    ["standaard", "zgw-apis", ["1"]],
    ["laag", "data", ["1"]],
  ]);
});
