import { expect, test } from "vitest";
import { criteria, type Marks, toSavedReview } from "./schema";

const marks = Object.fromEntries(criteria.map((criterion, at) => [criterion, (at % 5) + 1])) as Marks;

test("the form gets what it shows and nothing else of the row", () => {
  const shown = {
    ...marks,
    ...{
      version: 3,
      recommend: 7,
      leadTimeMonths: null,
      effortHours: 40,
      tip: "Begin op tijd.",
      pitfall: null,
    },
  };
  const row = { ...shown, id: "a", gemeenteId: "b", score: 3, author: { name: "Een collega" }, isDemo: true };
  expect(toSavedReview(row)).toEqual(shown);
});
