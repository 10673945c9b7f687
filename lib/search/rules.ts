import { canSeeEveryState, canSeeParticipants, maskCount } from "@/lib/adoptions/policy";
import type { Viewer } from "@/lib/core/roles";
import { fold } from "@/lib/core/text";
import { minimumForMean } from "@/lib/reviews/rules";
import type { ListedSolution } from "@/lib/solutions/resource";
import { type Facet, kindWords, phaseWords, type SearchFilters, themeWords } from "./schema";

/** One word or "quoted phrase" of a question; with a minus before it, what it finds is left out. */
export type Term = { text: string; isPhrase: boolean; isExcluded: boolean };

const mostTerms = 10;

/** The terms of a question; signs around a word are dropped, and what holds no letter or digit is no term. */
export function parseQuestion(question: string): Term[] {
  return [...question.matchAll(/(-?)(?:"([^"]*)"|(\S+))/g)]
    .map(([, minus = "", phrase, word = ""]) => ({
      text: (phrase ?? word).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "").toLowerCase(),
      isPhrase: phrase !== undefined && /\s/.test(phrase.trim()),
      isExcluded: minus === "-",
    }))
    .filter(({ text }) => text !== "")
    .slice(0, mostTerms);
}

/** The terms as a person would type them. */
export function toQuestion(terms: Term[]): string {
  return terms
    .map(({ text, isPhrase, isExcluded }) => `${isExcluded ? "-" : ""}${isPhrase ? `"${text}"` : text}`)
    .join(" ");
}

/**
 * Replaces each term that finds nothing by the nearest word of the catalogue, if there is one that
 * is near enough. `known` says per term that is not excluded whether it finds anything.
 */
export function correctTerms(terms: Term[], known: boolean[], vocabulary: readonly string[]): Term[] {
  let position = 0;
  return terms.map((term) => {
    if (term.isExcluded || known[position++]) return term;
    const words = term.text.split(" ").map((word) => nearestWord(word, vocabulary) ?? word);
    return { ...term, text: words.join(" ") };
  });
}

/**
 * The word that was probably meant: at most one typing error per four letters (three in all), also
 * when it is part of a compound ("vergunnning" is in "omgevingsvergunning"). Null when none is near.
 */
export function nearestWord(typed: string, vocabulary: readonly string[]): string | null {
  const plain = fold(typed);
  const allowed = Math.min(3, Math.floor(plain.length / 4));
  if (allowed === 0) return null;
  let nearest: { word: string; inside: number; whole: number } | null = null;
  for (const word of vocabulary) {
    const candidate = fold(word);
    if (candidate.length < plain.length - allowed) continue;
    const inside = typingErrors(plain, candidate, { inside: true });
    if (inside > allowed || (nearest && inside > nearest.inside)) continue;
    const whole = typingErrors(plain, candidate, { inside: false });
    if (!nearest || inside < nearest.inside || whole < nearest.whole) nearest = { word, inside, whole };
  }
  return nearest?.word ?? null;
}

/**
 * Letters added, left out, replaced or swapped between `typed` and `word` (optimal string
 * alignment); with `inside` between `typed` and the part of `word` that is most like it (Sellers).
 */
function typingErrors(typed: string, word: string, { inside }: { inside: boolean }): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: word.length + 1 }, (_, column) => (inside ? 0 : column));
  for (let row = 1; row <= typed.length; row++) {
    const current = [row];
    for (let column = 1; column <= word.length; column++) {
      const replaced = at(last, column - 1) + (typed[row - 1] === word[column - 1] ? 0 : 1);
      const isSwap = typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1];
      const swapped = row > 1 && column > 1 && isSwap ? at(beforeLast, column - 2) + 1 : replaced;
      current.push(Math.min(at(last, column) + 1, at(current, column - 1) + 1, replaced, swapped));
    }
    beforeLast = last;
    last = current;
  }
  return inside ? Math.min(...last) : at(last, word.length);
}

function at(row: number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}

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

/** A solution with its counts as far as this viewer may know them, and a mean from three experiences on. */
export function toListed(viewer: Viewer, row: Counted): ListedSolution {
  const mayNameUse = canSeeParticipants(viewer, row);
  const mayNameAll = canSeeEveryState(viewer, row);
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
      inUse: maskCount(row.inUseCount, mayNameUse),
      joining: maskCount(row.joiningCount, mayNameAll),
      interested: maskCount(row.interestedCount, mayNameAll),
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

/** `label` is the name of a provider; the other facets have their words in the messages. */
export type FacetValue<V = string> = { word: string; value: V; label: string; count: number };

export type SearchResult = {
  total: number;
  /** Found for the question alone, before any choice in a facet. */
  totalWithoutChoices: number;
  items: ListedSolution[];
  facets: Record<Facet, FacetValue[]>;
  /** Gemeenten of today: the whole of every count of adopters. */
  gemeenten: number;
  /** The question that was answered instead, because of typing errors; null when it was answered as asked. */
  corrected: string | null;
  /** Nothing has all the words; these have most of them. */
  isPartial: boolean;
};

type ItemRow = Omit<Counted, "publishedAt"> & { publishedAt: string | null };
type FacetRow = { facet: Facet; value: string; label: string; count: number };
export type SearchRow = {
  found: number;
  hits: number;
  total: number;
  gemeenten: number;
  facets: FacetRow[];
  items: ItemRow[];
  /** Per term that is not excluded: does it find anything? Only filled when nothing was found. */
  known: boolean[] | null;
};

const wordsOf = { thema: themeWords, soort: kindWords, fase: phaseWords } as const;

/** What the database answered, as far as this viewer may know it. */
export function toResult(viewer: Viewer, filters: SearchFilters, row: SearchRow): SearchResult {
  const items = row.items.map((item) =>
    toListed(viewer, { ...item, publishedAt: item.publishedAt === null ? null : new Date(item.publishedAt) }),
  );
  const valuesIn = (facet: Facet) => row.facets.filter((value) => value.facet === facet);
  return {
    total: row.total,
    totalWithoutChoices: row.found,
    gemeenten: row.gemeenten,
    items,
    facets: {
      thema: toValues("thema", valuesIn("thema"), filters),
      soort: toValues("soort", valuesIn("soort"), filters),
      fase: toValues("fase", valuesIn("fase"), filters),
      aanbieder: valuesIn("aanbieder").map((value) => ({ ...value, word: value.value })),
    },
    corrected: null,
    isPartial: false,
  };
}

/** Values that occur or were chosen, in the order of the enum. */
function toValues(facet: "thema" | "soort" | "fase", rows: FacetRow[], filters: SearchFilters): FacetValue[] {
  return Object.entries(wordsOf[facet]).flatMap(([value, word]) => {
    const count = rows.find((row) => row.value === value)?.count ?? 0;
    return count > 0 || filters[facet].includes(word) ? [{ word, value, label: "", count }] : [];
  });
}
