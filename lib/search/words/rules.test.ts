import { describe, expect, test } from "vitest";
import { parseQuestion } from "../question/rules";
import { formWorth } from "./forms/rules";
import { expandTerms, listExcluded, listWordsToStem, worth } from "./rules";
import { toVocabulary } from "./vocabulary/rules";

// Stems are the words themselves here, so that the tables can be read.
const words = [
  "parkeren",
  "parkeervergunning",
  "openbaar",
  "woo",
  "klantcontact",
  "zaakbrug",
  "sociaal",
  "domein",
  "wmo",
  "vergunning",
  "gemeente",
];
const vocabulary = toVocabulary({
  stems: words.map((word) => ({ stem: word, words: [word], count: 1 })),
  synonymRows: [
    { term: "wob", expansions: ["Woo", "openbaar maken"], isMutual: false, weight: 80 },
    { term: "KCC", expansions: ["klantcontact"], isMutual: true, weight: 90 },
    { term: "sociaal domein", expansions: ["Wmo"], isMutual: false, weight: 50 },
    { term: "wet op de lijkbezorging", expansions: ["vergunning"], isMutual: false, weight: 80 },
  ],
  synonymWords: [],
});
const expand = (question: string) => expandTerms(parseQuestion(question), vocabulary, (word) => word);
const toText = (question: string) =>
  expand(question).map(({ text, alternatives }) => [
    text,
    alternatives.map(({ stems, factor, via }) => `${stems.join("+")} ${factor}${via ? ` via ${via}` : ""}`),
  ]);

describe("a term is met by", () => {
  test("itself and the compounds it is part of", () => {
    expect(toText("vergunning")).toEqual([["vergunning", ["vergunning 1", "parkeervergunning 0.75"]]]);
  });

  test("its synonyms, each for what it is worth; a function word in them asks nothing", () => {
    expect(toText("wob")).toEqual([["wob", ["wob 1", "woo 0.8 via Woo", "openbaar 0.8 via openbaar maken"]]]);
  });

  test("the other side of a mutual synonym, and not of a one-way one", () => {
    expect(toText("klantcontact")[0]?.[1]).toContain("kcc 0.9 via KCC");
    expect(toText("woo")).toEqual([["woo", ["woo 1"]]]);
  });

  test("what neighbours mean together, also over function words", () => {
    expect(toText("sociaal domein").map(([, alternatives]) => alternatives?.at(-1))).toEqual([
      "wmo 0.5 via Wmo",
      "wmo 0.5 via Wmo",
    ]);
    expect(toText("wet op de lijkbezorging").map(([text]) => text)).toEqual(["wet", "lijkbezorging"]);
    expect(toText("wet op de lijkbezorging")[0]?.[1]).toContain("vergunning 0.8 via vergunning");
  });

  test("a word that was typed apart", () => {
    expect(toText("zaak brug")[0]?.[1]).toContain(`zaakbrug ${worth.joined}`);
  });

  test("another form of the word, and what the table says of that form", () => {
    expect(toText("geopenbaard")[0]?.[1]).toContain(`openbaar ${formWorth}`);
    expect(toText("wobj")[0]?.[1]).toContain(`woo ${0.8 * formWorth} via Woo`);
  });

  test("all words of a phrase", () => {
    expect(toText('"sociaal domein"')[0]?.[1]?.[0]).toBe("sociaal+domein 1");
  });

  test("the parts of a word with signs", () => {
    expect(toText("sociaal/domein")[0]?.[1]).toContain(`sociaal+domein ${worth.apart}`);
  });
});

test("words that ask nothing are no terms", () => {
  expect(expand("hoe regelen wij parkeren").map(({ text }) => text)).toEqual(["parkeren"]);
  expect(expand("gemeente")).toEqual([]);
});

test("an excluded word excludes the compounds it is part of", () => {
  expect(listExcluded(parseQuestion("zaak -vergunning"), vocabulary, (word) => word)).toEqual([
    "vergunning",
    "parkeervergunning",
  ]);
});

test("every form that is looked up is stemmed beforehand", () => {
  expect(listWordsToStem(parseQuestion("e-mail zaak brug"))).toEqual(
    expect.arrayContaining(["mail", "email", "zaak", "brug", "zaakbrug"]),
  );
});
