// What a herindeling is, before anything is looked up.

/** Is this ISO day a 1 January? */
export function isNewYearsDay(day: string): boolean {
  return day.slice(5) === "01-01";
}

/** Is it time? On its day a herindeling can no longer be taken back. */
export function isDue(effectiveOn: string, today: string): boolean {
  return effectiveOn <= today;
}

type Years = { inhabitants: number; years: readonly { year: number; inhabitants: number }[] };

/**
 * Inhabitants of the successor on the day. A year that CBS counted on that day or later holds those of the
 * predecessors already; otherwise they are added to the newest number that is known.
 */
export function mergedInhabitants(
  successor: Years | null,
  predecessors: readonly Years[],
  year: number,
): { inhabitants: number; isAdded: boolean } {
  if (successor?.years.some((one) => one.year >= year))
    return { inhabitants: successor.inhabitants, isAdded: false };
  const all = successor ? [successor, ...predecessors] : predecessors;
  return { inhabitants: all.reduce((sum, { inhabitants }) => sum + inhabitants, 0), isAdded: true };
}

type Named = { name: string };

/** What the gemeente is called that they go on as. */
export function nameOfSuccessor({
  successor,
  fresh,
}: {
  successor: Named | null;
  fresh: Named | null;
}): string {
  return (successor ?? fresh)?.name ?? "";
}

/** Carried out, planned, or a plan of the demonstration, which stays one. */
export function stateOf({ carriedOutAt, isDemo }: { carriedOutAt: Date | null; isDemo: boolean }) {
  if (carriedOutAt) return "done";
  return isDemo ? "demo" : "planned";
}
