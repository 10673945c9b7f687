/** A place on the map: pointy-top hexagons in rows, odd rows half a tile to the right ("odd-r"). */
export type Place = { col: number; row: number };
type Point = { x: number; y: number };

/** Half the width, the straight side and the distance between rows of a tile: integers that close exactly. */
export const half = 12;
export const side = 14;
export const pitch = 21;

/** The middle of a tile, in units of the drawing. */
export function centreOf({ col, row }: Place): Point {
  return { x: half * (2 * col + (row % 2) + 1), y: pitch * row + side };
}

/** The tiles at the right, lower right and lower left: together with their opposites all six. */
export function neighboursAhead({ col, row }: Place): { east: Place; southEast: Place; southWest: Place } {
  const shift = row % 2;
  return {
    east: { col: col + 1, row },
    southEast: { col: col + shift, row: row + 1 },
    southWest: { col: col + shift - 1, row: row + 1 },
  };
}

export const placeKey = ({ col, row }: Place) => `${col},${row}`;

/** One path along every side where two regions meet. */
export function regionBorders(tiles: readonly (Place & { province: string })[]): string {
  const regionAt = new Map(tiles.map((tile) => [placeKey(tile), tile.province]));
  return tiles.map((tile) => bordersAhead(tile, regionAt)).join("");
}

function bordersAhead(tile: Place & { province: string }, regionAt: Map<string, string>): string {
  const { x, y } = centreOf(tile);
  const { east, southEast, southWest } = neighboursAhead(tile);
  const isForeign = (place: Place) => (regionAt.get(placeKey(place)) ?? tile.province) !== tile.province;
  return [
    isForeign(east) ? `M${x + half} ${y - side / 2}v${side}` : "",
    isForeign(southEast) ? `M${x + half} ${y + side / 2}l${-half} ${side / 2}` : "",
    isForeign(southWest) ? `M${x} ${y + side}l${-half} ${-side / 2}` : "",
  ].join("");
}
