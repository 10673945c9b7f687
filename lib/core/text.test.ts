import { expect, test } from "vitest";
import { sortByName } from "./text";

test("names stand where a reader looks for them: accents, capitals and signs aside", () => {
  const names = [
    "Utrecht",
    "'s-Hertogenbosch",
    "Súdwest-Fryslân",
    "Rijswijk (ZH.)",
    "echt",
    "Échtenerbrug",
    "Soest",
  ];
  expect(sortByName(names.map((name) => ({ name }))).map(({ name }) => name)).toEqual([
    "echt",
    "Échtenerbrug",
    "Rijswijk (ZH.)",
    "'s-Hertogenbosch",
    "Soest",
    "Súdwest-Fryslân",
    "Utrecht",
  ]);
});
