import { fold } from "@/lib/core/text";
import { isNoise, type Term } from "../../question/rules";

/**
 * The word that was probably meant, or null. Of a question that is one word ("alone") something must
 * be made: one error per four letters (three in all), also inside a compound ("vergunnning" is in
 * "omgevingsvergunning"). A word among others is more likely just a word that the catalogue does not
 * have: it begins with the same letter, and has one error per eight letters, or two letters swapped.
 */
export function nearestWord(typed: string, vocabulary: Iterable<string>, alone: boolean): string | null {
  const plain = fold(typed);
  const allowed = alone
    ? Math.min(3, Math.floor(plain.length / 4))
    : Math.max(1, Math.floor(plain.length / 8));
  if (plain.length < 4) return null;
  const pieces = splitEvenly(plain, 2 * allowed + 1);
  let nearest: { word: string; part: number; whole: number } | null = null;
  for (const word of vocabulary) {
    const candidate = fold(word);
    if (candidate.length < plain.length - allowed || !pieces.some((piece) => candidate.includes(piece)))
      continue;
    if (!alone && !isLikely(plain, candidate, allowed)) continue;
    const whole = countErrors(plain, candidate, { inside: false });
    const part = alone ? countErrors(plain, candidate, { inside: true }) : whole;
    if (part > allowed || part === 0 || (nearest && part > nearest.part)) continue;
    if (!nearest || part < nearest.part || whole < nearest.whole) nearest = { word, part, whole };
  }
  return nearest?.word ?? null;
}

const longEnoughToMiss = 7;
/** Shorter words are each other's anagrams too often: "dorp" is no "drop". */
const longEnoughToSwap = 5;

function isLikely(typed: string, candidate: string, allowed: number): boolean {
  if (typed[0] !== candidate[0] || Math.abs(typed.length - candidate.length) > allowed) return false;
  if (typed.length >= longEnoughToMiss) return true;
  return typed.length >= longEnoughToSwap && hasSameLetters(typed, candidate);
}

const hasSameLetters = (one: string, other: string) =>
  [...one].sort().join("") === [...other].sort().join("");

/**
 * Replaces each term that finds nothing by the nearest word of the catalogue or term of the synonyms;
 * null when there is nothing to replace. `isMet` says whether a term, by its text, finds anything.
 */
export function correctTerms(
  terms: readonly Term[],
  isMet: (text: string) => boolean,
  correctable: readonly string[],
): Term[] | null {
  const isAlone = terms.filter(({ isExcluded, text }) => !isExcluded && !isNoise(text)).length === 1;
  const corrected = terms.map((term) => {
    if (term.isExcluded || isNoise(term.text) || isMet(term.text)) return term;
    const words = term.text.split(" ").map((word) => nearestWord(word, correctable, isAlone) ?? word);
    return { ...term, text: words.join(" ") };
  });
  return corrected.some(({ text }, at) => text !== terms[at]?.text) ? corrected : null;
}

/**
 * One error, a swap included, touches at most two pieces: of 2n + 1 pieces n errors leave one whole.
 * That tells most words apart without counting anything.
 */
function splitEvenly(word: string, count: number): string[] {
  const pieces = Array.from({ length: count }, (_, at) =>
    word.slice(Math.floor((at * word.length) / count), Math.floor(((at + 1) * word.length) / count)),
  );
  return pieces.filter((piece) => piece !== "");
}

/**
 * Letters added, left out, replaced or swapped between `typed` and `word` (optimal string
 * alignment); with `inside` between `typed` and the part of `word` that is most like it (Sellers).
 */
function countErrors(typed: string, word: string, { inside }: { inside: boolean }): number {
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
