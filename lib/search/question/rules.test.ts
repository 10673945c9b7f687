import { describe, expect, test } from "vitest";
import { isNoise, joinWords, parseQuestion, splitWords, toQuestion } from "./rules";

describe("parseQuestion", () => {
  test.each([
    ["open zaak", ["open", "zaak"]],
    ['"sociaal domein" -wonen', ['"sociaal domein"', "-wonen"]],
    ['-"open zaak"', ['-"open zaak"']],
    ['"een', ["een"]],
    ["14+netnummer, (woo)!", ["14+netnummer", "woo"]],
    ["art. 3.3 Woo?", ["art", "3.3", "woo"]],
    ["&|! :* ' % \\ 🙂", []],
    ['"" - -- "', []],
  ])("%s", (question, terms) => {
    expect(parseQuestion(question).map((term) => toQuestion([term]))).toEqual(terms);
  });

  test("looks at twelve terms and no more", () => {
    expect(parseQuestion("woord ".repeat(40))).toHaveLength(12);
  });
});

test.each([
  ["E-mail", ["mail"], "email"],
  ["API's", ["api"], "apis"],
  ["3.3", ["3", "3"], "33"],
  ["DSO-LV", ["dso", "lv"], "dsolv"],
  ["Súdwest", ["sudwest"], "sudwest"],
])("%s is in the index as %j and %s", (text, words, joined) => {
  expect([splitWords(text), joinWords(text)]).toEqual([words, joined]);
});

test.each(["hoe", "Regelen", "wij", "onze", "gemeentelijke", "systeem", "één", "looking"])(
  "%s asks nothing",
  (word) => {
    expect(isNoise(word)).toBe(true);
  },
);

test.each(["parkeren", "woo", "inwoners", "digitaal", "software", "regels"])("%s asks something", (word) => {
  expect(isNoise(word)).toBe(false);
});
