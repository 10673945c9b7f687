import { escapeHtml } from "@/components/ui/escape-html";

export type Choice = { word: string; label: string; count: number; title: string; isChosen: boolean };

/** A box to tick with its label and how many there are; `title` says of what. `form` is the form it is part of. */
export function choiceMarkup(choice: Choice, { name, form }: { name: string; form: string }): string {
  const { word, label, count, title, isChosen } = choice;
  const checked = isChosen ? " checked" : "";
  return `<label class="flex min-h-8 items-center gap-2 text-sm"><input type="checkbox" name="${escapeHtml(name)}" value="${escapeHtml(word)}" form="${escapeHtml(form)}" class="size-5 shrink-0 accent-action"${checked}/><span class="grow">${escapeHtml(label)}</span><span class="text-soft" title="${escapeHtml(title)}">${count}</span></label>`;
}
