import { minimumForMean } from "@/lib/reviews/rules";
import type { Published } from "../../catalogue/rules";
import type { Facet, RatingBand } from "../schema";

// The values of a facet as numbers, so that what is found is judged and counted without a comparison of texts.

/** A value of a facet; `label` is the name of a provider or licence. */
export type Value = { value: string; label: string };

/** Facets of which the value is the same on every day and for every reader. */
type LastingFacet = Exclude<Facet, "gebruikt" | "actualiteit">;

export type Column = {
  /** By place the number of the value; null is a value too, which is neither chosen nor counted. */
  codes: number[];
  values: (Value | null)[];
  codeOf: Map<string, number>;
};

export type Columns = Record<LastingFacet, Column>;

const itself = (value: string | null): Value | null => (value === null ? null : { value, label: "" });

const toValue: Record<LastingFacet, (solution: Published) => Value | null> = {
  thema: ({ theme }) => itself(theme),
  soort: ({ kind }) => itself(kind),
  kosten: ({ priceModel }) => itself(priceModel),
  verplichting: ({ obligation }) => itself(obligation),
  fase: ({ phase }) => itself(phase),
  oordeel: (solution) => itself(ratingBandOf(solution)),
  laag: ({ layer }) => itself(layer),
  aanbieder: ({ provider }) => ({ value: provider.slug, label: provider.name }),
  licentie: ({ licence }) => ({ value: licence.word, label: licence.name }),
};
const lastingFacets = Object.keys(toValue) as LastingFacet[];

function ratingBandOf({ ratingCount, ratingSum, ratingWeight }: Published): RatingBand {
  if (ratingCount < minimumForMean || ratingWeight === 0) return "geen";
  const mean = ratingSum / ratingWeight;
  if (mean >= 4) return "vier-of-hoger";
  return mean >= 3 ? "drie-tot-vier" : "onder-drie";
}

export function emptyColumns(): Columns {
  const empty = (): Column => ({ codes: [], values: [], codeOf: new Map() });
  return Object.fromEntries(lastingFacets.map((facet) => [facet, empty()])) as Columns;
}

/** Writes the values of a solution at its place. */
export function fillColumns(columns: Columns, place: number, solution: Published): void {
  for (const facet of lastingFacets) {
    const column = columns[facet];
    column.codes[place] = codeIn(column, toValue[facet](solution));
  }
}

function codeIn({ codeOf, values }: Column, value: Value | null): number {
  const key = JSON.stringify(value);
  const code = codeOf.get(key) ?? values.push(value) - 1;
  codeOf.set(key, code);
  return code;
}
