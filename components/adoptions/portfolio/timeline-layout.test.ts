import { expect, test } from "vitest";
import { layOutTimeline, type TimelineItem, windowOf } from "./timeline-layout";

const today = "2026-11-20";
const item = (more: Partial<TimelineItem>): TimelineItem => ({
  status: "IN_USE",
  nextOn: null,
  contractEndsOn: null,
  events: [],
  ...more,
});
const step = (to: TimelineItem["status"], occurredOn: string, isCorrection = false) => ({
  to,
  occurredOn,
  isCorrection,
});

test("shows two years back and one ahead, also from a day that a month lacks", () => {
  expect(windowOf(today)).toEqual({ from: "2024-11-20", to: "2027-11-20" });
  expect(windowOf("2024-02-29")).toEqual({ from: "2022-02-28", to: "2025-02-28" });
});

test("states follow each other up to today, those of the same shade as one", () => {
  const { spans, today: now } = layOutTimeline(
    item({
      events: [
        step("IN_USE", "2026-05-20"),
        step("CONNECTING", "2025-11-20"),
        step("DECIDING", "2025-01-01"),
        step("INTERESTED", "2020-01-01"),
      ],
    }),
    today,
  );
  expect(spans.map(({ group }) => group)).toEqual(["interested", "joining", "inUse"]);
  expect(spans[0]?.x).toBe(0);
  for (const [at, span] of spans.entries()) {
    const next = spans[at + 1];
    expect(span.x + span.width).toBe(next ? next.x : now);
  }
  expect(now).toBeGreaterThan(660);
  expect(now).toBeLessThan(674);
});

test("a correction takes back what it says was wrong", () => {
  const { spans } = layOutTimeline(
    item({
      events: [
        step("DECIDING", "2025-06-01", true),
        step("IN_USE", "2026-01-01"),
        step("CONNECTING", "2025-08-01"),
        step("DECIDING", "2025-05-01"),
      ],
    }),
    today,
  );
  expect(spans.map(({ group }) => group)).toEqual(["interested"]);
});

test("a plan or contract outside the window is not drawn", () => {
  const draw = (nextOn: string | null, contractEndsOn: string | null) => {
    const { planned, contract } = layOutTimeline(item({ nextOn, contractEndsOn }), today);
    return [planned, contract];
  };
  expect(draw(null, null)).toEqual([null, null]);
  expect(draw("2027-11-20", "2027-11-21")).toEqual([1000, null]);
  expect(draw("2024-11-20", "2024-11-19")).toEqual([0, null]);
});
