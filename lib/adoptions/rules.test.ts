import { describe, expect, test } from "vitest";
import { cameFrom, earliestDay, enter, replay } from "./history/rules";
import {
  type AdoptionStatus,
  canTransition,
  correctableStatuses,
  effectOfFact,
  firstStatus,
  mainStep,
  nextStatuses,
  type Position,
  refusalOf,
  type SolutionTraits,
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

  test("what became statutory on the way goes on to connecting, from a pause too", () => {
    for (const from of ["INTERESTED", "EXPLORING", "DECIDING", "COMMITTED"] as const) {
      expect(nextStatuses(at(from), { ...statutory, priceModel: "MARKET" })).toEqual([
        "CONNECTING",
        "ON_HOLD",
      ]);
      expect(refusalOf(at(from), { to: "CONNECTING" }, { ...statutory, priceModel: "MARKET" })).toBe(null);
    }
    expect(nextStatuses(at("ON_HOLD", "INTERESTED"), statutory)).toEqual(["INTERESTED"]);
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
  ])("from %o, come from %s", (position, from, expected) => {
    expect(correctableStatuses(position, from, paid)).toEqual(expected);
  });

  test("of what the law demands stay at connecting or further", () => {
    expect(correctableStatuses(at("IN_USE"), "PILOT", statutory)).toEqual(["CONNECTING", "PILOT"]);
    expect(correctableStatuses(at("CONNECTING"), null, statutory)).toEqual([]);
  });

  test("look past adjusted plans for the state it came from", () => {
    const declined = { from: "EXPLORING", to: "DECLINED" } as const;
    const adjusted = { from: "DECLINED", to: "DECLINED" } as const;
    expect(cameFrom([{ from: null, to: "EXPLORING" }, declined, adjusted])).toBe("EXPLORING");
    expect(cameFrom([{ from: null, to: "EXPLORING" }])).toBe(null);
  });

  test("of a pause to where it started gives that its new day", () => {
    const paused = replay([
      { to: "INTERESTED", occurredOn: "2020-01-01" },
      { to: "DECIDING", occurredOn: "2020-02-01" },
      { to: "ON_HOLD", occurredOn: "2020-03-01" },
    ]);
    expect(enter(paused, { to: "INTERESTED", occurredOn: "2019-12-01" })).toMatchObject({
      interestedOn: "2019-12-01",
      resumeStatus: null,
    });
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

describe("a solution that is over", () => {
  const gone: SolutionTraits = { ...free, phase: "RETIRED" };

  test("is left and never joined further", () => {
    for (const phase of ["RETIRED", "STOPPED"] as const)
      expect(statuses.map((from) => [from, nextStatuses(at(from), { ...free, phase })])).toEqual([
        ["INTERESTED", ["ON_HOLD", "DECLINED", "NOT_APPLICABLE"]],
        ["EXPLORING", ["ON_HOLD", "DECLINED", "NOT_APPLICABLE"]],
        ["DECIDING", ["ON_HOLD", "DECLINED", "NOT_APPLICABLE"]],
        ["COMMITTED", ["ON_HOLD", "DECLINED"]],
        ["CONNECTING", ["ON_HOLD", "DECLINED"]],
        ["PILOT", ["ON_HOLD", "DECLINED"]],
        ["IN_USE", ["PHASING_OUT"]],
        ["PHASING_OUT", ["ENDED"]],
        ["ENDED", []],
        ["ON_HOLD", []],
        ["DECLINED", []],
        ["NOT_APPLICABLE", []],
      ]);
    expect(nextStatuses(at("CONNECTING"), { ...statutory, phase: "RETIRED" })).toEqual(["ON_HOLD"]);
  });

  test("says so to whoever tries, and lets a pause end where it began", () => {
    expect(refusalOf(at("CONNECTING"), { to: "IN_USE" }, gone)).toBe("solutionOver");
    expect(refusalOf(at("IN_USE"), { to: "PHASING_OUT" }, gone)).toBeNull();
    expect(refusalOf(at("ON_HOLD", "CONNECTING"), { to: "CONNECTING" }, gone)).toBeNull();
    expect(refusalOf(at("CONNECTING"), { to: "IN_USE" }, { ...free, phase: "SUNSETTING" })).toBeNull();
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
    expect(effectOfFact(position, to, paid)).toBe(effect);
  });

  test("are about connecting or more where the law demands it", () => {
    expect(effectOfFact(null, "EXPLORING", statutory)).toBe(null);
    expect(effectOfFact(null, "PILOT", statutory)).toBe("start");
  });
});
