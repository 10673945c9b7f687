import { expect, test } from "vitest";
import { put, remove } from "../catalogue/rules";
import { catalogueOf, publishedAs, wordsOf } from "../testing/published";
import type { Alternative } from "../words/rules";
import { scoreWords } from "./rules";

const term = (...alternatives: Alternative[]) => ({ text: "", alternatives });
const by = (factor: number, ...stems: string[]): Alternative => ({ stems, factor, via: null });

// Names weigh 1, keywords 0.85, descriptions 0.3 (fieldWeights).
const catalogue = catalogueOf({
  both: "zak 1 brug 2",
  apart: "zak 1",
  low: "zak 32 zak 2",
  none: "park 1",
  far: "zak 32 park 32",
});
const scoresOf = (asked: Parameters<typeof scoreWords>[0]) => {
  const { places, text } = scoreWords(asked, catalogue);
  return Object.fromEntries(places.map((place) => [catalogue.solutions[place]?.id, text[place]]));
};

test("a word is worth its heaviest field, and is counted once for all its forms", () => {
  expect(scoresOf([term(by(1, "zak"))])).toEqual({ both: 1, apart: 1, low: 0.85, far: 0.3 });
});

test("an alternative needs all its stems, and the further ones add a little", () => {
  const scores = scoresOf([term(by(0.5, "zak"), by(1, "zak", "brug"))]);
  expect(scores.apart).toBeCloseTo(0.5);
  expect(scores.both).toBeCloseTo(0.925 + 0.2 * 0.5);
});

test("the rarer word weighs more, and what misses a word less", () => {
  const [zak, park] = [Math.log(1 + (5 - 3 + 0.5) / 3.5), Math.log(1 + (5 - 1 + 0.5) / 1.5)];
  const scores = scoresOf([term(by(1, "zak")), term(by(1, "park")), term(by(1, "onbekend"))]);
  expect(scores.none).toBeCloseTo((park / (zak + park)) * 0.5 ** 0.15);
  expect(scores.far).toBeCloseTo(0.3);
});

test("what is worth too little beside the best is not found", () => {
  expect(Object.keys(scoresOf([term(by(1, "zak"), by(0.05, "park"))]))).not.toContain("none");
  expect(Object.keys(scoresOf([term(by(1, "zak"), by(0.15, "park"))]))).toContain("none");
});

test("the terms that anything meets are told", () => {
  expect(scoreWords([term(by(1, "zak")), term(by(1, "niets")), term(by(1, "park"))], catalogue).met).toEqual([
    0, 2,
  ]);
});

test("what was replaced or removed leaves nothing behind", () => {
  const changed = catalogueOf({ first: "zak 1 brug 1", second: "zak 2 zak 4", third: "zak 1" });
  remove(changed, "second");
  put(changed, publishedAs({ id: "first" }), wordsOf("brug 4"));
  put(changed, publishedAs({ id: "fourth" }), wordsOf("brug 1"));
  const idsOf = (stem: string) =>
    scoreWords([term(by(1, stem))], changed)
      .places.map((place) => changed.solutions[place]?.id)
      .sort();
  expect([idsOf("zak"), idsOf("brug")]).toEqual([["third"], ["first", "fourth"]]);
});
