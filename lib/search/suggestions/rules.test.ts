import { describe, expect, test } from "vitest";
import { parseQuestion } from "../question/rules";
import { toVocabulary } from "../words/vocabulary/rules";
import { completeLast } from "./rules";

const vocabulary = toVocabulary({
  stems: ["parkeren", "parkeervergunning", "privacy", "zaak"].map((word, at) => ({
    stem: word,
    words: [word],
    count: at + 1,
  })),
  synonymRows: [],
  synonymWords: [],
});
const complete = (question: string) => completeLast([], parseQuestion(question), vocabulary);

describe("the word that is being typed", () => {
  test("is every word that begins so, the usual ones first", () => {
    expect(complete("park")[0]?.alternatives.map(({ stems }) => stems[0])).toEqual([
      "parkeervergunning",
      "parkeren",
    ]);
  });

  test("is the last one only", () => {
    expect(complete("zaak pri").map(({ text }) => text)).toEqual(["pri"]);
  });

  test.each(["", "p", "qqq", '"park zaak"'])("%j is the begin of nothing", (question) => {
    expect(complete(question)).toEqual([]);
  });

  test("keeps the other ways in which it was met", () => {
    const own = { text: "zaak", alternatives: [{ stems: ["zaken"], factor: 1, via: null }] };
    const [term] = completeLast([own], parseQuestion("zaak"), vocabulary);
    expect(term?.alternatives.map(({ stems }) => stems[0])).toEqual(["zaken", "zaak"]);
  });
});
