import { maskCount } from "@/lib/adoptions/policy";
import { isGemeenteMember, type Viewer } from "@/lib/core/roles";
import { minimumForMean } from "@/lib/reviews/rules";
import type { ListedSolution } from "@/lib/solutions/resource";
import { type Choices, type Facet, facets, facetValues, isFixed } from "./facets/schema";
import { hasMark, pickExcerpt } from "./highlight/rules";
import type { SearchFilters } from "./schema";
import type { AskedTerm } from "./words/rules";

/** The fields of a solution in which a word can stand: the bits of SolutionWord.fields, and what a find there is worth. */
export const fieldWeights = [
  { bit: 1, field: "name", weight: 1 },
  { bit: 2, field: "keywords", weight: 0.85 },
  { bit: 4, field: "summary", weight: 0.6 },
  { bit: 8, field: "audience", weight: 0.4 },
  { bit: 16, field: "provider", weight: 0.4 },
  { bit: 32, field: "description", weight: 0.3 },
] as const;

/** What each further field adds, of its own weight: a word that stands everywhere is more what it is about. */
const furtherField = 0.2;

/** The weight of a word by the bits of its fields: the heaviest, and a little of the others. Entry 0 is that of bits 1. */
export function listWordWeights(): number[] {
  const all = fieldWeights.reduce((sum, { bit }) => sum + bit, 0);
  return Array.from({ length: all }, (_, at) => {
    const weights = fieldWeights.filter(({ bit }) => (at + 1) & bit).map(({ weight }) => weight);
    const most = Math.max(...weights);
    return most + furtherField * (weights.reduce((sum, weight) => sum + weight, 0) - most);
  });
}

/** The constants of the order by relevance; docs/zoeken.md explains the formula. */
export const ranking = {
  /** What each further way in which a word is met adds, beside the best. */
  further: 0.2,
  /** A solution counts as one that has the word when it is worth this part of the best for it. */
  wellMet: 0.4,
  /** How strongly a question that is met by half counts less. */
  coverage: 0.15,
  /** Below this part of the best text score nothing is shown; a question of more words is stricter. */
  cutoff: { least: 0.1, most: 0.25 },
  /** Of the text score: at most so much more for wide use, a good rating, facts that were checked lately. */
  use: 0.15,
  rating: 0.06,
  fresh: 0.02,
  /** What has ended, or is about to. */
  over: 0.55,
  sunsetting: 0.85,
} as const;

type Counted = Omit<ListedSolution, "adopters" | "rating"> & {
  providerId: string;
  participationPublic: boolean;
  interestedCount: number;
  joiningCount: number;
  inUseCount: number;
  reportedCount: number;
  ratingCount: number;
  ratingSum: number;
  ratingWeight: number;
};

/**
 * A solution with its counts and a mean from three experiences on. One or two are masked for everybody:
 * the counters do not tell whether somebody hides among them.
 */
export function toListed(row: Counted): ListedSolution {
  return {
    slug: row.slug,
    name: row.name,
    summary: row.summary,
    kind: row.kind,
    theme: row.theme,
    layer: row.layer,
    phase: row.phase,
    obligation: row.obligation,
    provider: row.provider,
    adopters: {
      inUse: maskCount(row.inUseCount, false),
      joining: maskCount(row.joiningCount, false),
      interested: maskCount(row.interestedCount, false),
      reported: row.reportedCount,
    },
    rating:
      row.ratingCount >= minimumForMean && row.ratingWeight > 0
        ? { mean: row.ratingSum / row.ratingWeight, count: row.ratingCount }
        : null,
    isDemo: row.isDemo,
    publishedAt: row.publishedAt,
    confirmedOn: row.confirmedOn,
  };
}

/** The part of the best score under which nothing is shown for a question of so many terms. */
export function cutoffOf(terms: number): number {
  const { least, most } = ranking.cutoff;
  return Math.max(least, most * (1 - 1 / Math.max(terms, 1)));
}

/** `label` is the name of a provider or licence; the other facets have their words in the messages. */
export type FacetValue = { word: string; label: string; count: number };

export type SearchResult = {
  total: number;
  /** Found for the question alone, before any choice in a facet. */
  totalWithoutChoices: number;
  items: FoundSolution[];
  facets: Record<Facet, FacetValue[]>;
  /** Gemeenten of today: the whole of every count of adopters. */
  gemeenten: number;
  /** The question that was answered instead, because of typing errors; null when it was answered as asked. */
  corrected: string | null;
  /** Nothing has all the words; these have most of them. */
  isPartial: boolean;
};

/** A solution with why it was found. */
export type FoundSolution = ListedSolution & {
  /** Gemeenten of my size that use it, without my own; null for who is of no gemeente. */
  likeMine: number | null;
  /** Words of the solution that met the question, lower case and without accents. */
  matched: string[];
  /** Synonyms without which it would not have been found: "openbaarmaking". */
  via: string[];
  /** Where it stands, when neither name nor summary shows it. */
  excerpt: string | null;
};

type ItemRow = Omit<Counted, "publishedAt"> & {
  publishedAt: string | null;
  likeMine: number | null;
  matched: { word: string; stem: string }[];
  /** Further texts in which a word can stand, those that explain most first. */
  texts: string[];
};
export type FacetRow = { facet: Facet; value: string; label: string; count: number };
export type SearchRow = {
  found: number;
  /** The most terms that one solution meets. */
  hits: number;
  total: number;
  gemeenten: number;
  facets: FacetRow[];
  items: ItemRow[];
  /** The terms, by their place, that are met by anything. */
  met: number[];
};

/** What only a gemeente can choose means nothing to anybody else. */
export function forViewer(viewer: Viewer, filters: SearchFilters): SearchFilters {
  if (isGemeenteMember(viewer)) return filters;
  return { ...filters, gebruikt: [], sort: filters.sort === "vergelijkbaar" ? null : filters.sort };
}

/** What the database answered, as far as this viewer may know it. */
export function toResult({
  filters,
  row,
  asked,
}: {
  filters: SearchFilters;
  row: SearchRow;
  asked: readonly AskedTerm[];
}): SearchResult {
  return {
    total: row.total,
    totalWithoutChoices: row.found,
    gemeenten: row.gemeenten,
    items: row.items.map((item) => toFound(item, asked)),
    facets: toFacets(row.facets, filters),
    corrected: null,
    isPartial: row.found > 0 && row.hits < asked.length,
  };
}

function toFound(item: ItemRow, asked: readonly AskedTerm[]): FoundSolution {
  const publishedAt = item.publishedAt === null ? null : new Date(item.publishedAt);
  const stems = new Set(item.matched.map(({ stem }) => stem));
  const matched = item.matched.map(({ word }) => word);
  const isShown = [item.name, item.summary].some((text) => hasMark(text, matched));
  return {
    ...toListed({ ...item, publishedAt }),
    likeMine: item.likeMine,
    matched,
    via: listVia(asked, stems),
    excerpt: isShown ? null : pickExcerpt(item.texts, matched),
  };
}

/** The synonyms that did it, for terms that the solution does not have in their own words. */
export function listVia(asked: readonly AskedTerm[], stems: ReadonlySet<string>): string[] {
  const via = asked.flatMap(({ alternatives }) => {
    const met = alternatives.filter((alternative) => alternative.stems.every((stem) => stems.has(stem)));
    if (met.length === 0 || met.some((alternative) => alternative.via === null)) return [];
    const best = met.reduce((one, other) => (other.factor > one.factor ? other : one));
    return best.via === null ? [] : [best.via];
  });
  return [...new Set(via)];
}

/** Values that occur or were chosen; those known beforehand in their own order, the others by name. */
export function toFacets(rows: readonly FacetRow[], choices: Choices): Record<Facet, FacetValue[]> {
  const all = facets.map((facet) => {
    const own = rows.filter((row) => row.facet === facet);
    return [facet, isFixed(facet) ? toFixed(facet, own, choices) : toNamed(own, choices[facet])];
  });
  return Object.fromEntries(all) as Record<Facet, FacetValue[]>;
}

function toFixed(facet: keyof typeof facetValues, rows: readonly FacetRow[], choices: Choices): FacetValue[] {
  return [...facetValues[facet]].flatMap(([word, values]) => {
    const count = rows.reduce((sum, row) => sum + (values.includes(row.value) ? row.count : 0), 0);
    return count > 0 || choices[facet].includes(word) ? [{ word, label: "", count }] : [];
  });
}

/** What was chosen and is not there any more keeps its word, so that it can be taken away. */
function toNamed(rows: readonly FacetRow[], chosen: readonly string[]): FacetValue[] {
  const present = rows.map(({ value, label, count }) => ({ word: value, label, count }));
  const gone = chosen
    .filter((word) => !present.some((value) => value.word === word))
    .map((word) => ({ word, label: word, count: 0 }));
  return [...present, ...gone];
}
