import { describe, expect, test } from "vitest";
import type { AdoptionStatus } from "@/lib/adoptions/rules";
import {
  bayesianMean,
  countingReviews,
  isCurrent,
  isOld,
  meanOf,
  monthsBefore,
  type Rated,
  ratingOf,
  reviewKind,
  scoreOf,
  shownMean,
  spreadOf,
} from "./rules";
import { criteria, type Marks } from "./schema";

const today = "2026-11-22";

function rated(
  gemeenteId: string,
  score: number | null,
  writtenOn = today,
  more: Partial<Rated> = {},
): Rated {
  const createdAt = new Date(`${writtenOn}T12:00:00Z`);
  return { gemeenteId, score, writtenOn, kind: "EXPERIENCE", isOfficial: true, createdAt, ...more };
}

const none = Object.fromEntries(criteria.map((criterion) => [criterion, null])) as Marks;

test.each<[AdoptionStatus[], string]>([
  [[], "EXPECTATION"],
  [["INTERESTED"], "EXPECTATION"],
  [["EXPLORING"], "EXPECTATION"],
  [["DECIDING"], "EXPECTATION"],
  [["COMMITTED"], "EXPECTATION"],
  [["CONNECTING"], "EXPERIENCE"],
  [["PILOT"], "EXPERIENCE"],
  [["IN_USE"], "EXPERIENCE"],
  [["PHASING_OUT"], "EXPERIENCE"],
  [["ENDED"], "EXPERIENCE"],
  [["ON_HOLD"], "EXPECTATION"],
  [["DECLINED"], "EXPECTATION"],
  [["NOT_APPLICABLE"], "EXPECTATION"],
  [["ENDED", "INTERESTED"], "EXPERIENCE"],
])("a gemeente in %j gives an %s", (statuses, kind) => {
  expect(reviewKind(statuses)).toBe(kind);
});

test("the score is the mean of the criteria that were given", () => {
  expect(scoreOf({ ...none, addedValue: 5, usability: 4, support: 2 })).toBeCloseTo(11 / 3, 12);
  expect(scoreOf({ ...none, security: 1 })).toBe(1);
  expect(scoreOf(none)).toBeNull();
});

describe("age", () => {
  test.each([
    ["2026-11-22", 24, "2024-11-22"],
    ["2026-01-31", 2, "2025-11-30"],
    ["2024-02-29", 24, "2022-02-28"],
    ["2026-03-31", 1, "2026-02-28"],
  ])("%s minus %i months is %s", (day, months, expected) => {
    expect(monthsBefore(day, months)).toBe(expected);
  });

  test("old begins the day after twenty-four months", () => {
    expect(isOld("2024-11-22", today)).toBe(false);
    expect(isOld("2024-11-21", today)).toBe(true);
  });

  test("after twelve months to the day a gemeente may write anew", () => {
    expect(isCurrent("2025-11-23", today)).toBe(true);
    expect(isCurrent("2025-11-22", today)).toBe(false);
  });
});

describe("the mean", () => {
  test("older than 24 months counts half: (4 + 5 + 2/2) / 2.5 = 4", () => {
    const rating = ratingOf([rated("a", 4), rated("b", 5), rated("c", 2, "2023-01-01")], today);
    expect(rating).toEqual({ count: 3, sum: 10, weight: 2.5 });
    expect(shownMean(rating)).toBe(4);
  });

  test("there is none under three", () => {
    expect(shownMean(ratingOf([rated("a", 4), rated("b", 5)], today))).toBeNull();
    expect(shownMean(ratingOf([], today))).toBeNull();
  });

  test("one gemeente has one vote, its newest", () => {
    const early = rated("a", 1, "2025-01-01");
    const late = rated("a", 5, "2026-02-01");
    expect(countingReviews([late, early])).toEqual([late]);
    expect(countingReviews([early, late])).toEqual([late]);
    const sameDay = rated("a", 3, "2026-02-01", { createdAt: new Date("2026-02-01T13:00:00Z") });
    expect(countingReviews([sameDay, late])).toEqual([sameDay]);
  });

  test("expectations, remarks and oordelen without a mark do not count", () => {
    const others = [
      rated("b", 1, today, { kind: "EXPECTATION" }),
      rated("c", 1, today, { isOfficial: false }),
      rated("d", null),
    ];
    expect(ratingOf([rated("a", 4), ...others], today)).toEqual({ count: 1, sum: 4, weight: 1 });
  });
});

test("ranking pulls a few oordelen to the mean of the catalogue: (5 x 3.5 + 5) / 6 = 3.75", () => {
  expect(bayesianMean({ sum: 5, weight: 1 }, 3.5)).toBe(3.75);
  expect(bayesianMean({ sum: 0, weight: 0 }, 3.5)).toBe(3.5);
  expect(bayesianMean({ sum: 450, weight: 100 }, 3.5)).toBeCloseTo(467.5 / 105, 12);
});

test("the spread counts the marks per criterion and has a mean from three on", () => {
  const reviews = [5, 5, 2].map((addedValue, index) => ({
    ...none,
    addedValue,
    support: index === 0 ? 1 : null,
  }));
  const [first] = spreadOf(reviews);
  const support = spreadOf(reviews).find(({ criterion }) => criterion === "support");
  expect(first).toEqual({ criterion: "addedValue", counts: [0, 1, 0, 0, 2], given: 3, mean: 4 });
  expect(support).toEqual({ criterion: "support", counts: [1, 0, 0, 0, 0], given: 1, mean: null });
});

test("a mean of answers leaves out who gave none", () => {
  expect(meanOf([8, null, 6, 10])).toEqual({ given: 3, mean: 8 });
  expect(meanOf([8, null, 6])).toEqual({ given: 2, mean: null });
});
