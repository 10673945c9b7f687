import { expect, test } from "vitest";
import { toCountedWords } from "./rules";

test.each([
  ["Hoe regelen wij parkeren?", "parkeren"],
  ["parkeren PARKEREN -fiets", "parkeren"],
  ["e-bikes delen", "bikes delen"],
  ["artikel 28 AVG", "28 avg"],
])("%s is counted as %s", (question, words) => {
  expect(toCountedWords(question)).toBe(words);
});

test.each([
  "",
  "hoe",
  "jan@voorbeeld.nl",
  "bsn 123456789",
  "0612345678",
  "mevrouw de vries uit de dorpsstraat heeft schulden en drie kinderen",
  "x".repeat(60),
])("%j is not counted: it says nothing, or too much", (question) => {
  expect(toCountedWords(question)).toBeNull();
});
