import { expect, test } from "vitest";
import { canBeSent, waitBeforeRetry } from "./rules";

const createdAt = new Date("2026-11-28T12:00:00Z");
const mail = { to: "jan@gemeente.test", createdAt, until: null };
const after = (hours: number) => new Date(createdAt.getTime() + hours * 3_600_000);

test.each([
  ["at once", mail, after(0), true],
  ["after two days", mail, after(48), true],
  ["after three days no more", mail, after(72), false],
  ["before its end", { ...mail, until: after(1) }, after(0.9), true],
  ["at its end no more", { ...mail, until: after(1) }, after(1), false],
  ["to an invented person never", { ...mail, to: "Anna@Voorbeeld.INVALID" }, after(0), false],
])("a mail is sent: %s", (_, waiting, now, expected) => {
  expect(canBeSent(waiting, now)).toBe(expected);
});

test("each failure doubles the wait, up to a quarter of an hour", () => {
  expect([1, 2, 3, 4].map(waitBeforeRetry)).toEqual([5_000, 10_000, 20_000, 40_000]);
  expect(waitBeforeRetry(9)).toBe(900_000);
  expect(waitBeforeRetry(500)).toBe(900_000);
});
