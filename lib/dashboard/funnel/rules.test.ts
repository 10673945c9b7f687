import { expect, test } from "vitest";
import { aCountry } from "../testing/country";
import { measureFunnel } from "./rules";

const rowOf = (country: ReturnType<typeof aCountry>, status: string) =>
  measureFunnel(country).rows.find((row) => row.status === status);

/** Three went from interest to exploring after 10, 20 and 60 days. */
const gone = ([10, 20, 60] as const).map((days): [string, "INTERESTED" | "EXPLORING"][] => [
  ["2026-01-01", "INTERESTED"],
  [new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10), "EXPLORING"],
]);

test("the median is of those that went on, and there is none of fewer than three", () => {
  const country = aCountry({ a: gone });
  expect(rowOf(country, "INTERESTED")).toMatchObject({ count: 0, medianDays: 20 });
  expect(rowOf(country, "EXPLORING")).toMatchObject({ count: 3, medianDays: null, stuck: null });
  expect(rowOf(aCountry({ a: gone.slice(0, 2) }), "INTERESTED")?.medianDays).toBeNull();
});

test("who is in a state for more than twice the median is stuck, and it stalls where most are", () => {
  const waiting = (day: string): [string, "INTERESTED"][] => [[day, "INTERESTED"]];
  const long = ["2026-02-01", "2026-03-01", "2026-04-01", "2026-05-01"].map(waiting);
  const short = ["2026-11-01", "2026-11-05", "2026-11-20"].map(waiting);
  const country = aCountry({ a: [...gone, ...long, ...short] });
  expect(rowOf(country, "INTERESTED")).toMatchObject({ count: 7, medianDays: 20, stuck: 4 });
  expect(measureFunnel(country).stalls).toBe("INTERESTED");
});

test("one or two are kept back, and so is what would give them away", () => {
  const inState = (status: "IN_USE" | "PILOT" | "DECLINED", times: number) =>
    Array.from({ length: times }, (): [string, typeof status][] => [["2026-01-01", status]]);
  const { rows, total } = measureFunnel(
    aCountry({ a: [...inState("IN_USE", 9), ...inState("PILOT", 4), ...inState("DECLINED", 1)] }),
  );
  const shown = Object.fromEntries(rows.map(({ status, count }) => [status, count]));
  expect(total).toBe(14);
  expect(shown).toMatchObject({ IN_USE: 9, PILOT: null, DECLINED: null, ENDED: 0 });
});

test("on an earlier day nothing of later counts", () => {
  const country = aCountry({ a: gone }, { stand: "2026-01-15" });
  expect(rowOf(country, "INTERESTED")).toMatchObject({ count: null, medianDays: null });
  expect(measureFunnel(country).total).toBe(3);
});
