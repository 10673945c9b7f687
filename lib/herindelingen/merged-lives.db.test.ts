import { expect, test } from "vitest";
import { listWrongCounters } from "@/lib/adoptions/testing/postgres";
import { compareOnDatabase } from "@/lib/adoptions/testing/sequences";
import { compareMerged } from "./testing/merged-lives";

test("a herindeling closes random lives and proposes the furthest, as the domain says; the counters stay right", async () => {
  await compareOnDatabase(96, 20270101);
  const { closed, proposed } = await compareMerged();
  expect([closed > 10, proposed > 5]).toEqual([true, true]);
  expect(await listWrongCounters()).toEqual([]);
}, 120_000);
