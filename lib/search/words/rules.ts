import { isNoise, joinWords, splitLetters, splitWords, type Term } from "../question/rules";
import { listRelatives, splitCompound } from "./compounds/rules";
import { formWorth, listForms } from "./forms/rules";
import type { Vocabulary } from "./vocabulary/rules";

// From the words of a question to the words of the catalogue. A term is met by any of its
// alternatives; an alternative by all of its parts, each of them a stem.

export type Alternative = {
  /** Stems that must all be there. */
  stems: string[];
  /** What a find is worth beside a find of the word itself, 0 to 1. */
  factor: number;
  /** The words of a synonym that led here; null for the word itself and its compounds. */
  via: string | null;
};

export type AskedTerm = { text: string; alternatives: Alternative[] };

type StemOf = (word: string) => string;

/** What each way of finding is worth, beside 1 for the word itself. */
export const worth = {
  joined: 1,
  apart: 0.9,
  split: 0.85,
  /** Of a compound, the part that fewer solutions have says what it is about. */
  rarePart: 0.6,
  commonPart: 0.3,
};

const longestSynonym = 5;

/**
 * Terms as alternatives in the words of the catalogue; those that mean nothing are left out, also when
 * that leaves nothing: who asks for "gemeente" asks for everything. `stemOf` knows every word of the terms.
 */
export function expandTerms(terms: readonly Term[], vocabulary: Vocabulary, stemOf: StemOf): AskedTerm[] {
  const asked = terms.map((term) => ({
    text: term.text,
    alternatives: expandTerm(term, vocabulary, stemOf),
  }));
  for (const { from, to, alternatives } of listSequences(terms, vocabulary, stemOf)) {
    for (const term of asked.slice(from, to)) term.alternatives.push(...alternatives);
  }
  const meant = asked.filter((_, at) =>
    terms.slice(at, at + 1).some(({ text, isPhrase }) => isPhrase || !isNoise(text)),
  );
  return meant.map(({ text, alternatives }) => ({ text, alternatives: withoutDoubles(alternatives) }));
}

/** One term: itself, the compounds it is part of, and its own parts when it is a compound. */
function expandTerm({ text, isPhrase }: Term, vocabulary: Vocabulary, stemOf: StemOf): Alternative[] {
  const stems = splitWords(text).map(stemOf);
  if (isPhrase) return [{ stems: stems.filter((stem) => !vocabulary.noise.has(stem)), factor: 1, via: null }];
  const joined = stemOf(joinWords(text));
  return [
    { stems: [joined], factor: worth.joined, via: null },
    ...(stems.length > 1 ? [{ stems, factor: worth.apart, via: null }] : []),
    ...listRelatives(joined, vocabulary.stems).map(({ stem, factor }) => ({
      stems: [stem],
      factor,
      via: null,
    })),
    ...splitIntoAlternatives(joined, vocabulary),
    ...listOtherForms(joined, vocabulary),
  ];
}

/** The same word as a verb, a participle or a diminutive. */
function listOtherForms(stem: string, { stems, noise }: Vocabulary): Alternative[] {
  const forms = listForms(stem).filter((form) => stems.has(form) && !noise.has(form));
  return forms.map((form) => ({ stems: [form], factor: formWorth, via: null }));
}

/** A compound by its parts: both together, or one of them; and what synonyms say of the parts. */
function splitIntoAlternatives(stem: string, { stems, synonyms, noise }: Vocabulary): Alternative[] {
  const isKnown = (part: string) => !noise.has(part) && (stems.has(part) || synonyms.has(part));
  const split = splitCompound(stem, isKnown);
  if (!split) return [];
  const { modifier, head } = split;
  const found: Alternative[] = [];
  if (modifier && head) found.push({ stems: [modifier, head], factor: worth.split, via: null });
  const parts = [modifier, head].filter((part) => part !== null);
  const fewest = Math.min(...parts.map((part) => stems.get(part) ?? 0));
  for (const part of parts) {
    const factor = (stems.get(part) ?? 0) === fewest ? worth.rarePart : worth.commonPart;
    found.push({ stems: [part], factor, via: null });
    for (const { stems: other, weight, text } of synonyms.get(part) ?? []) {
      found.push({ stems: other, factor: weight * factor, via: text });
    }
  }
  return found;
}

type Sequence = { from: number; to: number; alternatives: Alternative[] };

/**
 * What neighbours mean together: a term of the synonyms of one or more words ("sociale dienst"), and
 * a word that was typed apart ("zaak brug").
 */
function listSequences(terms: readonly Term[], vocabulary: Vocabulary, stemOf: StemOf): Sequence[] {
  const found: Sequence[] = [];
  const formsOf = rememberForms(vocabulary);
  for (let from = 0; from < terms.length; from++) {
    for (let to = from + 1; to <= Math.min(terms.length, from + longestSynonym); to++) {
      const texts = terms.slice(from, to).map(({ text }) => text);
      const alternatives = [
        ...listMeanings(texts.flatMap(splitLetters).map(stemOf), formsOf, vocabulary),
        ...(texts.length === 2 ? listJoined(stemOf(texts.map(joinWords).join("")), vocabulary) : []),
      ];
      if (alternatives.length > 0) found.push({ from, to, alternatives });
    }
  }
  return found;
}

/** What the table says of these stems; when it is silent, of the same with one of them in another form. */
function listMeanings(words: readonly string[], formsOf: FormsOf, vocabulary: Vocabulary): Alternative[] {
  const own = listExpansions(words, vocabulary);
  if (own.length > 0) return own;
  return words.flatMap((word, at) =>
    formsOf(word).flatMap((form) =>
      listExpansions(words.with(at, form), vocabulary).map((alternative) => ({
        ...alternative,
        factor: alternative.factor * formWorth,
      })),
    ),
  );
}

type FormsOf = (word: string) => readonly string[];

/** The other forms of a word that stand in a term of the table; each word is in many sequences, and asked once. */
function rememberForms({ noise, termStems }: Vocabulary): FormsOf {
  const remembered = new Map<string, string[]>();
  return (word) => {
    const known = remembered.get(word);
    if (known) return known;
    const forms = noise.has(word) ? [] : listForms(word).filter((form) => termStems.has(form));
    remembered.set(word, forms);
    return forms;
  };
}

function listExpansions(words: readonly string[], { synonyms }: Vocabulary): Alternative[] {
  return (synonyms.get(words.join(" ")) ?? []).map(({ stems, weight, text }) => ({
    stems,
    factor: weight,
    via: text,
  }));
}

function listJoined(stem: string, { stems }: Vocabulary): Alternative[] {
  return stems.has(stem) ? [{ stems: [stem], factor: worth.joined, via: null }] : [];
}

/** The same stems by two roads are one alternative: the best of them, without a synonym if it can do without. */
function withoutDoubles(alternatives: readonly Alternative[]): Alternative[] {
  const best = new Map<string, Alternative>();
  for (const alternative of alternatives) {
    const key = [...alternative.stems].sort().join(" ");
    const other = best.get(key);
    const via = other?.via === null ? null : alternative.via;
    const factor = Math.max(alternative.factor, other?.factor ?? 0);
    best.set(key, { stems: alternative.stems, factor, via });
  }
  return [...best.values()].filter(({ stems }) => stems.length > 0);
}

/** The stems of the words that were excluded, with the compounds they are part of. */
export function listExcluded(terms: readonly Term[], { stems }: Vocabulary, stemOf: StemOf): string[] {
  const excluded = terms.filter(({ isExcluded, isPhrase }) => isExcluded && !isPhrase);
  return excluded.flatMap(({ text }) => {
    const stem = stemOf(joinWords(text));
    return [stem, ...listRelatives(stem, stems).map((relative) => relative.stem)];
  });
}

/** Every word whose stem must be known before terms can be expanded. */
export function listWordsToStem(terms: readonly Term[]): string[] {
  const words = terms.flatMap(({ text }) => splitWords(text));
  const joined = terms.map(({ text }) => joinWords(text));
  const pairs = joined.slice(1).map((word, at) => `${joined[at]}${word}`);
  return [...new Set([...words, ...joined, ...pairs])].filter(Boolean);
}
