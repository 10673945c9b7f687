// The list under a search box, as plain elements.

/** What the server suggests; `melding` tells how many there are, in the language of the page. */
export type Answer = { melding: string; suggesties: { soort: string; naam: string; adres: string }[] };

export type Listbox = {
  show: (answer: Answer) => void;
  /** Each tells whether it did anything: then the key is used up. */
  close: () => boolean;
  move: (step: 1 | -1) => boolean;
  follow: () => boolean;
};

type Parts = { input: HTMLInputElement; label: string; signal: AbortSignal };

/** Adds a list and a place for announcements beside the input, and gives it the role of a combobox. */
export function createListbox({ input, label, signal }: Parts): Listbox {
  const list = create("ul", "suggestions", { role: "listbox", id: `${input.id}-lijst`, "aria-label": label });
  const status = create("p", "sr-only", { role: "status" });
  list.hidden = true;
  setAttributes(input, {
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-controls": list.id,
    "aria-expanded": "false",
  });
  input.after(list, status);
  signal.addEventListener("abort", () => {
    list.remove();
    status.remove();
  });
  // A press must not take the focus from the box: that would close the list before the click.
  list.addEventListener("mousedown", (event) => event.preventDefault(), { signal });
  list.addEventListener("click", (event) => visit((event.target as Element).closest("li")), { signal });
  return listboxOf(input, list, status);
}

function listboxOf(input: HTMLInputElement, list: HTMLElement, status: HTMLElement): Listbox {
  const options = () => [...list.children].filter((child) => child instanceof HTMLLIElement);
  const active = () => options().find((option) => option.id === input.getAttribute("aria-activedescendant"));
  const activate = (option: HTMLLIElement | undefined) => {
    for (const other of options()) other.setAttribute("aria-selected", String(other === option));
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  };
  const open = (isOpen: boolean) => {
    list.hidden = !isOpen;
    input.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) activate(undefined);
  };
  return {
    show({ melding, suggesties }) {
      list.replaceChildren(...suggesties.map((one, place) => toOption(`${list.id}-${place}`, one)));
      open(suggesties.length > 0);
      status.textContent = melding;
    },
    close() {
      const wasOpen = !list.hidden;
      open(false);
      return wasOpen;
    },
    move(step) {
      const all = options();
      if (list.hidden || all.length === 0) return false;
      const current = active();
      // Past either end is the box itself, then the other end.
      const places = [undefined, ...all];
      activate(places.at((places.indexOf(current) + step) % places.length));
      return true;
    },
    follow: () => !list.hidden && visit(active()),
  };
}

function toOption(id: string, { soort, naam, adres }: Answer["suggesties"][number]): HTMLLIElement {
  const option = create("li", "suggestion", { role: "option", id, "aria-selected": "false" });
  option.dataset.href = adres;
  const name = create("span", "");
  name.textContent = naam;
  const kind = create("span", "suggestion-kind");
  kind.textContent = soort;
  option.append(name, " ", kind);
  return option;
}

function visit(option: Element | null | undefined): boolean {
  const href = option instanceof HTMLElement ? option.dataset.href : undefined;
  if (!href) return false;
  window.location.assign(href);
  return true;
}

function create<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  attributes: Record<string, string> = {},
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = className;
  setAttributes(element, attributes);
  return element;
}

function setAttributes(element: Element, attributes: Record<string, string>) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
