import { describe, expect, test } from "vitest";
import {
  type AdoptionStatus,
  canTransition,
  firstStatus,
  isClosed,
  type Position,
  type SolutionTraits,
} from "@/lib/adoptions/rules";
import { statutoryHistories, toDraw, voluntaryHistories } from "./histories.mjs";

type History = { share: number; road: string[] };

// The strictest price model: without a decision there is no connecting.
const voluntary: SolutionTraits = { obligation: "VOLUNTARY", priceModel: "MARKET" };
const statutory: SolutionTraits = { obligation: "STATUTORY", priceModel: "MARKET" };

const groups: [string, History[], SolutionTraits][] = [
  ["voluntary", voluntaryHistories, voluntary],
  ["statutory", statutoryHistories, statutory],
];

describe.each(groups)("%s histories", (_name, histories, solution) => {
  test("every step is one that the rules allow", () => {
    for (const { road } of histories) {
      const [first, ...rest] = road as AdoptionStatus[];
      expect(first).toBe(firstStatus(solution));
      let position: Position = { status: first as AdoptionStatus, resumeStatus: null };
      for (const to of rest) {
        expect(canTransition(position, to, solution), `${position.status} to ${to}`).toBe(true);
        expect(isClosed(position.status)).toBe(false);
        position = { status: to, resumeStatus: to === "ON_HOLD" ? position.status : null };
      }
    }
  });

  test("the parts of the hundred join without gap or overlap", () => {
    const drawn = toDraw(histories, false);
    expect(drawn[0]?.low).toBe(0);
    expect(drawn.at(-1)?.high).toBe(100);
    for (const [index, { low }] of drawn.entries()) expect(low).toBe(drawn[index - 1]?.high ?? 0);
  });
});

test("a voluntary adoption has about five steps", () => {
  const steps = voluntaryHistories.reduce((sum, { share, road }) => sum + share * road.length, 0) / 100;
  expect(steps).toBeCloseTo(5, 0);
});
