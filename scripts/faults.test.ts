import { beforeAll, expect, test } from "vitest";
import { plans, runFaults } from "../bench/faults/run.mjs";

// The real site from its build, its database behind a line that fails; each fault short.
type Outcome = { name: string; figures: Record<string, unknown>; faults: string[] };
let outcomes: Outcome[] = [];

beforeAll(async () => {
  outcomes = await runFaults(plans.quick);
}, 300_000);

test.each([
  ["gestopt", "while the database is gone visitors get a Dutch 503 in time, and the site recovers"],
  ["bevroren", "a database that says nothing any more keeps nobody waiting"],
  ["trager", "a database that takes five seconds per question keeps nobody waiting longer than ten"],
  ["slot", "when a lock takes every connection nobody waits longer than ten seconds"],
  ["gedood", "a process that is killed while people write loses nothing that was acknowledged"],
])("%s: %s", (word) => {
  const outcome = outcomes.find(({ name }) => name.includes(word));
  expect(outcome?.faults).toEqual([]);
});
