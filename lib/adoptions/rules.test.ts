import { describe, expect, test } from "vitest";
import {
  type AdoptionStatus,
  canTransition,
  correctableStatuses,
  earliestDay,
  effectOfFact,
  enter,
  firstStatus,
  isClosed,
  mainStep,
  nextStatuses,
  type Position,
  refusalOf,
  replay,
  type SolutionTraits,
  type Standing,
  type Step,
  statuses,
} from "./rules";

const paid: SolutionTraits = { obligation: "VOLUNTARY", priceModel: "MARKET" };
const free: SolutionTraits = { obligation: "VOLUNTARY", priceModel: "FREE" };
const statutory: SolutionTraits = { obligation: "STATUTORY", priceModel: "STATE_PAID" };
const explained: SolutionTraits = { obligation: "COMPLY_OR_EXPLAIN", priceModel: "FREE" };
const at = (status: AdoptionStatus, resumeStatus: AdoptionStatus | null = null): Position => ({
  status,
  resumeStatus,
});

// domain.md, "Transitions", written out once more by hand.
const allowed: Record<AdoptionStatus, AdoptionStatus[]> = {
  INTERESTED: ["EXPLORING", "DECIDING", "ON_HOLD", "DECLINED", "NOT_APPLICABLE"],
  EXPLORING: ["DECIDING", "ON_HOLD", "DECLINED", "NOT_APPLICABLE"],
  DECIDING: ["COMMITTED", "ON_HOLD", "DECLINED", "NOT_APPLICABLE"],
  COMMITTED: ["CONNECTING", "ON_HOLD", "DECLINED"],
  CONNECTING: ["PILOT", "IN_USE", "ON_HOLD", "DECLINED"],
  PILOT: ["IN_USE", "ON_HOLD", "DECLINED"],
  IN_USE: ["PHASING_OUT"],
  PHASING_OUT: ["ENDED"],
  ENDED: [],
  ON_HOLD: [],
  DECLINED: [],
  NOT_APPLICABLE: [],
};

describe("transitions", () => {
  test.each(statuses)("from %s", (from) => {
    for (const to of statuses) {
      expect(canTransition(at(from), to, paid), to).toBe(allowed[from].includes(to));
    }
  });

  test("a free solution needs no formal decision, any other does", () => {
    expect(canTransition(at("DECIDING"), "CONNECTING", free)).toBe(true);
    expect(refusalOf(at("DECIDING"), { to: "CONNECTING" }, paid)).toBe("formalDecisionRequired");
  });

  test("nobody in use is urged to stop", () => {
    expect(mainStep("IN_USE", nextStatuses(at("IN_USE"), paid))).toBe(null);
    expect(mainStep("PHASING_OUT", nextStatuses(at("PHASING_OUT"), paid))).toBe("ENDED");
    expect(mainStep("COMMITTED", nextStatuses(at("COMMITTED"), paid))).toBe("CONNECTING");
    expect(mainStep("ENDED", [])).toBe(null);
  });

  test("a pause ends where it began", () => {
    expect(nextStatuses(at("ON_HOLD", "PILOT"), paid)).toEqual(["PILOT"]);
    expect(refusalOf(at("ON_HOLD", "PILOT"), { to: "IN_USE" }, paid)).toBe("transitionNotAllowed");
  });

  test("what the law demands starts with connecting and cannot be declined", () => {
    expect(firstStatus(statutory)).toBe("CONNECTING");
    expect(firstStatus(free)).toBe("INTERESTED");
    for (const from of statuses) {
      expect(canTransition(at(from), "DECLINED", statutory)).toBe(false);
      expect(canTransition(at(from), "NOT_APPLICABLE", statutory)).toBe(false);
    }
    expect(refusalOf(at("CONNECTING"), { to: "DECLINED" }, statutory)).toBe("statutoryCannotDecline");
  });

  test.each<[string, string | null]>([
    ["", "explanationRequired"],
    ["x".repeat(19), "explanationRequired"],
    [`  ${"x".repeat(19)}  `, "explanationRequired"],
    ["x".repeat(20), null],
  ])("declining where one must explain, with %j", (reason, refusal) => {
    expect(refusalOf(at("EXPLORING"), { to: "DECLINED", reason }, explained)).toBe(refusal);
    expect(refusalOf(at("EXPLORING"), { to: "DECLINED", reason }, free)).toBe(null);
  });
});

describe("corrections", () => {
  test.each<[Position, AdoptionStatus | null, AdoptionStatus[]]>([
    [at("INTERESTED"), null, []],
    [at("DECIDING"), "EXPLORING", ["INTERESTED", "EXPLORING"]],
    [at("ON_HOLD", "DECIDING"), "DECIDING", ["INTERESTED", "EXPLORING"]],
    [at("DECLINED"), "EXPLORING", ["INTERESTED", "EXPLORING"]],
    [at("NOT_APPLICABLE"), "INTERESTED", ["INTERESTED"]],
  ])("from %o, come from %s", (position, cameFrom, expected) => {
    expect(correctableStatuses(position, cameFrom)).toEqual(expected);
  });

  test("erase the milestones that they undo and keep the others", () => {
    const standing = replay([
      { to: "INTERESTED", occurredOn: "2020-01-01" },
      { to: "COMMITTED", occurredOn: "2020-06-01" },
      { to: "IN_USE", occurredOn: "2021-01-01" },
    ]);
    expect(enter(standing, { to: "CONNECTING", occurredOn: "2020-07-01" })).toMatchObject({
      status: "CONNECTING",
      since: "2020-07-01",
      interestedOn: "2020-01-01",
      committedOn: "2020-06-01",
      inUseOn: null,
    });
    expect(earliestDay(standing, "CONNECTING", true)).toBe("2020-06-01");
    expect(earliestDay(standing, "INTERESTED", true)).toBe(null);
    expect(earliestDay(standing, "PHASING_OUT", false)).toBe("2021-01-01");
  });

  test("an adjusted plan changes no milestone, not after a pause either", () => {
    const standing = replay([
      { to: "COMMITTED", occurredOn: "2020-06-01" },
      { to: "ON_HOLD", occurredOn: "2020-08-01" },
      { to: "COMMITTED", occurredOn: "2020-10-01" },
    ]);
    expect(standing).toMatchObject({ committedOn: "2020-06-01", since: "2020-10-01", resumeStatus: null });
    expect(enter(standing, { to: "COMMITTED", occurredOn: "2020-10-01" })).toEqual(standing);
  });
});

describe("facts from elsewhere", () => {
  test.each<[Position | null, AdoptionStatus, string | null]>([
    [null, "IN_USE", "start"],
    [at("ENDED"), "IN_USE", "start"],
    [at("INTERESTED"), "IN_USE", "move"],
    [at("ON_HOLD", "EXPLORING"), "PILOT", "move"],
    [at("ON_HOLD", "PILOT"), "CONNECTING", "nothing"],
    [at("IN_USE"), "IN_USE", "nothing"],
    [at("PHASING_OUT"), "CONNECTING", "nothing"],
    [null, "DECLINED", null],
    [at("IN_USE"), "ENDED", null],
  ])("%o and %s", (position, to, effect) => {
    expect(effectOfFact(position, to)).toBe(effect);
  });
});

describe("20,000 random histories", () => {
  const random = mulberry(20261122);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const traits = [paid, free, statutory, explained];

  test("never reach a state that the rules or the database forbid", () => {
    const reached = new Set<AdoptionStatus>();
    for (let run = 0; run < 20_000; run++) {
      const solution = pick(traits) ?? paid;
      const steps: Step[] = [{ to: firstStatus(solution), occurredOn: "2020-01-01" }];
      let standing = replay(steps);
      for (let turn = 0; turn < 12; turn++) {
        const step = nextStep(standing, steps, solution);
        if (!step) continue;
        steps.push(step);
        standing = enter(standing, step);
        expectLegal(standing, solution);
        reached.add(standing.status);
      }
      expect(replay(steps)).toEqual(standing);
    }
    expect([...reached].sort()).toEqual([...statuses].sort());
  }, 60_000);

  /** A random command as the mutations would carry it out; null where they would refuse. */
  function nextStep(standing: Standing, steps: Step[], solution: SolutionTraits): Step | null {
    const to = pick(statuses);
    if (!to) return null;
    const command = pick(["move", "correct", "plan", "fact"] as const);
    const cameFrom = steps.at(-2)?.to ?? null;
    if (command === "plan") return { to: standing.status, occurredOn: standing.since };
    if (command === "move" && refusalOf(standing, { to, reason: "x".repeat(20) }, solution)) return null;
    if (command === "fact" && effectOfFact(standing, to) !== "move") return null;
    const isCorrection = command === "correct";
    if (isCorrection && !correctableStatuses(standing, cameFrom).includes(to)) return null;
    const earliest = earliestDay(standing, to, isCorrection) ?? "2019-06-01";
    return { to, occurredOn: addDays(earliest, Math.floor(random() * 40)) };
  }

  function expectLegal(standing: Standing, solution: SolutionTraits) {
    const { status, resumeStatus, interestedOn, committedOn, inUseOn, endedOn } = standing;
    // The CHECK constraints of the table, once more.
    const dates = [interestedOn, committedOn, inUseOn, endedOn].filter((day) => day !== null);
    if ([...dates].sort().join() !== dates.join()) throw new Error(JSON.stringify(standing));
    if ((status === "ON_HOLD") !== (resumeStatus !== null)) throw new Error(JSON.stringify(standing));
    if (status === "ENDED" && !endedOn) throw new Error(JSON.stringify(standing));
    if (solution.obligation === "STATUTORY" && (status === "DECLINED" || status === "NOT_APPLICABLE"))
      throw new Error(JSON.stringify(standing));
    if (resumeStatus && (isClosed(resumeStatus) || resumeStatus === "ON_HOLD"))
      throw new Error(JSON.stringify(standing));
    const milestone = { INTERESTED: interestedOn, COMMITTED: committedOn, IN_USE: inUseOn }[status as string];
    if (milestone === null) throw new Error(JSON.stringify(standing));
  }
});

function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** A small random generator with a seed, so that a failure can be repeated. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
