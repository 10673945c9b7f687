import { describe, expect, test } from "vitest";
import { toAddressWord } from "@/lib/core/text";
import type { AdoptionStatus } from "../rules";
import { type PortfolioFilters, portfolioSchema } from "../schema";
import { filterPortfolio, monthsStuck, type PortfolioItem, pickAttention } from "./rules";

const today = "2026-11-20";

function item(name: string, status: AdoptionStatus, more: Partial<PortfolioItem> = {}): PortfolioItem {
  const solution = { slug: name.toLowerCase(), name, theme: "DIENSTVERLENING" as const };
  return { status, since: "2026-06-01", nextOn: null, solution, pending: null, ...more };
}

const items = [
  item("Zaak", "IN_USE", { nextOn: "2027-01-01" }),
  item("Óberon", "INTERESTED"),
  item("Berichten", "CONNECTING", {
    nextOn: "2026-12-01",
    solution: { slug: "b", name: "Berichten", theme: "SOCIAAL_DOMEIN" },
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
    [{ stand: "in-gebruik" }, ["Zaak"]],
    [{ thema: "sociaal-domein" }, ["Berichten"]],
    [{ stand: "op-weg", thema: "dienstverlening" }, []],
  ])("%o", (search, expected) => {
    expect(names(search)).toEqual(expected);
  });

  test("takes rubbish for not asked", () => {
    const rubbish = { q: ["a", "b"], stand: "x", thema: ["y"], sorteer: 5 };
    expect(portfolioSchema.parse(rubbish)).toEqual({
      q: "",
      sorteer: "datum",
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

describe("attention", () => {
  const pending = { to: "COMMITTED" as const, proposedById: "colleague" };
  const portfolio = [
    item("Stil", "DECIDING", { since: "2024-01-01" }),
    item("Laat", "CONNECTING", { nextOn: "2026-11-01" }),
    item("Later", "CONNECTING", { nextOn: "2026-01-01" }),
    item("Besluit", "DECIDING", { pending }),
    item("Eigen", "DECIDING", { pending: { ...pending, proposedById: "me" } }),
    item("Vandaag", "CONNECTING", { nextOn: today }),
  ];
  const listed = (managerId: string | null, proposals = 2) => {
    const { shown, more } = pickAttention({ portfolio, proposals, managerId, today });
    return {
      more,
      shown: shown.map((one) => ("item" in one ? `${one.reason} ${one.item.solution.name}` : one.reason)),
    };
  };

  test("puts first what waits for me, then the longest overdue; five at most", () => {
    expect(listed("me")).toEqual({
      shown: ["confirm Besluit", "overdue Later", "overdue Laat", "proposals", "stuck Stil"],
      more: 1,
    });
  });

  test("asks no confirmation of whoever cannot give it", () => {
    expect(listed(null, 0)).toEqual({ shown: ["overdue Later", "overdue Laat", "stuck Stil"], more: 0 });
  });
});
