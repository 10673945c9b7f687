import { fold } from "@/lib/core/text";
import { isNoise, splitLetters, splitWords } from "../../question/rules";

/** What an expansion of the table of synonyms brings in: its words as they are shown, and as stems. */
export type Expansion = { text: string; stems: string[]; weight: number };

/** What is remembered of the words of the catalogue. */
export type Vocabulary = {
  /** Every word of what is published and of the synonyms, with its stem. */
  stemOf: ReadonlyMap<string, string>;
  /** In how many published solutions each stem stands. */
  stems: ReadonlyMap<string, number>;
  /** Stems that say nothing, also as a part of a compound: "gemeenteblad" is about no gemeente. */
  noise: ReadonlySet<string>;
  /** By the stems of a term, with spaces between. */
  synonyms: ReadonlyMap<string, readonly Expansion[]>;
  /** Every stem of those terms. */
  termStems: ReadonlySet<string>;
  /** What a typing error may have been meant to be: words that find something. */
  correctable: readonly string[];
};

/** The vocabulary as the database gives it. */
export type VocabularyRows = {
  stems: { stem: string; words: string[]; count: number }[];
  synonymRows: { term: string; expansions: string[]; isMutual: boolean; weight: number }[];
  synonymWords: [word: string, stem: string][];
};

/** What is remembered, ready to be asked. */
export function toVocabulary({ stems, synonymRows, synonymWords }: VocabularyRows): Vocabulary {
  const stemOf = new Map(synonymWords);
  for (const { stem, words } of stems) for (const word of words) stemOf.set(word, stem);
  const synonyms = toSynonyms(synonymRows, (words) => words.map((word) => stemOf.get(word) ?? word));
  return {
    stemOf,
    stems: new Map(stems.map(({ stem, count }) => [stem, count])),
    noise: new Set([...stemOf].filter(([word]) => isNoise(word)).map(([, stem]) => stem)),
    synonyms,
    termStems: new Set([...synonyms.keys()].flatMap((term) => term.split(" "))),
    correctable: listCorrectable(stems, synonymRows),
  };
}

function toSynonyms(rows: VocabularyRows["synonymRows"], toStems: (words: string[]) => string[]) {
  const synonyms = new Map<string, Expansion[]>();
  const add = (term: string, text: string, weight: number) => {
    // Function words are in no index; "wet op de lijkbezorging" is found by the others.
    const stems = toStems(splitWords(text).filter((word) => !isNoise(word)));
    if (stems.length === 0) return;
    const key = toStems(splitLetters(term)).join(" ");
    synonyms.set(key, [...(synonyms.get(key) ?? []), { text, stems, weight: weight / 100 }]);
  };
  for (const { term, expansions, isMutual, weight } of rows) {
    for (const expansion of expansions) {
      add(term, expansion, weight);
      if (isMutual) add(expansion, term, weight);
    }
  }
  return synonyms;
}

const shortestCorrectable = 4;

function listCorrectable(stems: VocabularyRows["stems"], rows: VocabularyRows["synonymRows"]): string[] {
  const terms = rows.flatMap(({ term, expansions, isMutual }) => [term, ...(isMutual ? expansions : [])]);
  const single = terms.map(fold).filter((term) => /^\p{L}+$/u.test(term));
  const all = new Set([...stems.flatMap(({ words }) => words), ...single]);
  return [...all].filter((word) => word.length >= shortestCorrectable);
}
