import { describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/core/roles";
import { visitor } from "@/lib/core/roles";
import { correctTerms, nearestWord, parseQuestion, toListed, toQuestion } from "./rules";

const vocabulary = [
  "parkeer",
  "parkeren",
  "domein",
  "zaakafhandelcomponent",
  "omgevingsvergunning",
  "digid",
  "data",
];

describe("parseQuestion", () => {
  test.each([
    ["open zaak", ["open", "zaak"]],
    ['"sociaal domein" -wonen', ['"sociaal domein"', "-wonen"]],
    ['-"open zaak"', ['-"open zaak"']],
    ['"een', ["een"]],
    ["14+netnummer, (woo)!", ["14+netnummer", "woo"]],
    ["&|! :* ' % \\ 🙂", []],
    ['"" - -- "', []],
  ])("%s", (question, terms) => {
    expect(parseQuestion(question).map((term) => toQuestion([term]))).toEqual(terms);
  });

  test("looks at ten terms and no more", () => {
    expect(parseQuestion("woord ".repeat(40))).toHaveLength(10);
  });
});

describe("nearestWord", () => {
  test.each([
    ["parkeeren", "parkeren"],
    ["domien", "domein"],
    ["zaakafhandelcomponnent", "zaakafhandelcomponent"],
    ["vergunnning", "omgevingsvergunning"],
    ["digd", "digid"],
    ["dómien", "domein"],
  ])("%s is meant to be %s", (typed, word) => {
    expect(nearestWord(typed, vocabulary)).toBe(word);
  });

  test.each(["pindakaas", "xyz", "dat", "woz", "qqqqqqqqqqqq"])("nothing is near %s", (typed) => {
    expect(nearestWord(typed, vocabulary)).toBeNull();
  });
});

test("only what finds nothing is corrected, and exclusions are left alone", () => {
  const terms = parseQuestion("-parkeeren gemeente domien");
  expect(toQuestion(correctTerms(terms, [true, false], vocabulary))).toBe("-parkeeren gemeente domein");
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
  const organisation = { id: "g", slug: "zwolle", name: "Zwolle", kind: "GEMEENTE" } as const;
  const member: Viewer = {
    user: { id: "u", name: null, isDemo: false },
    organisation,
    roles: ["MEMBER"],
    organisations: [organisation],
  };
  const supplier: Viewer = { ...member, organisation: { ...organisation, kind: "LEVERANCIER" } };

  test("a visitor and a supplier do not learn a count of one or two", () => {
    const masked = { inUse: null, joining: null, interested: null, reported: 1 };
    expect(toListed(visitor, row).adopters).toEqual(masked);
    expect(toListed(supplier, { ...row, participationPublic: true }).adopters).toEqual(masked);
  });

  test("a gemeente does", () => {
    expect(toListed(member, row).adopters).toEqual({ inUse: 2, joining: 2, interested: 1, reported: 1 });
  });

  test("public participation tells who uses it, not who is on the way", () => {
    const { adopters } = toListed(visitor, { ...row, participationPublic: true });
    expect(adopters).toEqual({ inUse: 2, joining: null, interested: null, reported: 1 });
  });

  test("a mean is weighted, and there is none under three experiences", () => {
    expect(toListed(visitor, row).rating).toEqual({ mean: 3.6, count: 3 });
    expect(toListed(visitor, { ...row, ratingCount: 2 }).rating).toBeNull();
  });
});
