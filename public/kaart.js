// Arrow keys, Home and End over the tiles of a map, of which one is a tab stop, and the name of the tile
// that is pointed at. No live region: the focused link is read out already.

/**
 * Index of the point that an arrow key leads to: the nearest one ahead, where a step aside weighs
 * more than a step ahead; -1 when there is none.
 * @param {readonly { x: number; y: number }[]} points
 * @param {number} from
 * @param {string} direction
 */
export function nearestAhead(points, from, direction) {
  const start = points[from];
  if (!start) return -1;
  let best = -1;
  let shortest = Number.POSITIVE_INFINITY;
  for (const [index, point] of points.entries()) {
    const { ahead, aside } = relative(start, point, direction);
    const distance = ahead + 2 * aside;
    if (ahead > 0 && distance < shortest) [best, shortest] = [index, distance];
  }
  return best;
}

function relative(start, point, direction) {
  const dx = point.x - start.x;
  const dy = point.y - start.y;
  if (direction === "left" || direction === "right")
    return { ahead: direction === "right" ? dx : -dx, aside: Math.abs(dy) };
  return { ahead: direction === "down" ? dy : -dy, aside: Math.abs(dx) };
}

const directions = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };

/** Draws the cursor around the tile of an event and tells its name. */
function point({ target }) {
  const tile = target instanceof Element ? target.closest(".hex-map > a, .hex-map > g") : null;
  if (!tile) return;
  const map = tile.ownerSVGElement;
  map.querySelector(".hex-cursor")?.setAttribute("d", tile.querySelector("path")?.getAttribute("d") ?? "");
  const name = map.closest("figure")?.querySelector("[data-map-name]");
  if (name) name.textContent = tile.querySelector("title")?.textContent ?? "";
}

function moveFocus(event) {
  const map = event.target instanceof Element ? event.target.closest(".hex-map") : null;
  if (!map) return;
  const links = [...map.querySelectorAll(":scope > a")];
  const from = links.findIndex((link) => link.matches(":focus"));
  const next = links[indexOfKey(event.key, links, from)];
  if (from === -1 || !next) return;
  event.preventDefault();
  links[from].setAttribute("tabindex", "-1");
  next.setAttribute("tabindex", "0");
  next.focus();
}

function indexOfKey(key, links, from) {
  if (key === "Home") return 0;
  if (key === "End") return links.length - 1;
  const direction = directions[key];
  return direction ? nearestAhead(links.map(topOf), from, direction) : -1;
}

/** A tile's path starts at its top: "M252 63l...". */
function topOf(link) {
  const [, x, y] = /^M(\d+) (\d+)/.exec(link.querySelector("path")?.getAttribute("d") ?? "") ?? [];
  return { x: Number(x), y: Number(y) };
}

if (typeof document !== "undefined") {
  document.addEventListener("keydown", moveFocus);
  document.addEventListener("focusin", point);
  document.addEventListener("pointerover", point);
}
