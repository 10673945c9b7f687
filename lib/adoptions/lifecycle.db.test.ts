import { expect, test } from "vitest";
import { listWrongCounters } from "./testing/postgres";
import { compareOnDatabase } from "./testing/sequences";

test("48 random sequences on PostgreSQL do what the model of the domain does; the counters stay right", async () => {
  const tally = await compareOnDatabase(48, 20261128);
  expect(tally.reached.size).toBeGreaterThan(8);
  expect(await listWrongCounters()).toEqual([]);
}, 120_000);
