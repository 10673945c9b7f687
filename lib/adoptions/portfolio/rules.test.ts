import { describe, expect, test } from "vitest";
import { toAddressWord } from "@/lib/core/text";
import type { AdoptionStatus } from "../rules";
import { aPortfolioItem as item } from "../testing/portfolio-item";
import {
  filterPortfolio,
  isContractEnding,
  isLosing,
  isStale,
  isUnexplained,
  monthsStuck,
  takePage,
} from "./rules";
import { type PortfolioFilters, parsePortfolioQuery, portfolioSchema, toPortfolioQuery } from "./schema";

const today = "2026-11-20";

const items = [
  item("Zaak", "IN_USE", { nextOn: "2027-01-01" }),
  item("Óberon", "INTERESTED"),
  item("Berichten", "CONNECTING", {
    nextOn: "2026-12-01",
    leadName: "Anna Visser",
    solution: { ...item("Berichten", "CONNECTING").solution, theme: "SOCIAAL_DOMEIN" },
  }),
];
const names = (search: Record<string, unknown>) =>
  filterPortfolio(items, portfolioSchema.parse(search)).map(({ solution }) => solution.name);

describe("the portfolio", () => {
  test.each<[Record<string, unknown>, string[]]>([
    [{}, ["Berichten", "Zaak", "Óberon"]],
    [{ sorteer: "naam" }, ["Berichten", "Óberon", "Zaak"]],
    [{ sorteer: "stand" }, ["Óberon", "Berichten", "Zaak"]],
    [{ q: "OBER" }, ["Óberon"]],
    [{ q: "visser" }, ["Berichten"]],
    [{ stand: "in-gebruik" }, ["Zaak"]],
    [{ thema: "sociaal-domein" }, ["Berichten"]],
    [{ stand: "op-weg", thema: "dienstverlening" }, []],
  ])("%o", (search, expected) => {
    expect(names(search)).toEqual(expected);
  });

  test("takes rubbish for not asked", () => {
    const rubbish = { beeld: "x", q: ["a", "b"], stand: "x", thema: ["y"], sorteer: 5, pagina: "-1" };
    expect(portfolioSchema.parse(rubbish)).toEqual({
      beeld: "tabel",
      q: "",
      sorteer: "datum",
      pagina: 1,
    } satisfies Partial<PortfolioFilters>);
    expect(names({ ...rubbish, q: "%'\\" })).toEqual([]);
    expect(toAddressWord("IDENTITEIT_EN_TOEGANG")).toBe("identiteit-en-toegang");
  });
});

describe("standing still", () => {
  test.each<[AdoptionStatus, string, number | null]>([
    ["DECIDING", "2025-11-20", null],
    ["DECIDING", "2025-10-20", 13],
    ["CONNECTING", "2024-11-20", 24],
    ["IN_USE", "2019-01-01", null],
    ["INTERESTED", "2019-01-01", null],
    ["ON_HOLD", "2019-01-01", null],
  ])("%s since %s", (status, since, months) => {
    expect(monthsStuck(item("A", status, { since }), today)).toBe(months);
  });
});

describe("a contract", () => {
  test.each<[AdoptionStatus, string | null, boolean]>([
    ["IN_USE", null, false],
    ["IN_USE", "2027-11-19", true],
    ["IN_USE", "2027-11-20", false],
    ["IN_USE", "2026-01-01", true],
    ["ENDED", "2027-01-01", false],
    ["INTERESTED", "2027-01-01", false],
  ])("%s until %s asks attention: %s", (status, contractEndsOn, expected) => {
    expect(isContractEnding(item("A", status, { contractEndsOn }), today)).toBe(expected);
  });
});

describe("what nobody looked at", () => {
  test.each<[AdoptionStatus, string, boolean]>([
    ["IN_USE", "2025-11-20", true],
    ["IN_USE", "2025-11-21", false],
    ["CONNECTING", "2024-01-01", true],
    ["INTERESTED", "2020-01-01", false],
    ["ENDED", "2020-01-01", false],
  ])("%s, last on %s, is stale: %s", (status, checkedOn, expected) => {
    expect(isStale(item("A", status, { checkedOn }), today)).toBe(expected);
  });
});

describe("comply or explain", () => {
  const solution = { slug: "a", name: "A", theme: "DIENSTVERLENING", phase: "MANAGED" } as const;
  test.each<[AdoptionStatus, string | null, boolean]>([
    ["DECLINED", null, true],
    ["DECLINED", "Te duur", true],
    ["NOT_APPLICABLE", null, true],
    ["DECLINED", "Wij hebben dit samen met de regio opgelost", false],
    ["IN_USE", null, false],
  ])("%s because %j is unexplained: %s", (status, explanation, expected) => {
    const obliged = { ...solution, obligation: "COMPLY_OR_EXPLAIN" as const };
    expect(isUnexplained(item("A", status, { explanation, solution: obliged }))).toBe(expected);
    const free = { ...solution, obligation: "VOLUNTARY" as const };
    expect(isUnexplained(item("A", status, { explanation, solution: free }))).toBe(false);
  });
});

test("a solution that is phased out asks attention of who uses it and has not begun to leave", () => {
  const leaving = (status: AdoptionStatus, phase: "SUNSETTING" | "RETIRED" | "MANAGED") =>
    isLosing(item("A", status, { solution: { ...item("A", status).solution, phase } }));
  expect(leaving("IN_USE", "SUNSETTING")).toBe(true);
  expect(leaving("CONNECTING", "RETIRED")).toBe(true);
  expect(leaving("PHASING_OUT", "SUNSETTING")).toBe(false);
  expect(leaving("INTERESTED", "SUNSETTING")).toBe(false);
  expect(leaving("IN_USE", "MANAGED")).toBe(false);
});

describe("the address", () => {
  test.each([
    "",
    "beeld=bord",
    "beeld=tijdlijn&q=zaak&stand=op-weg&thema=sociaal-domein&sorteer=naam&pagina=2",
  ])("%j comes back as it was", (query) => {
    expect(new URLSearchParams(toPortfolioQuery(parsePortfolioQuery(query))).toString()).toBe(query);
  });

  test("a page past the last is the last", () => {
    const rows = Array.from({ length: 201 }, (_, at) => at);
    expect(takePage(rows, 9)).toEqual({ rows: [200], page: 3, pages: 3 });
    expect(takePage([], 1)).toEqual({ rows: [], page: 1, pages: 1 });
  });
});
