import { escapeHtml } from "./escape-html";
import { centreOf, half, type Place, pitch, regionBorders, side } from "./hex-geometry";

export type Level = 0 | 1 | 2 | 3 | 4 | 5;

export type HexTile = Place & {
  label: string;
  href?: string;
  level: Level;
  /** Ring inside the tile, drawn through: a deliberate "no". */
  outlined?: boolean;
  /** Ring of dots inside the tile: uncertain. */
  dotted?: boolean;
  /** The tile this page is about. */
  here?: boolean;
  /** Not there now; a script may show it when the map goes back in time. */
  absent?: boolean;
  /** Tiles of different regions are divided by a heavier line. */
  province: string;
};

const tile = `l12 7v14l-12 7-12-7v-14z`;
const ring = `l8 5v10l-8 5-8-5v-10z`;

/** Box around all tiles with room for the heavier lines. */
export function viewBoxOf(tiles: readonly Place[]): string {
  const columns = Math.max(0, ...tiles.map(({ col }) => col)) + 1.5;
  const rows = Math.max(0, ...tiles.map(({ row }) => row));
  return `-2 -2 ${2 * half * columns + 4} ${pitch * rows + 2 * side + 4}`;
}

/**
 * The inside of the map's svg. One string, because React elements for 342 tiles cost four times the
 * time and twice the bytes. Only one tile is a tab stop; arrow keys move it.
 */
export function hexMapMarkup(tiles: readonly HexTile[]): string {
  const stop =
    tiles.find(({ href, here }) => href && here) ?? tiles.find(({ href, absent }) => href && !absent);
  const here = tiles.find((one) => one.here);
  return [
    patterns,
    ...tiles.map((one) => tileMarkup(one, one === stop)),
    `<path class="hex-border" d="${regionBorders(tiles.filter(({ absent }) => !absent))}"/>`,
    here ? `<path class="hex-here" d="${outline(here, side, tile)}"/>` : "",
    `<path class="hex-cursor" d=""/>`,
  ].join("");
}

/** One tile on its own, for the legend: the same shapes and classes as on the map. */
export function swatchMarkup(look: Pick<HexTile, "level" | "outlined" | "dotted" | "here">): string {
  const place = { col: 0, row: 0 };
  const frame = look.here ? `<path class="hex-here" d="${outline(place, side, tile)}"/>` : "";
  return shapes({ ...place, ...look }) + frame;
}

function tileMarkup(one: HexTile, isStop: boolean): string {
  const title = `<title>${escapeHtml(one.label)}</title>`;
  const look = one.absent ? ' display="none"' : "";
  if (!one.href) return `<g${look}>${shapes(one)}${title}</g>`;
  return `<a${look} href="${escapeHtml(one.href)}" tabindex="${isStop ? 0 : -1}">${shapes(one)}${title}</a>`;
}

function shapes(one: Place & Pick<HexTile, "level" | "outlined" | "dotted">): string {
  const look = one.outlined ? "hex-out" : "hex-dot";
  const inner = one.outlined || one.dotted ? `<path class="${look}" d="${outline(one, 10, ring)}"/>` : "";
  return `<path class="l${one.level}" d="${outline(one, side, tile)}"/>${inner}`;
}

function outline(place: Place, height: number, shape: string): string {
  const { x, y } = centreOf(place);
  return `M${x} ${y - height}${shape}`;
}

/** Dots that grow with the level, for print and for readers who replace colours by their own. */
const patterns = `<defs>${[1, 2, 3, 4, 5].map(patternMarkup).join("")}</defs>`;

function patternMarkup(level: number): string {
  const dot = `<circle cx="4" cy="3.5" r="${level / 2 + 0.2}"/>`;
  return `<pattern id="hex-${level}" width="8" height="7" patternUnits="userSpaceOnUse">${dot}</pattern>`;
}
