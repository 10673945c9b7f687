import { expect, test } from "vitest";
import { aCountry } from "../testing/country";
import { drawCourse, drawPlanned, lookAhead, monthOf, yearOf } from "./rules";

const times = <T>(count: number, one: T) => Array.from({ length: count }, () => one);

test("the course counts at every month's end and on the day itself", () => {
  const course: [string, "INTERESTED" | "IN_USE"][] = [
    ["2026-02-10", "INTERESTED"],
    ["2026-04-20", "IN_USE"],
  ];
  const points = drawCourse(aCountry({ a: times(3, course) }, { stand: "2026-04-19" }));
  expect(points.map(({ month, inUse, interested }) => [month, inUse, interested])).toEqual([
    ["2026-01", 0, 0],
    ["2026-02", 0, 3],
    ["2026-03", 0, 3],
    ["2026-04", 0, 3],
  ]);
  const later = drawCourse(aCountry({ a: times(3, course) }, { stand: "2026-04-20" })).at(-1);
  expect(later).toMatchObject({ inUse: 3, interested: 0, gemeenten: 3 });
});

test("fewer than three are kept back, in every month", () => {
  const points = drawCourse(aCountry({ a: times(2, [["2026-01-10", "IN_USE"]]) }));
  expect(points.map(({ inUse }) => inUse)).toEqual(times(11, null));
});

test("plans add up from the day on, for those that are on their way, once three have planned", () => {
  const now = times(4, [["2025-01-10", "IN_USE"]] as [string, "IN_USE"][]);
  const plan = (plannedOn: string): [string, "CONNECTING", string][] => [
    ["2026-01-10", "CONNECTING", plannedOn],
  ];
  const planned = drawPlanned(
    aCountry({ a: [...now, ...["2027-01-05", "2027-01-20", "2027-03-01"].map(plan)] }),
  );
  expect(planned.slice(0, 2)).toEqual([
    { month: "2026-12", count: 4 },
    { month: "2027-03", count: 7 },
  ]);
  expect(planned.at(-1)).toEqual({ month: "2029-11", count: 7 });
  expect(drawPlanned(aCountry({ a: [...now, plan("2027-01-05"), plan("2026-01-20")] }))).toEqual([]);
});

test("several solutions have no forecast, and one with little use says why", () => {
  const country = aCountry({ a: times(3, [["2025-01-10", "IN_USE"]]) });
  expect(lookAhead(country, drawCourse(country))).toBe("notOneSolution");
  const one = aCountry({ a: times(3, [["2025-01-10", "IN_USE"]]) }, { voorziening: "a" });
  expect(lookAhead(one, drawCourse(one))).toBe("tooFew");
});

test.each(["2024-01", "2025-06", "2026-12"])("the month %s as a moment is that month again", (month) => {
  expect(monthOf(yearOf(month))).toBe(month);
  expect(monthOf(yearOf(month) + 3)).toBe(`${Number(month.slice(0, 4)) + 3}${month.slice(4)}`);
});
