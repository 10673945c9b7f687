import { createHash } from "node:crypto";

/** Chance that is the same every time: the layer for the demonstration must not differ between two machines. */
export type Chance = {
  /** 0 up to but not including 1. */
  next: () => number;
  /** A whole number from `low` to `high`, both included. */
  between: (low: number, high: number) => number;
  isTrue: (probability: number) => boolean;
  pick: <T>(choices: readonly [T, ...T[]]) => T;
};

/** A source of chance that depends on nothing but `key` (mulberry32). */
export function chanceOf(key: string): Chance {
  let state = hashOf(key);
  const chance: Chance = {
    next() {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    },
    between(low, high) {
      return low + Math.floor(chance.next() * (high - low + 1));
    },
    isTrue(probability) {
      return chance.next() < probability;
    },
    pick(choices) {
      return choices[chance.between(0, choices.length - 1)] ?? choices[0];
    },
  };
  return chance;
}

/** 32 bits of a text (FNV-1a with a final mix): not secret, but quick, because it is asked very often. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A stable identity for a row of the demo layer. */
export function uuidOf(key: string): string {
  const hex = createHash("sha1").update(`pluseen demo ${key}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
