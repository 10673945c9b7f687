import { monthsBefore } from "@/lib/reviews/rules";
import type { Catalogue } from "../catalogue/rules";
import { compareTexts } from "../order/rules";
import type { FacetRow } from "../rules";
import type { Column, Value } from "./columns/rules";
import { type Choices, type Facet, type Freshness, facets, facetValues, isFixed, type Use } from "./schema";

/** How many like the reader use a solution: of their size, and in their province. */
export type LikeMine = { size: number; province: number };

type Circumstances = {
  choices: Choices;
  /** Today, by which facts are fresh or stale. */
  day: string;
  likeMine: ReadonlyMap<string, LikeMine>;
};

/** A facet at this question: by place the number of a value, and what the numbers mean: some mean two values. */
type Coded = { facet: Facet; codes: ArrayLike<number>; values: Value[][] };

/** How what is found stands to the choices, and how often each value of each facet occurs. */
export type Judged = {
  /** What fits all choices, or all but those in one facet: the first is shown, the others count for that facet. */
  fitting: readonly number[];
  nearly: readonly number[];
  counts: FacetRow[];
};

/**
 * Within a facet any of the choices, across facets all of them. Each value of each facet is counted among
 * what the other facets leave, and in the order of its label.
 */
export function judge(places: readonly number[], catalogue: Catalogue, circumstances: Circumstances): Judged {
  const coded = facets.map((facet) => codeFacet(facet, places, { catalogue, ...circumstances }));
  const wishes = coded.flatMap((one) => toWish(one, circumstances.choices[one.facet]));
  const { fitting, missing } = sift(places, wishes);
  const counts = coded.flatMap((one) => {
    const counted = new Int32Array(one.values.length);
    count(fitting, one.codes, counted);
    count(missing.get(one.facet) ?? [], one.codes, counted);
    return toRows(one, counted);
  });
  return { fitting, nearly: [...missing.values()].flat(), counts: counts.sort(byLabel) };
}

/** What fits all wishes, and per facet what fits all but those in it. */
function sift(places: readonly number[], wishes: readonly Wish[]) {
  const missing = new Map<Facet, number[]>(wishes.map(({ facet }) => [facet, []]));
  if (wishes.length === 0) return { fitting: places, missing };
  const fitting: number[] = [];
  for (const place of places) {
    let fails = 0;
    let failed: Facet | undefined;
    for (const { facet, codes, isWanted } of wishes) {
      if (isWanted[codes[place] ?? 0] === 1) continue;
      fails++;
      failed = facet;
    }
    if (fails === 0) fitting.push(place);
    else if (fails === 1 && failed) missing.get(failed)?.push(place);
  }
  return { fitting, missing };
}

/** Adds how often each value occurs. One facet after another: that is far faster than one solution after another. */
function count(places: readonly number[], codes: ArrayLike<number>, counts: Int32Array): void {
  for (const place of places) {
    const code = codes[place] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
}

function byLabel(one: FacetRow, other: FacetRow): number {
  return compareTexts(one.label, other.label) || compareTexts(one.value, other.value);
}

/** A facet in which something was chosen, with per value whether that was it. */
type Wish = { facet: Facet; codes: ArrayLike<number>; isWanted: Uint8Array };

function toWish({ facet, codes, values }: Coded, words: readonly string[]): Wish[] {
  if (words.length === 0) return [];
  const known = new Set(isFixed(facet) ? words.flatMap((word) => facetValues[facet].get(word) ?? []) : words);
  const isWanted = Uint8Array.from(values, (own) => (own.some(({ value }) => known.has(value)) ? 1 : 0));
  return [{ facet, codes, isWanted }];
}

function toRows({ facet, values }: Coded, counts: Int32Array): FacetRow[] {
  const rows = new Map<Value, number>();
  for (const [code, own] of values.entries()) {
    for (const value of own) rows.set(value, (rows.get(value) ?? 0) + (counts[code] ?? 0));
  }
  return [...rows].filter(([, count]) => count > 0).map(([value, count]) => ({ facet, ...value, count }));
}

type Given = Circumstances & { catalogue: Catalogue };

function codeFacet(facet: Facet, places: readonly number[], given: Given): Coded {
  if (facet === "actualiteit") return codeFreshness(places, given);
  if (facet === "gebruikt") return codeUses(given);
  const { codes, values }: Column = given.catalogue.columns[facet];
  return { facet, codes, values: values.map((value) => (value ? [value] : [])) };
}

const freshness = (["niet-nagekeken", "nagekeken", "verouderd"] satisfies Freshness[]).map((value) => [
  { value, label: "" },
]);

function codeFreshness(places: readonly number[], { catalogue: { solutions }, day }: Given): Coded {
  const yearAgo = monthsBefore(day, 12);
  const codes = new Uint8Array(solutions.length);
  for (const place of places) {
    const confirmedOn = solutions[place]?.confirmedOn ?? null;
    if (confirmedOn !== null) codes[place] = confirmedOn > yearAgo ? 1 : 2;
  }
  return { facet: "actualiteit", codes, values: freshness };
}

const [ofMySize, inMyProvince] = (["mijn-grootteklasse", "mijn-provincie"] satisfies Use[]).map((value) => ({
  value,
  label: "",
})) as [Value, Value];
/** In use by those of my size and by those of my province can both be so. */
const uses = [[], [ofMySize], [inMyProvince], [ofMySize, inMyProvince]];

function codeUses({ catalogue: { solutions, placeOf }, likeMine }: Given): Coded {
  const codes = new Uint8Array(solutions.length);
  for (const [id, { size, province }] of likeMine) {
    const place = placeOf.get(id);
    if (place !== undefined) codes[place] = (size > 0 ? 1 : 0) + (province > 0 ? 2 : 0);
  }
  return { facet: "gebruikt", codes, values: uses };
}
