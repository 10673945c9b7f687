import { fold } from "@/lib/core/text";

// Why something was found, as pieces of its own text: whoever shows them decides how, so no markup is
// made of what a person wrote.

export type Piece = { text: string; isMarked: boolean };

/** A text in pieces, those marked that are one of `words` (lower case, without accents). */
export function markWords(text: string, words: readonly string[]): Piece[] {
  const wanted = new Set(words);
  const pieces: Piece[] = [];
  for (const [piece] of text.matchAll(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+/gu)) {
    const isMarked = wanted.has(fold(piece));
    const last = pieces.at(-1);
    if (last && last.isMarked === isMarked) last.text += piece;
    else pieces.push({ text: piece, isMarked });
  }
  return joinMarked(pieces);
}

/** "sociaal domein" is one mark: between two marks stands a space alone. */
function joinMarked(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const [at, piece] of pieces.entries()) {
    const last = joined.at(-1);
    const isSpaceBetween = piece.text === " " && last?.isMarked === true && pieces[at + 1]?.isMarked === true;
    if (last?.isMarked && (piece.isMarked || isSpaceBetween)) last.text += piece.text;
    else joined.push({ ...piece });
  }
  return joined;
}

export function hasMark(text: string, words: readonly string[]): boolean {
  return markWords(text, words).some(({ isMarked }) => isMarked);
}

const longestExcerpt = 170;

/** The first of these texts that has one of the words, cut to what stands around it; null when none has. */
export function pickExcerpt(texts: readonly string[], words: readonly string[]): string | null {
  const text = texts.find((candidate) => hasMark(candidate, words));
  return text === undefined ? null : cutAround(text, words);
}

function cutAround(text: string, words: readonly string[]): string {
  if (text.length <= longestExcerpt) return text;
  const before = markWords(text, words)
    .slice(0, 1)
    .filter(({ isMarked }) => !isMarked);
  const place = before.reduce((sum, piece) => sum + piece.text.length, 0);
  const start = place < longestExcerpt / 2 ? 0 : text.lastIndexOf(" ", place - longestExcerpt / 3) + 1;
  const rest = text.slice(start);
  const end = rest.length <= longestExcerpt ? rest.length : rest.lastIndexOf(" ", longestExcerpt);
  return `${start > 0 ? "… " : ""}${rest.slice(0, end)}${end < rest.length ? " …" : ""}`;
}
