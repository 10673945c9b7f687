import { isNoise, parseQuestion, splitWords } from "../question/rules";

// What is kept of a question so that somebody can see what is asked and not found. Nothing of who
// asked, and nothing that can point at a person: a sentence about somebody has many words, and a number
// may be that of a citizen, a telephone or a case.

const mostWords = 5;
const longestWord = 40;

/** A question as it is counted: its words that mean something, in order, each once; null when it is not counted. */
export function toCountedWords(question: string): string | null {
  if (question.includes("@")) return null;
  const terms = parseQuestion(question).filter(({ isExcluded }) => !isExcluded);
  const words = terms.flatMap(({ text }) => splitWords(text)).filter((word) => !isNoise(word));
  const isTelling = words.some((word) => /\d{4,}/.test(word) || word.length > longestWord);
  if (words.length === 0 || words.length > mostWords || isTelling) return null;
  return [...new Set(words)].join(" ");
}
