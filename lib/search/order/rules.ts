import { isOver } from "@/lib/adoptions/rules";
import { fold } from "@/lib/core/text";
import { bayesianMean, minimumForMean, monthsBefore } from "@/lib/reviews/rules";
import type { Published } from "../catalogue/rules";
import { ranking } from "../rules";
import type { Sort } from "../schema";

// What comes first (docs/zoeken.md).

export type Circumstances = {
  question: string;
  /** Mean of all ratings. */
  priorMean: number;
  /** Today, by which facts are fresh or stale. */
  day: string;
};

/** A solution that was found, with what only this question and this reader know of it. */
export type Candidate = { solution: Published; text: number; likeMine: number };

type Keys = readonly [number, number, number];

/** Taking part, as far as it may show in an order that everybody sees: fewer than three is nobody. */
function participantsOf({ inUseCount, joiningCount }: Published): number {
  return (inUseCount < 3 ? 0 : inUseCount) + (joiningCount < 3 ? 0 : joiningCount);
}

const exists = ({ phase }: Published) => (isOver(phase) ? 0 : 1);

/** Every order is by three numbers, largest first, and then by name. */
export function keysOf(sort: Sort, circumstances: Circumstances): (candidate: Candidate) => Keys {
  const { priorMean } = circumstances;
  switch (sort) {
    case "relevantie": {
      const isCalled = calledBy(circumstances.question);
      const relevance = relevanceOf(circumstances);
      return (one) => [isCalled(one.solution), relevance(one), participantsOf(one.solution)];
    }
    case "gebruik":
      return ({ solution }) => [exists(solution), participantsOf(solution), solution.reportedCount];
    case "oordeel":
      return ({ solution }) => [
        solution.ratingCount >= minimumForMean ? 1 : 0,
        meanOf(solution, priorMean),
        participantsOf(solution),
      ];
    case "vergelijkbaar":
      return ({ solution, likeMine }) => [exists(solution), likeMine, participantsOf(solution)];
    case "nieuw":
      return ({ solution }) => [solution.publishedAt ?? 0, 0, 0];
    case "naam":
      return () => [0, 0, 0];
  }
}

const meanOf = ({ ratingSum, ratingWeight }: Published, priorMean: number) =>
  bayesianMean({ sum: ratingSum, weight: ratingWeight }, priorMean);

/** Is this the name, the address or the abbreviation that was typed, in full? */
function calledBy(question: string): (solution: Published) => number {
  const typed = fold(question);
  const [slug, asTyped, abbreviation] = [typed.replaceAll(" ", "-"), question.toLowerCase(), `(${typed})`];
  return (solution) =>
    solution.slug === slug ||
    solution.lowerName === typed ||
    solution.lowerName === asTyped ||
    solution.lowerName.includes(abbreviation)
      ? 1
      : 0;
}

/** The score of the text, and of it a little more or less for use, rating, freshness and phase. */
function relevanceOf({ priorMean, day }: Circumstances): (candidate: Candidate) => number {
  const yearAgo = monthsBefore(day, 12);
  const factorOf = (solution: Published) => {
    if (isOver(solution.phase)) return ranking.over;
    return solution.phase === "SUNSETTING" ? ranking.sunsetting : 1;
  };
  return ({ solution, text, likeMine }) => {
    const use = (ranking.use * Math.log(1 + participantsOf(solution) + likeMine)) / Math.log(1000);
    const isRated = solution.ratingCount >= minimumForMean;
    const rating = ranking.rating * (isRated ? (meanOf(solution, priorMean) - 3) / 2 : 0);
    const fresh = ranking.fresh * freshnessOf(solution.confirmedOn, yearAgo);
    return roundToFour(text * (1 + use + rating + fresh) * factorOf(solution));
  };
}

function freshnessOf(confirmedOn: string | null, yearAgo: string): number {
  if (confirmedOn === null) return 0;
  return confirmedOn > yearAgo ? 1 : -1;
}

/** Half a step rounds up, also where the last bits of a sum say a little less than half. */
function roundToFour(value: number): number {
  return Math.floor(value * 10_000 + 0.5 + 1e-9) / 10_000;
}

type Sortable = { keys: Keys; name: string; id: string };

/** The part of the list from `skip` on, in order. Only what comes before its end is sorted. */
export function listPart(
  candidates: readonly Candidate[],
  {
    sort,
    circumstances,
    skip,
    size,
  }: { sort: Sort; circumstances: Circumstances; skip: number; size: number },
): Candidate[] {
  const toKeys = keysOf(sort, circumstances);
  const toSortable = (candidate: Candidate) => {
    const { id, name, sortName } = candidate.solution;
    return { candidate, keys: toKeys(candidate), name: sort === "naam" ? sortName : name, id };
  };
  return pickFirst(candidates, { toSortable, count: skip + size })
    .slice(skip)
    .map(({ candidate }) => candidate);
}

/** The first so many in order. One that comes after so many others is put aside at once. */
function pickFirst<T, S extends Sortable>(
  values: readonly T[],
  { toSortable, count }: { toSortable: (value: T) => S; count: number },
): S[] {
  let first: S[] = [];
  let last: S | undefined;
  for (const value of values) {
    const own = toSortable(value);
    if (last && compare(own, last) > 0) continue;
    first.push(own);
    if (first.length < 2 * count + 100) continue;
    first = first.sort(compare).slice(0, count);
    last = first.at(-1);
  }
  return first.sort(compare).slice(0, count);
}

function compare(one: Sortable, other: Sortable): number {
  return (
    other.keys[0] - one.keys[0] ||
    other.keys[1] - one.keys[1] ||
    other.keys[2] - one.keys[2] ||
    compareTexts(one.name, other.name) ||
    compareTexts(one.id, other.id)
  );
}

/** By the numbers of their letters, as PostgreSQL does with its own collation. */
export function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
