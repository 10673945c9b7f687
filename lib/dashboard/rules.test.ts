import { describe, expect, it } from "vitest";
import { type AdoptionStatus, toStatusGroup } from "@/lib/adoptions/rules";
import { countExisting, cumulateCurve, listMonths, type MonthlyStep, toShare } from "./rules";

const road: AdoptionStatus[] = ["INTERESTED", "EXPLORING", "DECIDING", "COMMITTED", "CONNECTING", "IN_USE"];

function lottery(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 16_807) % 2_147_483_647;
    return state % below;
  };
}

describe("curve", () => {
  it("equals a replay of every history at every month's end", () => {
    const draw = lottery(11);
    const months = listMonths("2019-01", "2026-11");
    const histories = Array.from({ length: 200 }, () => {
      let at = draw(60);
      return road.slice(0, 1 + draw(6)).map((to) => {
        at += draw(8);
        return { to, month: months[at] ?? "2026-11" };
      });
    });
    const steps: MonthlyStep[] = histories.flatMap((history) =>
      history.map(({ to, month }, index) => ({ to, month, from: history[index - 1]?.to ?? null, count: 1 })),
    );
    for (const point of cumulateCurve(steps, [], "2026-11")) {
      const standing = histories.map(
        (history) => history.findLast(({ month }) => month <= point.month)?.to ?? null,
      );
      const count = (group: string) => standing.filter((to) => to && toStatusGroup(to) === group).length;
      expect(point).toEqual({
        month: point.month,
        interested: count("interested"),
        joining: count("joining"),
        inUse: count("inUse"),
        gemeenten: 0,
      });
    }
  });

  it("begins in January of the year of the first step, and is one year long without steps", () => {
    const step: MonthlyStep = { month: "2024-05", from: null, to: "IN_USE", count: 3 };
    expect(cumulateCurve([step], [], "2024-06").map(({ month, inUse }) => [month, inUse])).toEqual([
      ["2024-01", 0],
      ["2024-02", 0],
      ["2024-03", 0],
      ["2024-04", 0],
      ["2024-05", 3],
      ["2024-06", 3],
    ]);
    expect(cumulateCurve([], [], "2026-02")).toHaveLength(2);
  });

  it("counts the gemeenten that existed at the end of the month", () => {
    const merged = [
      { validFrom: null, validTo: "2022-01-01" },
      { validFrom: null, validTo: "2022-01-01" },
      { validFrom: "2022-01-01", validTo: null },
    ];
    const step: MonthlyStep = { month: "2021-11", from: null, to: "IN_USE", count: 1 };
    const counts = cumulateCurve([step], merged, "2022-01")
      .slice(-2)
      .map(({ gemeenten }) => gemeenten);
    expect(counts).toEqual([2, 1]);
    expect(countExisting(merged, "2022-01-01")).toBe(1);
    expect(countExisting(merged, "2021-12-31")).toBe(2);
    const alike = [{ validFrom: null, validTo: "2022-01-01", count: 2 }, ...merged.slice(2)];
    expect(countExisting(alike, "2022-01-01")).toBe(1);
    expect(countExisting(alike, "2021-12-31")).toBe(2);
  });
});

it("lists months over the turn of a year", () => {
  expect(listMonths("2023-11", "2024-02")).toEqual(["2023-11", "2023-12", "2024-01", "2024-02"]);
});

it.each([
  [0, 342, 0],
  [1, 342, 0.01],
  [171, 342, 0.5],
  [341, 342, 0.99],
  [342, 342, 1],
  [0, 0, 0],
])("calls %i of %i a share of %f: never all when one is missing", (part, whole, share) => {
  expect(toShare(part, whole)).toBe(share);
});
