// Suggestions under every search box while somebody types, as a combobox (WAI-ARIA, list autocomplete
// with manual selection), and "/" to go to the box. The box works without any of this.

const patience = 150;
const shortest = 2;

/** @typedef {{ melding: string, suggesties: { soort: string, naam: string, adres: string }[] }} Answer */

/** @param {HTMLFormElement} form */
function enhance(form) {
  const input = form.querySelector("input[name=q]");
  const place = form.querySelector("[data-suggestions]");
  if (!input || !place) return;
  const listbox = createListbox(input, place);
  let timer = 0;
  let request = new AbortController();
  const forget = () => {
    clearTimeout(timer);
    request.abort();
  };
  const ask = async () => {
    request = new AbortController();
    const params = new URLSearchParams({ q: input.value, taal: form.dataset.search ?? "nl" });
    try {
      const response = await fetch(`/api/zoeksuggesties?${params}`, { signal: request.signal });
      if (response.ok && document.activeElement === input) listbox.show(await response.json());
    } catch {
      // Typed on, or no network: the form itself still works.
    }
  };
  input.addEventListener("input", () => {
    forget();
    if (input.value.trim().length < shortest) listbox.close();
    else timer = setTimeout(ask, patience);
  });
  input.addEventListener("keydown", (event) => {
    if (!event.isComposing && respond(event.key, listbox)) event.preventDefault();
  });
  input.addEventListener("blur", () => listbox.close());
  form.addEventListener("submit", forget);
}

/** Does what a key asks; tells whether that was anything, because then the key is used up. */
function respond(key, listbox) {
  if (key === "ArrowDown") return listbox.move(1);
  if (key === "ArrowUp") return listbox.move(-1);
  if (key === "Escape") return listbox.close();
  return key === "Enter" && listbox.follow();
}

/**
 * Puts a list and a status in `place`, which the page leaves to us, and gives the input the role of a combobox.
 */
function createListbox(input, place) {
  const id = `${input.id}-lijst`;
  const list = create("ul", { class: "suggestions", role: "listbox", id, "aria-label": place.dataset.suggestions });
  const status = create("p", { class: "sr-only", role: "status" });
  list.hidden = true;
  setAll(input, { role: "combobox", "aria-autocomplete": "list", "aria-controls": id, "aria-expanded": "false" });
  place.append(list, status);
  // A press must not take the focus from the box: that would close the list before the click.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => visit(event.target.closest("li")));
  const activate = (option) => {
    for (const other of list.children) other.setAttribute("aria-selected", String(other === option));
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  };
  const open = (isOpen) => {
    list.hidden = !isOpen;
    input.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) activate(undefined);
  };
  const active = () => [...list.children].find(({ id }) => id === input.getAttribute("aria-activedescendant"));
  return {
    /** @param {Answer} answer */
    show({ melding, suggesties }) {
      list.replaceChildren(...suggesties.map((one, index) => toOption(`${id}-${index}`, one)));
      activate(undefined);
      open(suggesties.length > 0);
      status.textContent = melding;
    },
    close() {
      const wasOpen = !list.hidden;
      open(false);
      return wasOpen;
    },
    move(step) {
      if (list.hidden) return false;
      activate(nextPlace([...list.children], active(), step));
      return true;
    },
    follow: () => !list.hidden && visit(active()),
  };
}

/**
 * Past either end is the box itself, which is `undefined`, and then the other end.
 * @template T
 * @param {T[]} options
 * @param {T | undefined} current
 * @param {1 | -1} step
 * @returns {T | undefined}
 */
export function nextPlace(options, current, step) {
  const places = [undefined, ...options];
  return places.at((places.indexOf(current) + step) % places.length);
}

function toOption(id, { soort, naam, adres }) {
  const option = create("li", { class: "suggestion", role: "option", id, "aria-selected": "false" });
  option.dataset.href = adres;
  const name = create("span", {});
  name.textContent = naam;
  const kind = create("span", { class: "suggestion-kind" });
  kind.textContent = soort;
  option.append(name, " ", kind);
  return option;
}

function visit(option) {
  if (!option?.dataset.href) return false;
  location.assign(option.dataset.href);
  return true;
}

function create(name, attributes) {
  const element = document.createElement(name);
  setAll(element, attributes);
  return element;
}

function setAll(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}

/** "/" goes to the box that is in sight, unless somebody is typing or a modifier is held. */
function focusOnSlash(event) {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const { target } = event;
  if (target.isContentEditable || target.matches?.("input, textarea, select")) return;
  const box = [...document.querySelectorAll("form[data-search] input[name=q]")].find((one) => one.offsetParent);
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
}

if (typeof document !== "undefined") {
  for (const form of document.querySelectorAll("form[data-search]")) enhance(form);
  document.addEventListener("keydown", focusOnSlash);
}
