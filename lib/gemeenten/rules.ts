/** The size classes of CBS, by number of inhabitants: lower bound included, upper excluded. */
export const sizeClasses = [
  { id: "under20", from: 0, to: 20_000 },
  { id: "to50", from: 20_000, to: 50_000 },
  { id: "to100", from: 50_000, to: 100_000 },
  { id: "to250", from: 100_000, to: 250_000 },
  { id: "over250", from: 250_000, to: Number.MAX_SAFE_INTEGER },
] as const;

export type SizeClass = (typeof sizeClasses)[number];
export type SizeClassId = SizeClass["id"];

/** The size class of a gemeente with this number of inhabitants (source: CBS). */
export function toSizeClass(inhabitants: number): SizeClass {
  return sizeClasses.find(({ to }) => inhabitants < to) ?? sizeClasses[4];
}
