// The map of the dashboard through the years: a slider shades the same tiles as they were on another day.
// Without this script the list of years beside it leads to the same maps.

/** The classes of the shades, written out: a page carries the looks of those that it names or finds here. */
const shades = ["l0", "l1", "l2", "l3", "l4", "l5"];

/** The shade of a count: the last class that begins at or below it. */
export function levelOf(count, steps) {
  return steps.findLast(([from]) => count >= from)?.[1] ?? 0;
}

/** "3,,0;1,2,2" is per tile the count on each day; nothing is a day on which the gemeente did not exist. */
export function parseCounts(text) {
  return text.split(";").map((line) => line.split(",").map((count) => (count === "" ? null : Number(count))));
}

const parseSteps = (text) => text.split(",").map((step) => step.split(":").map(Number));

function shade(tile, count, steps) {
  if (count === null) tile.setAttribute("display", "none");
  else tile.removeAttribute("display");
  const path = tile.querySelector("path");
  path?.setAttribute("class", shades[levelOf(count ?? 0, steps)]);
  const title = tile.querySelector("title");
  if (title) title.textContent = title.textContent.replace(/: [\d.,]+/, `: ${count ?? 0}`);
}

function show({ target }) {
  if (!(target instanceof HTMLInputElement) || !target.matches("[data-year]")) return;
  const box = target.closest("[data-counts]");
  const counts = parseCounts(box.dataset.counts);
  const steps = parseSteps(box.dataset.steps);
  const at = Number(target.value);
  const tiles = box.querySelectorAll(".hex-map > a, .hex-map > g");
  for (const [index, tile] of tiles.entries()) shade(tile, counts[index]?.[at] ?? null, steps);
  const day = box.dataset.days.split("|")[at] ?? "";
  target.setAttribute("aria-valuetext", day);
  const output = box.querySelector("output");
  if (output) output.textContent = day;
}

if (typeof document !== "undefined") document.addEventListener("input", show);
