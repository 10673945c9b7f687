// The box works without any of this. It knows no React, so that a page without React can have it too.
import { type Answer, createListbox, type Listbox } from "./listbox";

const patience = 150;
const shortest = 2;

/** Enhances every `form[data-search]` on the page; returns what undoes it. `label` names the list. */
export function enhanceSearch(label: string): () => void {
  const ends = new AbortController();
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-search]")) {
    const input = form.querySelector<HTMLInputElement>("input[name=q]");
    if (input) enhanceBox({ form, input, label, signal: ends.signal });
  }
  document.addEventListener("keydown", focusOnSlash, { signal: ends.signal });
  return () => ends.abort();
}

/** "/" goes to the box that is in sight, unless somebody is typing or a modifier is held. */
function focusOnSlash(event: KeyboardEvent) {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (isTyping(event.target)) return;
  const boxes = [...document.querySelectorAll<HTMLInputElement>("form[data-search] input[name=q]")];
  const box = boxes.find((candidate) => candidate.checkVisibility?.() ?? candidate.offsetParent !== null);
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"))
  );
}

type Box = { form: HTMLFormElement; input: HTMLInputElement; label: string; signal: AbortSignal };

function enhanceBox({ form, input, label, signal }: Box) {
  const listbox = createListbox({ input, label, signal });
  let timer = 0;
  let request = new AbortController();
  const forget = () => {
    window.clearTimeout(timer);
    request.abort();
  };
  const ask = async () => {
    request = new AbortController();
    const params = new URLSearchParams({ q: input.value, taal: form.dataset.search ?? "nl" });
    try {
      const response = await fetch(`/api/zoeksuggesties?${params}`, { signal: request.signal });
      if (response.ok && document.activeElement === input) listbox.show((await response.json()) as Answer);
    } catch {
      // Typed on, or no network: the form itself still works.
    }
  };
  const onInput = () => {
    forget();
    if (input.value.trim().length < shortest) return listbox.close();
    timer = window.setTimeout(ask, patience);
  };
  input.addEventListener("input", onInput, { signal });
  input.addEventListener("keydown", (event) => onKey(event, listbox), { signal });
  input.addEventListener("blur", () => listbox.close(), { signal });
  form.addEventListener("submit", forget, { signal });
  signal.addEventListener("abort", forget);
}

/** The keys of the combobox pattern (WAI-ARIA, list autocomplete with manual selection). */
function onKey(event: KeyboardEvent, listbox: Listbox) {
  if (event.isComposing) return;
  if (respond(event.key, listbox)) event.preventDefault();
}

function respond(key: string, listbox: Listbox): boolean {
  switch (key) {
    case "ArrowDown":
      return listbox.move(1);
    case "ArrowUp":
      return listbox.move(-1);
    case "Escape":
      return listbox.close();
    case "Enter":
      return listbox.follow();
    default:
      return false;
  }
}
