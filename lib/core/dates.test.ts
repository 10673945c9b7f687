import { expect, test } from "vitest";
import { startOfDay } from "./dates";

test.each([
  ["2026-11-28", 0, "2026-11-27T23:00:00.000Z"],
  ["2026-07-01", 0, "2026-06-30T22:00:00.000Z"],
  ["2026-03-29", 0, "2026-03-28T23:00:00.000Z"],
  ["2026-03-29", 1, "2026-03-29T22:00:00.000Z"],
  ["2026-10-25", 0, "2026-10-24T22:00:00.000Z"],
  ["2026-10-25", 1, "2026-10-25T23:00:00.000Z"],
  ["2026-12-31", 1, "2026-12-31T23:00:00.000Z"],
])("%s and %i days begins at %s", (day, plus, moment) => {
  expect(startOfDay(day, plus).toISOString()).toBe(moment);
});
