import { expect, test } from "vitest";
import { comparisonSearch, toComparisonQuery } from "./schema";

test("each facility is compared once, four at most", () => {
  const { slugs } = comparisonSearch.parse({ v: ["a", "b", "a", "c", "d", "e"] });
  expect(slugs).toEqual(["a", "b", "c", "d"]);
});

test.each([{}, { v: "" }, { v: "A'; --" }, { v: ["../x", "%00"], alleen: "x" }])(
  "%j asks for nothing",
  (input) => {
    expect(comparisonSearch.parse(input)).toEqual({ slugs: [], isOnlyDifferences: false, q: "" });
  },
);

test("an address leads to the same comparison", () => {
  const query = toComparisonQuery(["open-zaak", "digid"], true);
  const params = new URLSearchParams(query);
  const parsed = comparisonSearch.parse({ v: params.getAll("v"), alleen: params.get("alleen") });
  expect(parsed).toEqual({ slugs: ["open-zaak", "digid"], isOnlyDifferences: true, q: "" });
});
