import { expect, it } from "vitest";
import { toAddressWord } from "@/lib/core/text";
import { gemeenteSearch, provinces } from "./schema";

it("reads what was asked", () => {
  const asked = { q: "  's  Graven ", provincie: "noord-holland", grootte: "to50" };
  expect(gemeenteSearch.parse(asked)).toEqual({ q: "'s Graven", province: "NOORD_HOLLAND", size: "to50" });
});

it.each([
  {},
  { q: undefined, provincie: "atlantis", grootte: "huge" },
  { q: ["", "b"], provincie: ["x", "drenthe"], grootte: [] },
  { q: "\u0000", provincie: "DRENTHE", grootte: "" },
])("leaves out what it does not know: %j", (input) => {
  expect(gemeenteSearch.parse(input)).toEqual({ q: "", province: null, size: null });
});

it("finds every province back by its word", () => {
  for (const province of provinces)
    expect(gemeenteSearch.parse({ provincie: toAddressWord(province) }).province).toBe(province);
});
