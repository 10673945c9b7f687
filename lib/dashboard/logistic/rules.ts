// The S-curve: dN/dt = r N (1 - N/K), so N(t) = K / (1 + exp(-r (t - m))) (Verhulst, 1838, "Notice sur la loi
// que la population suit dans son accroissement"). K is the ceiling, r the rate per year, m the year in which
// half of K is reached. Pure.

export type LogisticCurve = { ceiling: number; rate: number; midpoint: number };

/** A count at a moment; `at` in years. */
export type Measurement = { at: number; count: number };

export function valueAt({ ceiling, rate, midpoint }: LogisticCurve, at: number): number {
  return ceiling / (1 + Math.exp(-rate * (at - midpoint)));
}

/** `deviance` is how far the counts are from the curve: the less, the more likely. */
export type Fit = LogisticCurve & { deviance: number };

/**
 * The most likely curve with a ceiling of at most `capacity`, where what joins from one measurement to the
 * next varies as Poisson says. For each ceiling on a grid ln(N / (K - N)) is a straight line in time, of
 * which the points weigh N (K - N); from the best of these Fisher's scoring with the damping
 * of Levenberg and Marquardt (1963) finds the maximum. Null without two different counts.
 */
export function fitLogistic(points: readonly Measurement[], capacity: number): Fit | null {
  const highest = Math.max(0, ...points.map(({ count }) => count));
  if (new Set(points.map(({ count }) => count)).size < 2) return null;
  const bounds = { low: highest, high: Math.max(capacity, highest) };
  const begin = searchGrid(points, bounds);
  return begin && refine(points, begin, bounds);
}

/**
 * The curves that the counts do not contradict: for each ceiling the most likely one, as far as its deviance
 * is at most `allowed` above the least (a profile of the likelihood; Venzon and Moolgavkar, 1988).
 */
export function listLikely(
  points: readonly Measurement[],
  { best, capacity, allowed }: { best: Fit; capacity: number; allowed: number },
): Fit[] {
  const lowest = Math.max(0, ...points.map(({ count }) => count));
  const ceilings = Array.from({ length: profileSize }, (_, step) => {
    return lowest + ((Math.max(capacity, lowest) - lowest) * step) / (profileSize - 1);
  });
  const fits = ceilings.map((ceiling) =>
    refine(points, withDeviance(points, { ...best, ceiling }), { low: ceiling, high: ceiling }),
  );
  return [best, ...fits.filter(({ deviance }) => deviance <= best.deviance + allowed)];
}

const profileSize = 120;
const gridSize = 40;

function searchGrid(points: readonly Measurement[], { low, high }: Bounds): Fit | null {
  const fits = Array.from({ length: gridSize }, (_, step) => {
    return straighten(points, low + 0.1 + ((high - low) * step) / (gridSize - 1));
  });
  return fits.reduce((best, fit) => (fit && (!best || fit.deviance < best.deviance) ? fit : best), null);
}

/** Twice the loss of likelihood against a curve through every point; who leaves joins as a zero. */
function withDeviance(points: readonly Measurement[], curve: LogisticCurve): Fit {
  let [deviance, before, valueBefore] = [0, 0, 0];
  for (const { at, count } of points) {
    const value = valueAt(curve, at);
    const joined = Math.max(0, count - before);
    const expected = Math.max(leastGrowth, value - valueBefore);
    deviance += 2 * (expected - joined + (joined > 0 ? joined * Math.log(joined / expected) : 0));
    [before, valueBefore] = [count, value];
  }
  return { ...curve, deviance };
}

const leastGrowth = 1e-6;

/** Weighted linear regression of the logit on time, for a given ceiling. */
function straighten(points: readonly Measurement[], ceiling: number): Fit | null {
  let [w, wx, wy, wxx, wxy] = [0, 0, 0, 0, 0];
  for (const { at, count } of points) {
    if (count <= 0 || count >= ceiling) continue;
    const weight = count * (ceiling - count);
    const logit = Math.log(count / (ceiling - count));
    w += weight;
    wx += weight * at;
    wy += weight * logit;
    wxx += weight * at * at;
    wxy += weight * at * logit;
  }
  const spread = w * wxx - wx * wx;
  const rate = spread > 0 ? (w * wxy - wx * wy) / spread : 0;
  if (!(rate > 0)) return null;
  return withDeviance(points, { ceiling, rate, midpoint: (rate * wx - wy) / (rate * w) });
}

type Bounds = { low: number; high: number };

function refine(points: readonly Measurement[], start: Fit, { low, high }: Bounds): Fit {
  const isFixed = low === high;
  let best = withDeviance(points, { ...start, ceiling: Math.min(high, Math.max(low, start.ceiling)) });
  let damping = 1e-3;
  for (let round = 0; round < 60 && damping < 1e8; round++) {
    const step = scoringStep(points, best, { damping, isFixed });
    if (!step) return best;
    const next = withDeviance(points, {
      ceiling: Math.min(high, Math.max(low, best.ceiling + step[0])),
      rate: Math.min(20, Math.max(1e-2, best.rate + step[1])),
      midpoint: best.midpoint + step[2],
    });
    const gain = best.deviance - next.deviance;
    damping *= gain > 0 ? 0.3 : 5;
    if (gain > 0) best = next;
    if (gain > 0 && gain < 1e-9 * (1 + best.deviance)) return best;
  }
  return best;
}

type Triple = [number, number, number];

/** Solves (J'WJ + damping diag(J'WJ)) step = J'W residuals, each growth weighing one over itself. */
function scoringStep(
  points: readonly Measurement[],
  curve: LogisticCurve,
  { damping, isFixed }: { damping: number; isFixed: boolean },
): Triple | null {
  const normal: [Triple, Triple, Triple] = [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ];
  const target: Triple = [0, 0, 0];
  let [before, last]: [number, Gradient] = [0, [0, 0, 0, 0]];
  for (const { at, count } of points) {
    const here = gradientAt(curve, at);
    const slopes = [isFixed ? 0 : here[1] - last[1], here[2] - last[2], here[3] - last[3]] as const;
    const expected = Math.max(leastGrowth, here[0] - last[0]);
    const residual = (Math.max(0, count - before) - expected) / expected;
    for (const row of places) {
      for (const column of places) normal[row][column] += (slopes[row] * slopes[column]) / expected;
      target[row] += slopes[row] * residual;
    }
    [before, last] = [count, here];
  }
  for (const place of places) normal[place][place] = normal[place][place] * (1 + damping) + 1e-12;
  return solve(normal, target);
}

const places = [0, 1, 2] as const;

/** The value, and how it changes with ceiling, rate and midpoint. */
type Gradient = [number, number, number, number];

function gradientAt(curve: LogisticCurve, at: number): Gradient {
  const part = 1 / (1 + Math.exp(-curve.rate * (at - curve.midpoint)));
  const slope = curve.ceiling * part * (1 - part);
  return [curve.ceiling * part, part, slope * (at - curve.midpoint), -slope * curve.rate];
}

/** Cramer's rule for three unknowns. */
function solve([a, b, c]: [Triple, Triple, Triple], target: Triple): Triple | null {
  const whole = determinant(a, b, c);
  if (!Number.isFinite(whole) || Math.abs(whole) < 1e-300) return null;
  const replaced = [0, 1, 2].map((column) => {
    const put = (line: Triple, value: number) =>
      line.map((one, at) => (at === column ? value : one)) as Triple;
    return determinant(put(a, target[0]), put(b, target[1]), put(c, target[2])) / whole;
  });
  return replaced as Triple;
}

function determinant([a, b, c]: Triple, [d, e, f]: Triple, [g, h, i]: Triple): number {
  return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
}

/** The least number that a Poisson draw does not pass in this part of the cases. */
export function poissonQuantile(mean: number, part: number): number {
  let chance = Math.exp(-mean);
  let count = 0;
  for (let sum = chance; sum < part && count < 10 * mean + 20; sum += chance) {
    count++;
    chance *= mean / count;
  }
  return count;
}
