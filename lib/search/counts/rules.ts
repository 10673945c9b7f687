import { today } from "@/lib/core/dates";
import { type Catalogue, sizeOf } from "../catalogue/rules";
import { find, unlimited } from "../find/rules";
import type { FacetRow } from "../rules";

/** What follows from the whole catalogue, for who is of no gemeente. */
export type Totals = {
  published: number;
  /** Mean of all ratings, 1 to 5; 0 when there is none. */
  priorMean: number;
  facets: FacetRow[];
};

let counted: { totals: Totals; revision: number; day: string } | null = null;

/** The totals of what is remembered, counted once until it changes; and daily, because facts age by the day. */
export function totalsOf({ catalogue, revision }: { catalogue: Catalogue; revision: number }): Totals {
  const day = today();
  if (counted?.revision !== revision || counted.day !== day) {
    counted = { totals: count(catalogue, day), revision, day };
  }
  return counted.totals;
}

function count(catalogue: Catalogue, day: string): Totals {
  const { fitting, facets } = find(catalogue, { ...unlimited, asked: [], day });
  const sum = (key: "ratingSum" | "ratingWeight") =>
    fitting.reduce((total, { solution }) => total + solution[key], 0);
  const weight = sum("ratingWeight");
  return { published: sizeOf(catalogue), priorMean: weight > 0 ? sum("ratingSum") / weight : 0, facets };
}
