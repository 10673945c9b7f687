import { splitWords, type Term } from "../question/rules";
import type { AskedTerm } from "../words/rules";
import type { Vocabulary } from "../words/vocabulary/rules";

const mostCompletions = 40;
const shortestBegin = 2;

/** What a completed word is worth beside one that was typed in full. */
const completionWorth = 0.9;

/** The last word of a question is still being typed: every word that begins so will do as well. */
export function completeLast(
  asked: readonly AskedTerm[],
  terms: readonly Term[],
  { stemOf, stems }: Vocabulary,
): AskedTerm[] {
  const begin = splitWords(terms.at(-1)?.text ?? "").at(-1) ?? "";
  if (begin.length < shortestBegin || terms.at(-1)?.isPhrase) return [...asked];
  const found = new Set<string>();
  for (const [word, stem] of stemOf) if (word.startsWith(begin) && stems.has(stem)) found.add(stem);
  const completions = [...found]
    .sort((a, b) => (stems.get(b) ?? 0) - (stems.get(a) ?? 0))
    .slice(0, mostCompletions)
    .map((stem) => ({ stems: [stem], factor: completionWorth, via: null }));
  const text = terms.at(-1)?.text ?? "";
  const others = asked.filter((term) => term.text !== text);
  const last = asked.find((term) => term.text === text);
  const alternatives = [...(last?.alternatives ?? []), ...completions];
  return alternatives.length > 0 ? [...others, { text, alternatives }] : others;
}
