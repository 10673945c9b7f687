import type { Province } from "@/lib/core/generated/prisma/enums";

/** The size classes of CBS, by number of inhabitants: lower bound included, upper excluded. */
export const sizeClasses = [
  { id: "under20", from: 0, to: 20_000 },
  { id: "to50", from: 20_000, to: 50_000 },
  { id: "to100", from: 50_000, to: 100_000 },
  { id: "to250", from: 100_000, to: 250_000 },
  { id: "over250", from: 250_000, to: Number.MAX_SAFE_INTEGER },
] as const;

type SizeClass = (typeof sizeClasses)[number];
export type SizeClassId = SizeClass["id"];

/** The size class of a gemeente with this number of inhabitants (source: CBS). */
export function toSizeClass(inhabitants: number): SizeClass {
  return sizeClasses.find(({ to }) => inhabitants < to) ?? sizeClasses[4];
}

/** What a list of gemeenten is narrowed to. */
export type GemeenteFilter = { q: string; province: Province | null; size: SizeClassId | null };

/** The middle value; of an even number of values the mean of the two in the middle; null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

type Countable = { province: string; inhabitants: number; inUseCount: number };

export type Comparison = { group: "sizeClass" | "province" | "country"; size: number; median: number };

/** The median number of solutions in use among gemeenten of the same size, the same province, and all; the gemeente itself included. */
export function compareInUse<T extends Countable>(self: Countable, all: readonly T[]): Comparison[] {
  const sizeClass = toSizeClass(self.inhabitants);
  const groups = {
    sizeClass: all.filter(({ inhabitants }) => toSizeClass(inhabitants) === sizeClass),
    province: all.filter(({ province }) => province === self.province),
    country: all,
  };
  return (["sizeClass", "province", "country"] as const).map((group) => ({
    group,
    size: groups[group].length,
    median: median(groups[group].map(({ inUseCount }) => inUseCount)) ?? 0,
  }));
}
