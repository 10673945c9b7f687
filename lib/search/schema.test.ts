import { expect, test } from "vitest";
import { PriceModel } from "@/lib/core/generated/prisma/enums";
import { costs, facetValues, noChoices } from "./facets/schema";
import { apiSearchSchema, longestQuestion, searchSchema, toApiInput, toQueryString } from "./schema";

const parseQuery = (query: string) => apiSearchSchema.safeParse(toApiInput(new URLSearchParams(query)));

test("an empty question is the whole catalogue, first page", () => {
  expect(searchSchema.parse({})).toEqual({
    q: "",
    ...noChoices,
    sort: null,
    page: 1,
    pageSize: 20,
  });
});

test("one value or several, each once, unknown ones left out", () => {
  const filters = searchSchema.parse({
    thema: ["sociaal-domein", "burgerzaken", "burgerzaken", "onzin", "SOCIAAL_DOMEIN"],
    soort: "raamovereenkomst",
    fase: ["opschaling", ""],
    aanbieder: ["dimpact", "../../etc", "';--"],
  });
  expect(filters.thema).toEqual(["burgerzaken", "sociaal-domein"]);
  expect(filters.soort).toEqual(["raamovereenkomst"]);
  expect(filters.fase).toEqual(["opschaling"]);
  expect(filters.aanbieder).toEqual(["dimpact"]);
});

test.each(["0", "-1", "1.5", "een", "1e9", "", ["2", "3"], undefined])(
  "page %j is read leniently",
  (page) => {
    expect(searchSchema.parse({ page }).page).toBe(Array.isArray(page) ? 2 : 1);
  },
);

test("a question is cleaned of what cannot be searched, and cut", () => {
  expect(searchSchema.parse({ q: "  open\u0000\n zaak\ud800 " }).q).toBe("open zaak");
  expect(searchSchema.parse({ q: ["eerst", "dan"] }).q).toBe("eerst");
  expect(searchSchema.parse({ q: "x".repeat(10_000) }).q).toHaveLength(longestQuestion);
});

test("an address made from a question reads as the same question", () => {
  const filters = searchSchema.parse({
    q: "é & 'x'",
    thema: ["burgerzaken"],
    fase: ["idee", "beheer"],
    page: "3",
  });
  const query = new URLSearchParams(toQueryString(filters));
  expect(searchSchema.parse({ ...Object.fromEntries(query), fase: query.getAll("fase") })).toEqual(filters);
  expect(toQueryString(searchSchema.parse({}))).toBe("");
});

test.each([
  ["page=0", "page", "invalidPageParameter"],
  ["page=1.5", "page", "invalidPageParameter"],
  ["page=", "page", "invalidPageParameter"],
  ["page=1&page=2", "page", "invalidPageParameter"],
  ["page=99999999999999999999", "page", "invalidPageParameter"],
  ["pageSize=0", "pageSize", "invalidPageSizeParameter"],
  ["pageSize=101", "pageSize", "invalidPageSizeParameter"],
  ["thema=onzin", "thema", "invalidChoiceParameter"],
  ["fase=beheer&fase=x", "fase", "invalidChoiceParameter"],
  ["sort=x", "sort", "invalidChoiceParameter"],
])("a program that asks %s is refused", (query, parameter, sentence) => {
  const issue = parseQuery(query).error?.issues[0];
  expect([issue?.path[0], issue?.message]).toEqual([parameter, sentence]);
});

test("a program may choose several values and the size of the page", () => {
  const filters = parseQuery("q=woo&thema=democratie&thema=burgerzaken&page=2&pageSize=100").data;
  expect(filters).toMatchObject({ q: "woo", thema: ["burgerzaken", "democratie"], page: 2, pageSize: 100 });
});

test("every price model is one kind of cost", () => {
  expect(Object.values(costs).flat().sort()).toEqual(Object.values(PriceModel).sort());
});

test("a word stands for one choice within its facet", () => {
  for (const values of Object.values(facetValues)) {
    const all = [...values.values()].flat();
    expect(new Set(all).size).toBe(all.length);
  }
});
