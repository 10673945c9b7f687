import { describe, expect, test } from "vitest";
import { visitor } from "@/lib/core/roles";
import { noChoices } from "./facets/schema";
import { fieldWeights, forViewer, listVia, listWordWeights, toFacets, toListed } from "./rules";
import { searchSchema } from "./schema";

describe("the weight of a word", () => {
  const weights = listWordWeights();
  const weightOf = (...fields: string[]) =>
    weights[
      fieldWeights.filter(({ field }) => fields.includes(field)).reduce((sum, { bit }) => sum + bit, 0) - 1
    ] ?? 0;

  test("falls from name to keywords, summary and description", () => {
    const order = [weightOf("name"), weightOf("keywords"), weightOf("summary"), weightOf("description")];
    expect(order).toEqual([...order].sort((a, b) => b - a));
    expect(new Set(order).size).toBe(order.length);
  });

  test("grows a little with every further field", () => {
    expect(weightOf("keywords", "summary")).toBeGreaterThan(weightOf("keywords"));
    expect(weightOf("summary", "description")).toBeLessThan(weightOf("keywords"));
    expect(weights).toHaveLength(63);
  });
});

describe("by which synonym", () => {
  const term = (...alternatives: { stems: string[]; factor: number; via: string | null }[]) => ({
    text: "x",
    alternatives,
  });
  const own = { stems: ["wob"], factor: 1, via: null };
  const synonym = { stems: ["open", "overheid"], factor: 0.8, via: "open overheid" };
  const weaker = { stems: ["open"], factor: 0.5, via: "open" };

  test("is told when the word itself is not there", () => {
    expect(listVia([term(own, weaker, synonym)], new Set(["open", "overheid"]))).toEqual(["open overheid"]);
    expect(listVia([term(own, synonym), term(weaker)], new Set(["open"]))).toEqual(["open"]);
  });

  test("is not told when it is, or when nothing is", () => {
    expect(listVia([term(own, synonym)], new Set(["wob", "open", "overheid"]))).toEqual([]);
    expect(listVia([term(own, synonym)], new Set(["open"]))).toEqual([]);
  });
});

describe("facet values", () => {
  const rows = [
    { facet: "kosten", value: "FREE", label: "", count: 2 },
    { facet: "kosten", value: "GGU", label: "", count: 3 },
    { facet: "aanbieder", value: "dimpact", label: "Dimpact", count: 4 },
  ] as const;

  test("add up what a reader calls the same, and keep what was chosen and is gone", () => {
    const choices = { ...noChoices, kosten: ["betaald"], aanbieder: ["weg"] };
    const { kosten, aanbieder, thema } = toFacets(rows, choices);
    expect(kosten).toEqual([
      { word: "gratis", label: "", count: 5 },
      { word: "betaald", label: "", count: 0 },
    ]);
    expect(aanbieder).toEqual([
      { word: "dimpact", label: "Dimpact", count: 4 },
      { word: "weg", label: "weg", count: 0 },
    ]);
    expect(thema).toEqual([]);
  });
});

describe("toListed", () => {
  const row = {
    slug: "open-zaak",
    name: "Open Zaak",
    summary: "",
    kind: "COMPONENT",
    theme: "DIENSTVERLENING",
    layer: null,
    phase: "MANAGED",
    obligation: "VOLUNTARY",
    provider: { slug: "maykin", name: "Maykin" },
    providerId: "p",
    participationPublic: false,
    isDemo: false,
    publishedAt: null,
    confirmedOn: null,
    interestedCount: 1,
    joiningCount: 2,
    inUseCount: 2,
    reportedCount: 1,
    ratingCount: 3,
    ratingSum: 9,
    ratingWeight: 2.5,
  } as const;
  test("nobody learns a count of one or two, because it may be of who hides", () => {
    const masked = { inUse: null, joining: null, interested: null, reported: 1 };
    expect(toListed(row).adopters).toEqual(masked);
    expect(toListed({ ...row, participationPublic: true }).adopters).toEqual(masked);
    expect(toListed({ ...row, inUseCount: 3, joiningCount: 0 }).adopters).toEqual({
      ...masked,
      ...{ inUse: 3, joining: 0 },
    });
  });

  test("a mean is weighted, and there is none under three experiences", () => {
    expect(toListed(row).rating).toEqual({ mean: 3.6, count: 3 });
    expect(toListed({ ...row, ratingCount: 2 }).rating).toBeNull();
  });
});

test("what only a gemeente can choose means nothing to others", () => {
  const filters = searchSchema.parse({
    gebruikt: "mijn-provincie",
    sort: "vergelijkbaar",
    thema: "burgerzaken",
  });
  expect(forViewer(visitor, filters)).toMatchObject({ gebruikt: [], sort: null, thema: ["burgerzaken"] });
});
