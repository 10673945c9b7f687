import type {
  Layer,
  Obligation,
  PriceModel,
  SolutionKind,
  SolutionPhase,
  Theme,
} from "@/lib/core/generated/prisma/enums";
import { type Columns, emptyColumns, fillColumns } from "../facets/columns/rules";

// What a process remembers of the published solutions: enough to find, count and order them. Each has a
// place, a small number by which the words point at it; the place of one that is gone is used again.

export type Published = {
  id: string;
  slug: string;
  name: string;
  /** The name in lower case, and as it is sorted by; both as the database makes them. */
  lowerName: string;
  sortName: string;
  theme: Theme;
  kind: SolutionKind;
  layer: Layer | null;
  phase: SolutionPhase;
  obligation: Obligation;
  priceModel: PriceModel;
  provider: { slug: string; name: string };
  licence: { word: string; name: string };
  /** An ISO day. */
  confirmedOn: string | null;
  /** In ms since 1970. */
  publishedAt: number | null;
  ratingCount: number;
  ratingSum: number;
  ratingWeight: number;
  inUseCount: number;
  joiningCount: number;
  reportedCount: number;
};

/** The stem of a word, and the bits of the fields in which that word stands. */
export type Word = { stem: string; fields: number };

/** Where a stem stands: a row per word, those of one solution after each other. */
export type Standing = { places: number[]; fields: number[] };

export type Catalogue = {
  /** By place; empty places are null. */
  solutions: (Published | null)[];
  placeOf: Map<string, number>;
  columns: Columns;
  /** By stem. */
  standing: Map<string, Standing>;
  /** By place what stands there, to take it away. */
  standingAt: Standing[][];
  free: number[];
};

export function emptyCatalogue(): Catalogue {
  return {
    solutions: [],
    placeOf: new Map(),
    columns: emptyColumns(),
    standing: new Map(),
    standingAt: [],
    free: [],
  };
}

/** How many are published. */
export function sizeOf({ placeOf }: Catalogue): number {
  return placeOf.size;
}

/** Remembers a solution as it is now. */
export function put(catalogue: Catalogue, solution: Published, words: readonly Word[]): void {
  remove(catalogue, solution.id);
  const place = catalogue.free.pop() ?? catalogue.solutions.length;
  catalogue.solutions[place] = solution;
  catalogue.placeOf.set(solution.id, place);
  fillColumns(catalogue.columns, place, solution);
  catalogue.standingAt[place] = words.map(({ stem, fields }) => {
    const standing = standingOf(catalogue, stem);
    standing.places.push(place);
    standing.fields.push(fields);
    return standing;
  });
}

function standingOf({ standing }: Catalogue, stem: string): Standing {
  const known = standing.get(stem);
  if (known) return known;
  const fresh = { places: [], fields: [] };
  standing.set(stem, fresh);
  return fresh;
}

/** Forgets a solution, if it is known. */
export function remove(catalogue: Catalogue, id: string): void {
  const place = catalogue.placeOf.get(id);
  if (place === undefined) return;
  for (const standing of new Set(catalogue.standingAt[place])) takeAway(standing, place);
  catalogue.placeOf.delete(id);
  catalogue.solutions[place] = null;
  catalogue.standingAt[place] = [];
  catalogue.free.push(place);
}

/** Its rows follow each other. */
function takeAway({ places, fields }: Standing, place: number): void {
  const from = places.indexOf(place);
  const count = places.lastIndexOf(place) - from + 1;
  places.splice(from, count);
  fields.splice(from, count);
}
