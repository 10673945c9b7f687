import { describe, expect, test } from "vitest";
import type { Published } from "../catalogue/rules";
import type { Sort } from "../schema";
import { publishedAs } from "../testing/published";
import { type Candidate, listPart } from "./rules";

const circumstances = { question: "zaak", priorMean: 3.5, day: "2026-11-29" };
const candidate = (changes: Partial<Published> & { id: string }, text = 1, likeMine = 0): Candidate => ({
  solution: publishedAs(changes),
  text,
  likeMine,
});
const idsOf = (candidates: Candidate[], sort: Sort, skip = 0, size = 100) =>
  listPart(candidates, { sort, circumstances, skip, size }).map(({ solution }) => solution.id);

describe("by relevance", () => {
  test("the name, the address or the abbreviation that was typed comes before any score", () => {
    const all = [
      candidate({ id: "best" }, 9),
      candidate({ id: "by-name", name: "Zaak" }, 0.1),
      candidate({ id: "zaak", name: "A" }, 0.2),
      candidate({ id: "short", name: "Zelfde aak (ZAAK)" }, 0.3),
      candidate({ id: "longer", name: "Zaakbrug" }, 0.4),
    ];
    expect(idsOf(all, "relevantie")).toEqual(["short", "zaak", "by-name", "best", "longer"]);
  });

  test("use, a rating and fresh facts lift, what ends sinks; two participants are nobody", () => {
    const all = [
      candidate({ id: "a-over", phase: "RETIRED", inUseCount: 300 }),
      candidate({ id: "b-ending", phase: "SUNSETTING" }),
      candidate({ id: "c-stale", confirmedOn: "2025-11-29" }),
      candidate({ id: "d-plain" }),
      candidate({ id: "e-two", inUseCount: 2, joiningCount: 2 }),
      candidate({ id: "f-fresh", confirmedOn: "2025-11-30" }),
      candidate({ id: "g-rated", ratingCount: 3, ratingSum: 15, ratingWeight: 3 }),
      candidate({ id: "h-used", inUseCount: 40 }),
    ];
    const letters = idsOf(all, "relevantie").map((id) => id.slice(0, 1));
    expect(letters.join("")).toBe("hgfdecba");
  });

  test("scores that differ after the fourth decimal are alike", () => {
    const all = [
      candidate({ id: "b" }, 0.50004),
      candidate({ id: "a" }, 0.50001),
      candidate({ id: "c" }, 0.50005),
    ];
    expect(idsOf(all, "relevantie")).toEqual(["c", "a", "b"]);
  });
});

test("other orders: what exists and is used, the Bayesian mean, like mine, the newest, the name", () => {
  const all = [
    candidate(
      { id: "a", name: "Čaa", sortName: "caa", phase: "STOPPED", inUseCount: 99, publishedAt: 5 },
      0,
      9,
    ),
    candidate({ id: "b", name: "Bee", ratingCount: 3, ratingSum: 14, ratingWeight: 3, publishedAt: 7 }, 0, 1),
    candidate({ id: "c", name: "Aaa", inUseCount: 3, ratingCount: 9, ratingSum: 42, ratingWeight: 9 }, 0, 2),
    candidate({ id: "d", name: "Zzz", ratingCount: 2, ratingSum: 10, ratingWeight: 2, publishedAt: 6 }),
  ];
  expect(idsOf(all, "gebruik")).toEqual(["c", "b", "d", "a"]);
  expect(idsOf(all, "oordeel")).toEqual(["c", "b", "d", "a"]);
  expect(idsOf(all, "vergelijkbaar")).toEqual(["c", "b", "d", "a"]);
  expect(idsOf(all, "nieuw")).toEqual(["b", "d", "a", "c"]);
  expect(idsOf(all, "naam")).toEqual(["c", "b", "a", "d"]);
});

test("a part of the list is that part of the whole list in order", () => {
  const all = Array.from({ length: 1000 }, (_, at) =>
    candidate({ id: `s${at}`, name: `n${(at * 7) % 13}`, inUseCount: (at * 37) % 101 }),
  );
  const whole = idsOf(all, "gebruik", 0, 1000);
  expect(new Set(whole).size).toBe(1000);
  for (const [skip, size] of [
    [0, 20],
    [20, 20],
    [980, 20],
    [990, 20],
    [1000, 20],
    [3, 1],
  ] as const) {
    expect(idsOf(all, "gebruik", skip, size)).toEqual(whole.slice(skip, skip + size));
  }
  const participants = whole.map(
    (id) => all.find(({ solution }) => solution.id === id)?.solution.inUseCount ?? 0,
  );
  const shown = participants.map((count) => (count < 3 ? 0 : count));
  expect(shown).toEqual([...shown].sort((a, b) => b - a));
});
