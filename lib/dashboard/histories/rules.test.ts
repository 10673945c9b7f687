import { describe, expect, it, test } from "vitest";
import { existsOn, inhabitantsOn, keepStanding, listStays, parseHistories, standingOn } from "./rules";

const step = (day: string, to: "INTERESTED" | "EXPLORING" | "CONNECTING" | "IN_USE") => ({
  day,
  to,
  plannedOn: null,
});

describe("a history", () => {
  it("is read from its line, with who hides it, what was planned and where it ends", () => {
    const lines = [
      "GM0001 1 hpd 2021-03-01:0,2021-09-12:4:2022-01-01",
      "GM0002 1 - 2020-01-05:0,2020-06-01:10",
      "GM0002 2 - 2022-02-02:0",
    ].join("\n");
    const [first, earlier, again] = parseHistories(lines, new Map([["GM0001", "2023-01-01"]]));
    expect(first).toMatchObject({ cbsCode: "GM0001", isHidden: true, isPublic: true, isDemo: true });
    expect(first?.steps.at(-1)).toEqual({ day: "2021-09-12", to: "CONNECTING", plannedOn: "2022-01-01" });
    expect(first?.until).toBe("2023-01-01");
    expect(earlier).toMatchObject({ isHidden: false, until: "2022-02-02" });
    expect(again).toMatchObject({ cycle: 2, until: null });
  });

  it("holds what a correction undid no longer", () => {
    const kept = keepStanding([
      step("2021-06-01", "INTERESTED"),
      step("2022-05-20", "CONNECTING"),
      step("2022-03-10", "EXPLORING"),
    ]);
    expect(kept.map(({ to }) => to)).toEqual(["INTERESTED", "EXPLORING"]);
  });

  it("stands from the day of a step until the day before the next, or before its end", () => {
    const history = {
      steps: [step("2021-01-10", "INTERESTED"), step("2022-02-20", "IN_USE")],
      until: "2023-01-01",
    };
    const standing = (day: string) => standingOn(history, day)?.to ?? null;
    expect(
      ["2021-01-09", "2021-01-10", "2022-02-19", "2022-02-20", "2022-12-31", "2023-01-01"].map(standing),
    ).toEqual([null, "INTERESTED", "INTERESTED", "IN_USE", "IN_USE", null]);
    expect(listStays(history, "2022-01-01")).toEqual([
      { status: "INTERESTED", from: "2021-01-10", to: null, plannedOn: null },
    ]);
    expect(listStays(history, "2023-06-01").map(({ from, to }) => [from, to])).toEqual([
      ["2021-01-10", "2022-02-20"],
      ["2022-02-20", "2023-01-01"],
    ]);
  });

  it("does not begin a new stay when a plan is adjusted", () => {
    const steps = [
      step("2021-01-10", "CONNECTING"),
      { ...step("2021-03-01", "CONNECTING"), plannedOn: "2021-12-01" },
    ];
    expect(listStays({ steps, until: null }, "2021-06-01")).toEqual([
      { status: "CONNECTING", from: "2021-01-10", to: null, plannedOn: "2021-12-01" },
    ]);
  });
});

test("a gemeente exists from its first day until the day before it merges", () => {
  const gemeente = { validFrom: "2019-01-01", validTo: "2022-01-01" };
  expect(
    ["2018-12-31", "2019-01-01", "2021-12-31", "2022-01-01"].map((day) => existsOn(gemeente, day)),
  ).toEqual([false, true, true, false]);
});

test.each([
  [{ "2024": 10, "2026": 30 }, "2024-05-01", 10],
  [{ "2024": 10, "2026": 30 }, "2025-05-01", 10],
  [{ "2024": 10, "2026": 30 }, "2027-05-01", 30],
  [{ "2026": 30 }, "2020-05-01", 30],
  [{}, "2020-05-01", 0],
])("of %j on %s the inhabitants are %i", (years, day, inhabitants) => {
  expect(inhabitantsOn({ years }, day)).toBe(inhabitants);
});
