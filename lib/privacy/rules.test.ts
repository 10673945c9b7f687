import { expect, test } from "vitest";
import { announcementBorder, daysBefore, isConfirmation, monthsBefore } from "./rules";

const iso = (date: Date) => date.toISOString();

test.each([
  ["2026-11-28T10:00:00.000Z", 24, "2024-11-28T10:00:00.000Z"],
  ["2026-08-31T10:00:00.000Z", 6, "2026-02-28T10:00:00.000Z"],
  ["2024-08-31T10:00:00.000Z", 6, "2024-02-29T10:00:00.000Z"],
  ["2026-01-15T10:00:00.000Z", 1, "2025-12-15T10:00:00.000Z"],
])("%s less %i months is %s", (moment, months, before) => {
  expect(iso(monthsBefore(new Date(moment), months))).toBe(before);
});

test("whoever is told today may be erased in thirty days, and not before two years unused", () => {
  const now = new Date("2026-11-28T10:00:00Z");
  const inThirtyDays = daysBefore(now, -30);
  expect(iso(announcementBorder(now))).toBe(iso(monthsBefore(inThirtyDays, 24)));
});

test.each([
  ["Noor@Zwolle.nl ", "noor@zwolle.nl", true],
  ["noor@zwolle.n", "noor@zwolle.nl", false],
  ["", "noor@zwolle.nl", false],
])("%j confirms for %s: %s", (typed, email, holds) => {
  expect(isConfirmation(typed, email)).toBe(holds);
});
