import { expect, test } from "vitest";
import { replay } from "@/lib/adoptions/history/rules";
import { canTransition, firstStatus, requiredFields, statuses } from "@/lib/adoptions/rules";
import { dataFolder, readSeedFile } from "../csv";
import { gemeenteRow, solutionRow } from "../rows";
import { today } from "./calendar";
import { makeDemo } from "./make";
import { listPeople, people } from "./people";
import { shownGemeenten } from "./portfolios";
import { profiles } from "./profiles";
import { criteria } from "./reviews";
import { pitfallsFor, tipsFor } from "./texts";

const gemeenten = readSeedFile(dataFolder, "gemeenten.csv", gemeenteRow).rows.map(({ value }) => ({
  slug: value.slug,
  cbsCode: value.cbs_code,
  province: value.province,
  inhabitants: value.inhabitants_2026,
}));
const solutions = readSeedFile(dataFolder, "voorzieningen.csv", solutionRow).rows.map(({ value }) => ({
  slug: value.slug,
  kind: value.kind,
  phase: value.phase,
  provider: value.provider,
  obligation: value.obligation,
  priceModel: value.price_model,
}));
const bySlug = new Map(solutions.map((solution) => [solution.slug, solution]));
const { adoptions, reviews, proposals } = makeDemo(gemeenten, solutions);

test("the layer is the same every time", () => {
  expect(makeDemo(gemeenten, solutions)).toEqual({ adoptions, reviews, proposals });
});

test("there is enough to look at", () => {
  expect(adoptions.length).toBeGreaterThan(5500);
  expect(adoptions.flatMap(({ steps }) => steps).length).toBeGreaterThan(22000);
  expect(reviews.length).toBeGreaterThan(1000);
});

test("every invented history takes only steps that the domain allows", () => {
  const illegal = adoptions.filter(({ solution: slug, steps }) => {
    const solution = bySlug.get(slug);
    if (!solution || steps[0]?.to !== firstStatus(solution) || steps[0].from !== null) return true;
    return steps.some((step, index) => {
      if (index === 0) return false;
      const before = replay(steps.slice(0, index));
      const isInOrder = step.from === before.status && step.occurredOn >= before.since;
      // What is over now was not when its history took place.
      const { obligation, priceModel } = solution;
      return !isInOrder || !canTransition(before, step.to, { obligation, priceModel });
    });
  });
  expect(illegal.map(({ gemeente, solution }) => `${gemeente} ${solution}`)).toEqual([]);
});

test("every step holds what its state asks for", () => {
  const lacking = adoptions.flatMap(({ steps }) =>
    steps.filter((step) => {
      const given = { ...step.data, body: step.body, reference: step.reference, reason: step.reason };
      return requiredFields[step.to].some((field) => !given[field as keyof typeof given]);
    }),
  );
  expect(lacking).toEqual([]);
});

test("reasons are public exactly where not applying had to be explained", () => {
  const declined = adoptions.flatMap(({ solution, steps }) =>
    steps.map((step) => ({
      isPublic: step.data.isPublicReason ?? false,
      isExplained: step.to === "DECLINED" && bySlug.get(solution)?.obligation === "COMPLY_OR_EXPLAIN",
    })),
  );
  expect(declined.filter(({ isExplained }) => isExplained).length).toBeGreaterThan(10);
  expect(declined.filter(({ isPublic, isExplained }) => isPublic !== isExplained)).toEqual([]);
});

test("where an adoption stands is what its history says", () => {
  for (const { steps, ...adoption } of adoptions) expect(adoption).toMatchObject(replay(steps));
});

test("what happens next is what the last step told", () => {
  for (const { steps, nextStep, nextOn, contactName } of adoptions) {
    const told = steps.at(-1)?.data ?? {};
    expect([nextStep, nextOn]).toEqual([told.nextStep ?? null, told.nextOn ?? null]);
    expect(contactName).not.toBeNull();
  }
});

test("nothing happened after today or, outside the planned portfolios, before its solution existed", () => {
  const startOf = new Map(profiles.map(({ slug, start }) => [slug, start]));
  const steps = adoptions.flatMap(({ steps, solution }) =>
    steps.map(({ occurredOn }) => ({ occurredOn, start: startOf.get(solution) ?? today })),
  );
  expect(steps.filter(({ occurredOn }) => occurredOn > today)).toEqual([]);
  expect(steps.filter(({ occurredOn, start }) => occurredOn < start)).toEqual([]);
});

test("ideas and explorations are looked at, never used", () => {
  const unfinished = ["IDEA", "EXPLORATION", "DEVELOPMENT"];
  const far = adoptions.filter(
    ({ solution, inUseOn, committedOn }) =>
      unfinished.includes(bySlug.get(solution)?.phase ?? "") && (inUseOn !== null || committedOn !== null),
  );
  expect(far.map(({ gemeente, solution }) => `${gemeente} ${solution}`)).toEqual([]);
});

test("nobody still uses what was withdrawn", () => {
  const open = adoptions.filter(
    ({ solution, status }) =>
      bySlug.get(solution)?.phase === "RETIRED" && !["ENDED", "DECLINED", "NOT_APPLICABLE"].includes(status),
  );
  expect(open.map(({ gemeente, solution, status }) => `${gemeente} ${solution} ${status}`)).toEqual([]);
});

test("a new cycle starts only after the one before it was closed", () => {
  for (const second of adoptions.filter(({ cycle }) => cycle === 2)) {
    const first = adoptions.find(
      ({ gemeente, solution, cycle }) =>
        cycle === 1 && gemeente === second.gemeente && solution === second.solution,
    );
    expect(first?.status).toBe("DECLINED");
    expect((second.steps[0]?.occurredOn ?? "") > (first?.since ?? today)).toBe(true);
  }
});

test.each(shownGemeenten)("the portfolio of %s has 20 to 30 adoptions, in every state", (gemeente) => {
  const own = adoptions.filter((adoption) => adoption.gemeente === gemeente);
  expect(own.length).toBeGreaterThanOrEqual(20);
  expect(own.length).toBeLessThanOrEqual(30);
  const missing = statuses.filter((status) => !own.some((adoption) => adoption.status === status));
  expect(missing).toEqual([]);
});

test.each(shownGemeenten)("in %s a college decision waits for its second person", (gemeente) => {
  const waiting = proposals.filter(
    (proposal) => proposal.gemeente === gemeente && proposal.origin === "SECOND_PERSON",
  );
  expect(waiting).toHaveLength(1);
  const adoption = adoptions.find(({ id }) => id === waiting[0]?.adoptionId);
  expect(adoption?.status).toBe("DECIDING");
  expect(waiting[0]?.proposedById).toBe(listPeople(gemeente, "MANAGER")[0]?.id);
});

test("one official oordeel per gemeente per solution, of the kind that its state allows", () => {
  expect(new Set(reviews.map(({ gemeente, solution }) => `${gemeente} ${solution}`)).size).toBe(
    reviews.length,
  );
  const stateOf = new Map(
    adoptions.map(({ gemeente, solution, cycle, status }) => [`${gemeente} ${solution} ${cycle}`, status]),
  );
  const experienced = ["CONNECTING", "PILOT", "IN_USE", "PHASING_OUT", "ENDED"];
  const wrong = reviews.filter(({ gemeente, solution, kind }) => {
    const status = stateOf.get(`${gemeente} ${solution} 1`) ?? "DECLINED";
    return (kind === "EXPERIENCE") !== experienced.includes(status);
  });
  expect(wrong).toEqual([]);
});

test("the score of an oordeel is the mean of its criteria", () => {
  for (const review of reviews) {
    const given = criteria.map((criterion) => review[criterion]).filter((grade) => grade !== null);
    expect(given.every((grade) => grade >= 1 && grade <= 5)).toBe(true);
    expect(review.score).toBeCloseTo(given.reduce((sum, grade) => sum + grade, 0) / given.length, 10);
    expect(review.writtenOn <= today).toBe(true);
  }
});

test("nobody gives an oordeel about what is their own", () => {
  expect(reviews.filter(({ gemeente, solution }) => bySlug.get(solution)?.provider === gemeente)).toEqual([]);
});

test("some solutions have just too few experiences for a mean, and some just enough", () => {
  const counts = solutions.map(
    ({ slug }) => reviews.filter(({ solution, kind }) => solution === slug && kind === "EXPERIENCE").length,
  );
  expect(counts.filter((count) => count === 2).length).toBeGreaterThanOrEqual(6);
  expect(counts.filter((count) => count === 3).length).toBeGreaterThanOrEqual(3);
});

test("a part of the oordelen is older than 24 months", () => {
  const old = reviews.filter(({ writtenOn }) => writtenOn < "2024-11-20");
  expect(old.length / reviews.length).toBeGreaterThan(0.08);
});

test("there are at least forty different tips and forty different pitfalls", () => {
  const kinds = [...new Set(solutions.map(({ kind }) => kind))];
  expect(new Set(kinds.flatMap(tipsFor)).size).toBeGreaterThanOrEqual(40);
  expect(new Set(kinds.flatMap(pitfallsFor)).size).toBeGreaterThanOrEqual(40);
});

test("demo people have addresses that no mail can reach, each their own", () => {
  expect(people.every(({ email }) => /^[a-z.]+@voorbeeld\.invalid$/.test(email))).toBe(true);
  expect(new Set(people.map(({ email }) => email)).size).toBe(people.length);
});
