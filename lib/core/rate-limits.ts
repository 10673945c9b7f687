import "server-only";
import { createHmac } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { database } from "./db";
import { env } from "./env";
import { DomainError } from "./errors";

/** How often something may be tried: `tries` within `seconds` of the first; then one waits for the rest of them. */
export type Limit = { name: string; tries: number; seconds: number };

const limiters = new Map<string, RateLimiterPostgres>();

/**
 * Counts one try by `key` (a user, a mail address: it is stored sealed) before it is judged, so that many at
 * once are counted too. Error: too-many, with the minutes to wait, also for a right answer. In PostgreSQL:
 * every instance counts along. Not in the transaction of the try: a refusal must not undo it.
 */
export async function countTry(limit: Limit, key: string): Promise<void> {
  try {
    await limiterOf(limit).consume(seal(key));
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new DomainError("too-many", "tooManyTries", String(Math.ceil(error.msBeforeNext / 60_000)));
  }
}

/** Forgets the tries of `key`, after one that was right. */
export async function forgetTries(limit: Limit, key: string): Promise<void> {
  await limiterOf(limit).delete(seal(key));
}

function limiterOf({ name, tries, seconds }: Limit): RateLimiterPostgres {
  const limiter =
    limiters.get(name) ??
    new RateLimiterPostgres({
      storeClient: { query: runQuery },
      storeType: "client",
      tableName: "RateLimit",
      tableCreated: true,
      // The server in front of the pages, which counts in the same table, does that.
      clearExpiredByTimeout: false,
      keyPrefix: name,
      points: tries,
      duration: seconds,
    });
  limiters.set(name, limiter);
  return limiter;
}

type Row = { points: number; expire: bigint | null };

/** The store speaks to a `pg` client; the pool of the application does just as well. */
async function runQuery({ text, values }: { text: string; values: unknown[] }) {
  const rows = await database().$queryRawUnsafe<Row[]>(text, ...values);
  return { rows: rows.map((row) => ({ ...row, expire: Number(row.expire) })), rowCount: rows.length };
}

function seal(key: string): string {
  return createHmac("sha256", env().NEXTAUTH_SECRET).update(key).digest("base64url");
}
