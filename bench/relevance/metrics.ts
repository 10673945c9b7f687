// How good an order is, against what people expect: https://en.wikipedia.org/wiki/Discounted_cumulative_gain

/** Which facilities a question should find: 3 is what was meant, 2 helps too, 1 is related. */
export type Expected = ReadonlyMap<string, number>;

const depth = 10;

/** Gain of the first ten, discounted by place and divided by the best that is possible: 0 to 1. */
export function ndcg(found: readonly string[], expected: Expected): number {
  const best = [...expected.values()].sort((a, b) => b - a);
  const ideal = gain(best);
  return ideal === 0 ? 0 : gain(found.map((slug) => expected.get(slug) ?? 0)) / ideal;
}

function gain(grades: readonly number[]): number {
  return grades
    .slice(0, depth)
    .reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);
}

/** Is one of the best answers among the first three? */
export function succeeds(found: readonly string[], expected: Expected): boolean {
  const best = Math.max(...expected.values());
  return found.slice(0, 3).some((slug) => expected.get(slug) === best);
}
