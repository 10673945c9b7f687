import type { Level } from "./hex-map-markup";

/** Lower bounds of the classes above zero, ascending; each with its shade. */
export type LevelScale = { from: number; to: number; level: Level }[];

/**
 * At most five classes of whole numbers with about as many members each; zero is no class but
 * level 0. Fewer different values give fewer classes, spread over the same shades.
 */
export function toLevelScale(values: readonly number[]): LevelScale {
  const positive = values.filter((value) => value > 0).sort((a, b) => a - b);
  const bounds = [0, 1, 2, 3, 4].map((fifth) => positive[Math.floor((fifth * positive.length) / 5)] ?? 0);
  const distinct = [...new Set(bounds)].filter((bound) => bound > 0);
  const highest = positive.at(-1) ?? 0;
  return distinct.map((from, index) => ({
    from,
    to: (distinct[index + 1] ?? highest + 1) - 1,
    level: Math.round(((index + 1) * 5) / distinct.length) as Level,
  }));
}

export function levelOf(value: number, scale: LevelScale): Level {
  return scale.findLast(({ from }) => value >= from)?.level ?? 0;
}
