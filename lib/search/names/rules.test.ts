import { expect, test } from "vitest";
import { listPossibleNames } from "./rules";

test("every run of words may be a name, a word that asks nothing is none", () => {
  expect(listPossibleNames("parkeren in Bergen op Zoom?")).toEqual(
    expect.arrayContaining(["parkeren", "bergen op zoom", "zoom"]),
  );
  expect(listPossibleNames("beste")).toEqual([]);
  expect(listPossibleNames("Súdwest-Fryslân")).toEqual(["sudwest-fryslan"]);
});
