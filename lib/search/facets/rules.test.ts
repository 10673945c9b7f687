import { expect, test } from "vitest";
import { type Catalogue, emptyCatalogue, type Published, put } from "../catalogue/rules";
import { publishedAs } from "../testing/published";
import { judge } from "./rules";
import { type Facet, noChoices } from "./schema";

const day = "2026-11-29";
const solutions = Array.from({ length: 60 }, (_, at) =>
  publishedAs({
    id: `s${at}`,
    theme: at % 2 === 0 ? "BURGERZAKEN" : "DIENSTVERLENING",
    kind: at % 3 === 0 ? "COMPONENT" : "STANDAARD",
    layer: at % 5 === 0 ? null : "DATA",
    provider: at % 7 === 0 ? { slug: "zee", name: "Aa" } : { slug: "aa", name: "Zee" },
    confirmedOn: [null, "2025-11-29", "2025-11-30"][at % 3] ?? null,
    ratingCount: at % 4,
    ratingSum: 12,
    ratingWeight: 3,
  }),
);
const catalogue: Catalogue = emptyCatalogue();
for (const solution of solutions) put(catalogue, solution, []);
const everywhere = solutions.map((_, place) => place);

// As a person would say it, one solution at a time.
const wordsOf: Partial<Record<Facet, (solution: Published) => string[]>> = {
  thema: ({ theme }) => [theme === "BURGERZAKEN" ? "burgerzaken" : "dienstverlening"],
  soort: ({ kind }) => [kind === "COMPONENT" ? "component" : "standaard"],
  laag: ({ layer }) => (layer ? ["data"] : []),
  aanbieder: ({ provider }) => [provider.slug],
  oordeel: ({ ratingCount }) => [ratingCount === 3 ? "vier-of-hoger" : "geen"],
  actualiteit: ({ confirmedOn }) =>
    confirmedOn ? [confirmedOn === "2025-11-30" ? "nagekeken" : "verouderd"] : ["niet-nagekeken"],
};
const names = Object.keys(wordsOf) as Facet[];

test.each([
  {},
  { thema: ["burgerzaken"] },
  { thema: ["burgerzaken"], soort: ["component"], laag: ["data"] },
  { aanbieder: ["zee"], oordeel: ["geen"], actualiteit: ["nagekeken", "verouderd"] },
  { soort: ["component", "standaard"], aanbieder: ["bestaat-niet"] },
] as Partial<Record<Facet, string[]>>[])("fits and counts as one by one: %j", (chosen) => {
  const fits = (solution: Published, except?: Facet) =>
    names.every(
      (facet) =>
        facet === except ||
        !chosen[facet] ||
        wordsOf[facet]?.(solution).some((word) => chosen[facet]?.includes(word)),
    );
  const judged = judge(everywhere, catalogue, {
    choices: { ...noChoices, ...chosen },
    day,
    likeMine: new Map(),
  });
  expect(judged.fitting).toEqual(everywhere.filter((place) => fits(solutions[place] as Published)));
  for (const facet of ["aanbieder", "oordeel", "actualiteit"] as const) {
    const expected: Record<string, number> = {};
    for (const solution of solutions.filter((one) => fits(one, facet))) {
      for (const word of wordsOf[facet]?.(solution) ?? []) expected[word] = (expected[word] ?? 0) + 1;
    }
    const counted = judged.counts.filter((row) => row.facet === facet);
    expect(Object.fromEntries(counted.map(({ value, count }) => [value, count]))).toEqual(expected);
  }
});

test("values come by the name that is shown", () => {
  const { counts } = judge(everywhere, catalogue, { choices: noChoices, day, likeMine: new Map() });
  expect(counts.filter(({ facet }) => facet === "aanbieder").map(({ value }) => value)).toEqual([
    "zee",
    "aa",
  ]);
});

test("use by those like me counts per way, and one solution can be both", () => {
  const likeMine = new Map([
    ["s0", { size: 2, province: 1 }],
    ["s1", { size: 0, province: 4 }],
    ["gone", { size: 1, province: 1 }],
  ]);
  const choices = { ...noChoices, gebruikt: ["mijn-grootteklasse"] };
  const { fitting, counts } = judge(everywhere, catalogue, { choices, day, likeMine });
  expect(fitting).toEqual([0]);
  expect(counts.filter(({ facet }) => facet === "gebruikt")).toEqual([
    { facet: "gebruikt", value: "mijn-grootteklasse", label: "", count: 1 },
    { facet: "gebruikt", value: "mijn-provincie", label: "", count: 2 },
  ]);
});
