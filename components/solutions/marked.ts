import { type Html, html } from "@/components/ui/html";
import { markWords } from "@/lib/search/highlight/rules";

/** A text with the words by which it was found marked. */
export function marked(text: string, words: readonly string[]): Html {
  if (words.length === 0) return html`${text}`;
  const pieces = markWords(text, words).map((piece) =>
    piece.isMarked ? html`<mark>${piece.text}</mark>` : html`${piece.text}`,
  );
  return html`${pieces}`;
}
