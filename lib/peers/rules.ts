import type { Province } from "@/lib/core/generated/prisma/enums";

// Which gemeenten are like mine: size, where it lies and what it uses, each 0 to 1, weighed by what
// the reader finds important. Our own formula; docs/decisions/0021 explains it.

export const aspects = ["size", "nearness", "use"] as const;
export type Aspect = (typeof aspects)[number];

/** How heavily each aspect counts: 0 (not) to 3. */
export type Weights = Record<Aspect, number>;
export const usualWeights: Weights = { size: 2, nearness: 1, use: 2 };

export type Place = {
  inhabitants: number;
  province: Province;
  hexCol: number;
  hexRow: number;
  /** Solutions in use. */
  inUseCount: number;
};

/** Eight times as many inhabitants, or an eighth, is nothing alike. */
const doublingsUntilUnlike = 3;
/** About the width of a province on the map; farther away all is equally far. */
const tilesUntilFar = 8;

export type Likeness = Record<Aspect, number> & {
  /** 0 (nothing alike) to 1. */
  total: number;
  /** How many times as many inhabitants; below 1 is smaller. */
  ratio: number;
  isSameProvince: boolean;
  /** Solutions that both use, as far as may be known. */
  shared: number;
};

/** How like mine a gemeente is; `shared` is the number of solutions that both are known to use. */
export function likenessOf(
  mine: Place,
  other: Place,
  { shared, weights }: { shared: number; weights: Weights },
): Likeness {
  const ratio = other.inhabitants / mine.inhabitants;
  const parts: Record<Aspect, number> = {
    size: towardsZero(Math.abs(Math.log2(ratio)) / doublingsUntilUnlike),
    nearness: towardsZero((tileDistance(mine, other) - 1) / tilesUntilFar),
    use: jaccard(shared, mine.inUseCount, other.inUseCount),
  };
  return {
    ...parts,
    total: weigh(parts, weights),
    ratio,
    isSameProvince: mine.province === other.province,
    shared,
  };
}

/** The weighted mean; without any weight the usual ones, because an order by nothing helps nobody. */
function weigh(parts: Record<Aspect, number>, weights: Weights): number {
  const used = aspects.some((aspect) => weights[aspect] > 0) ? weights : usualWeights;
  const sum = aspects.reduce((total, aspect) => total + used[aspect], 0);
  return aspects.reduce((total, aspect) => total + used[aspect] * parts[aspect], 0) / sum;
}

const towardsZero = (difference: number) => 1 - Math.min(1, Math.max(0, difference));

/** What both use, of what either uses (Jaccard); nothing used is nothing alike. */
function jaccard(shared: number, mine: number, other: number): number {
  const either = mine + other - shared;
  return either > 0 ? Math.min(1, shared / either) : 0;
}

/** Steps from tile to tile on the map: hexagons in rows, odd rows half a tile to the right. */
export function tileDistance(
  a: Pick<Place, "hexCol" | "hexRow">,
  b: Pick<Place, "hexCol" | "hexRow">,
): number {
  const column = ({ hexCol, hexRow }: typeof a) => hexCol - (hexRow - (hexRow & 1)) / 2;
  const dq = column(a) - column(b);
  const dr = a.hexRow - b.hexRow;
  return (Math.abs(dq) + Math.abs(dr) + Math.abs(dq + dr)) / 2;
}
