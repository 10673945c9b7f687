import { escapeHtml } from "./escape-html";

/** Markup that was written by `html`: it may stand in other markup as it is. */
export class Html {
  constructor(private readonly markup: string) {}
  toString() {
    return this.markup;
  }
}

type Part = string | number | false | null | undefined | Html | readonly Html[];

/**
 * Markup as one string, for what stands on a page a hundred times: React elements cost four times the time and
 * are sent twice. Each text is escaped, so that it may stand between tags and between quotes; what is false,
 * null or undefined is left out.
 */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  let markup = strings[0] ?? "";
  for (const [at, part] of parts.entries()) markup += toMarkup(part) + (strings[at + 1] ?? "");
  return new Html(markup);
}

function toMarkup(part: Part): string {
  if (part === false || part === null || part === undefined) return "";
  if (part instanceof Html) return part.toString();
  if (Array.isArray(part)) return part.map(toMarkup).join("");
  return escapeHtml(String(part));
}

/** What `dangerouslySetInnerHTML` takes. */
export function asInner(markup: Html): { __html: string } {
  return { __html: markup.toString() };
}
