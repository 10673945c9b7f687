import "server-only";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { database } from "./db";
import { DomainError } from "./errors";

/** How often something may be tried: `tries` within `seconds` of the first; then one waits for the rest of them. */
export type Limit = { name: string; tries: number; seconds: number };

const limiters = new Map<string, RateLimiterPrisma>();

/**
 * Counts one try by `key` (a user, a shortened address; nothing personal in the clear) before it is judged,
 * so that many at once are counted too. Error: too-many, with the minutes to wait, also for a right answer.
 * In PostgreSQL: every instance counts along. Not in the transaction of the try: a refusal must not undo it.
 */
export async function countTry(limit: Limit, key: string): Promise<void> {
  try {
    await limiterOf(limit).consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new DomainError("too-many", "tooManyTries", String(Math.ceil(error.msBeforeNext / 60_000)));
  }
}

/** Forgets the tries of `key`, after one that was right. */
export async function forgetTries(limit: Limit, key: string): Promise<void> {
  await limiterOf(limit).delete(key);
}

function limiterOf({ name, tries, seconds }: Limit): RateLimiterPrisma {
  const limiter =
    limiters.get(name) ??
    new RateLimiterPrisma({
      storeClient: database(),
      tableName: "rateLimit",
      keyPrefix: name,
      points: tries,
      duration: seconds,
    });
  limiters.set(name, limiter);
  return limiter;
}
