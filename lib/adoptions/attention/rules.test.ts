import { describe, expect, test } from "vitest";
import { aPortfolioItem as item } from "../testing/portfolio-item";
import { listAttention, pickAttention } from "./rules";

const today = "2026-11-20";

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
  const listed = (managerId: string | null, proposals = 2, unmentioned = 0) => {
    const { shown, more } = pickAttention({ portfolio, proposals, unmentioned, managerId, today });
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

  test("names every reason once, in the order of how pressing it is", () => {
    const losing = item("Uit", "IN_USE");
    losing.solution = { ...losing.solution, phase: "SUNSETTING" };
    const refused = item("Nee", "DECLINED");
    refused.solution = { ...refused.solution, obligation: "COMPLY_OR_EXPLAIN" };
    const all = listAttention({
      portfolio: [
        ...portfolio,
        losing,
        refused,
        item("Contract", "IN_USE", { contractEndsOn: "2027-03-01" }),
        item("Afgelopen", "IN_USE", { contractEndsOn: "2026-03-01" }),
        item("Stappen", "CONNECTING", { lateTasks: ["Koppeling aanvragen"] }),
        item("Voorbij", "ENDED", { lateTasks: ["Koppeling aanvragen"] }),
        item("Oud", "IN_USE", { checkedOn: "2025-01-01" }),
      ],
      proposals: 1,
      unmentioned: 4,
      managerId: "me",
      today,
    });
    expect(all.map((one) => ("item" in one ? `${one.reason} ${one.item.solution.name}` : one))).toEqual([
      "confirm Besluit",
      "overdue Later",
      "overdue Laat",
      "tasks Stappen",
      "contract Afgelopen",
      "contract Contract",
      { reason: "proposals", count: 1 },
      "unexplained Nee",
      { reason: "explain", count: 4 },
      "sunset Uit",
      { reason: "stale", count: 1 },
      "stuck Stil",
      "waiting Eigen",
    ]);
  });
});
