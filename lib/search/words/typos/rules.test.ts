import { describe, expect, test } from "vitest";
import { parseQuestion, toQuestion } from "../../question/rules";
import { correctTerms, nearestWord } from "./rules";

const vocabulary = [
  "parkeer",
  "parkeren",
  "domein",
  "zaakafhandelcomponent",
  "omgevingsvergunning",
  "digid",
  "data",
  "documenten",
  "lokale",
  "leggen",
  "drop",
];

describe("a question of one word", () => {
  test.each([
    ["parkeeren", "parkeren"],
    ["domien", "domein"],
    ["zaakafhandelcomponnent", "zaakafhandelcomponent"],
    ["vergunnning", "omgevingsvergunning"],
    ["digd", "digid"],
    ["dómien", "domein"],
  ])("%s is meant to be %s", (typed, word) => {
    expect(nearestWord(typed, vocabulary, true)).toBe(word);
  });

  test.each(["pindakaas", "xyz", "dat", "woz", "qqqqqqqqqqqq"])("nothing is near %s", (typed) => {
    expect(nearestWord(typed, vocabulary, true)).toBeNull();
  });
});

describe("a word among others", () => {
  test.each([
    ["domien", "domein"],
    ["parkeeren", "parkeren"],
    ["zaakafhandelcomponnent", "zaakafhandelcomponent"],
  ])("%s is meant to be %s", (typed, word) => {
    expect(nearestWord(typed, vocabulary, false)).toBe(word);
  });

  test.each(["mensen", "liggen", "vergunnning", "lokaal", "dorp"])("%s is left as it is", (typed) => {
    expect(nearestWord(typed, vocabulary, false)).toBeNull();
  });
});

describe("correctTerms", () => {
  const isMet = (text: string) => text === "gemeente";

  test("corrects what finds nothing, and leaves exclusions alone", () => {
    const corrected = correctTerms(parseQuestion("-parkeeren fiets domien"), isMet, vocabulary);
    expect(corrected && toQuestion(corrected)).toBe("-parkeeren fiets domein");
  });

  test("is null when there is nothing to correct", () => {
    expect(correctTerms(parseQuestion("hoe pindakaas"), isMet, vocabulary)).toBeNull();
    expect(correctTerms([], isMet, vocabulary)).toBeNull();
  });
});
