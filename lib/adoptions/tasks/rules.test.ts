import { expect, test } from "vitest";
import { isLate, progressOf } from "./rules";
import { isLink } from "./schema";

const today = "2026-11-28";

test.each([
  [null, null, false],
  [null, "2026-11-27", true],
  [null, "2026-11-28", false],
  ["2026-11-28", "2026-11-27", false],
])("done on %s and due on %s: late is %s", (doneOn, dueOn, expected) => {
  expect(isLate({ doneOn, dueOn }, today)).toBe(expected);
});

test("progress counts what is done and what is late", () => {
  const tasks = [
    { doneOn: "2026-01-01", dueOn: null },
    { doneOn: null, dueOn: "2026-02-01" },
    { doneOn: null, dueOn: null },
  ];
  expect(progressOf(tasks, today)).toEqual({ done: 1, total: 3, late: 1 });
});

test.each([
  ["https://gemeente.nl/besluit.pdf", true],
  ["javascript:alert(1)", false],
  ["Zaak 2026-42", false],
])("evidence %s is a link: %s", (evidence, expected) => {
  expect(isLink(evidence)).toBe(expected);
});
