import { expect, test } from "vitest";
import { statuses } from "./rules";
import { randomOf, traitsOf } from "./testing/commands";
import { compareSequence, makeTally } from "./testing/compare";
import { makeMemory } from "./testing/memory";

// `npm run model` does the same a million times, and on PostgreSQL.

test("20,000 random sequences: the rules do what the model of the domain does", () => {
  const random = randomOf(20261128);
  const kinds = Object.values(traitsOf);
  const tally = makeTally();
  for (let run = 0; run < 20_000; run++) {
    const traits = kinds[run % kinds.length];
    if (traits) compareSequence(makeMemory(traits), { random, traits, today: "2024-01-01", tally });
  }
  expect([...tally.reached.keys()].sort()).toEqual([...statuses].sort());
  expect(tally.refused).toBeLessThan(tally.commands * 0.8);
}, 60_000);
