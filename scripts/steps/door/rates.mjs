// How often one client may do something. Counted in PostgreSQL, for all processes together; pages that are only
// read are not counted, so that they cost no query.
import { createHmac } from "node:crypto";
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { toClient } from "./client-address.mjs";

const signIn = /^\/((nl|en)\/inloggen|api\/auth)(\/|$)/;
const download = /\.(csv|xlsx|pdf|zip)$|\/(export|download)(\/|$)|^\/api\/documenten\//;

/**
 * The kinds of limits; the first that applies counts. `points` turns in `seconds` per client. A whole
 * gemeente may share one address. `lease`: so many turns are taken from the database at a time.
 */
export const limits = [
  {
    name: "sign-in",
    points: 60,
    seconds: 300,
    applies: ({ isReading, path }) => !isReading && signIn.test(path),
  },
  { name: "send", points: 600, seconds: 300, applies: ({ isReading }) => !isReading },
  { name: "download", points: 60, seconds: 300, applies: ({ path }) => download.test(path) },
  { name: "api", points: 1200, seconds: 60, lease: 20, applies: ({ path }) => path.startsWith("/api/v1/") },
];

/**
 * Makes the counter. `pool`: of pg; while it does not answer each process counts by itself, and the
 * database is left alone for a while. `factor` multiplies every limit; `secret` seals addresses.
 */
export function makeRates({ pool, factor, secret, onTrouble }) {
  const store = withFuse(pool, onTrouble);
  const counters = limits.map((limit) => ({ ...limit, limiter: makeLimiter(limit, store, factor) }));

  /** Takes a turn. Returns null when nothing is counted, else the headers to send, and after how long one may go on. */
  return async function takeTurn(visit) {
    const counter = counters.find(({ applies }) => applies(visit));
    if (!counter) return null;
    const client = createHmac("sha256", secret).update(toClient(visit.address)).digest("base64url");
    const { left, wait, isAllowed } = await take(counter, client);
    const { name, seconds, limiter } = counter;
    return {
      isAllowed,
      retryAfter: Math.max(2, Math.ceil(wait / 1000)),
      headers: {
        "RateLimit-Policy": `"${name}";q=${limiter.points};w=${seconds}`,
        RateLimit: `"${name}";r=${left};t=${Math.ceil(wait / 1000)}`,
      },
    };
  };
}

function makeLimiter({ name, points, seconds, lease = 1 }, store, factor) {
  const common = { keyPrefix: name, points: Math.max(lease, Math.ceil(points * factor)), duration: seconds };
  const limiter = new RateLimiterPostgres({
    ...common,
    storeClient: store,
    storeType: "pool",
    tableName: "RateLimit",
    tableCreated: true,
    // Whoever is over the limit costs no further query.
    inMemoryBlockOnConsumed: common.points + 1,
    insuranceLimiter: new RateLimiterMemory(common),
  });
  return Object.assign(limiter, { leases: new Map() });
}

/** One turn, from those that this process already took for the client, or from the database. */
async function take({ lease = 1, limiter }, client) {
  const now = Date.now();
  const held = limiter.leases.get(client);
  if (held && held.turns > 0 && held.until > now) {
    held.turns--;
    return { isAllowed: true, left: held.left + held.turns, wait: held.until - now };
  }
  try {
    const { remainingPoints, msBeforeNext } = await limiter.consume(client, lease);
    if (lease > 1)
      keepLease(limiter.leases, client, {
        turns: lease - 1,
        left: remainingPoints,
        until: now + msBeforeNext,
      });
    return { isAllowed: true, left: remainingPoints + lease - 1, wait: msBeforeNext };
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return { isAllowed: false, left: 0, wait: refusal.msBeforeNext };
  }
}

function keepLease(leases, client, lease) {
  if (leases.size > 10_000) leases.clear();
  leases.set(client, lease);
}

const restTime = 5_000;

/** After a failure asks the pool nothing for a while: nobody waits for a database that does not answer. */
function withFuse(pool, onTrouble) {
  let restUntil = 0;
  return {
    async query(question) {
      if (Date.now() < restUntil) throw new Error("the database is left alone");
      try {
        return await pool.query(question);
      } catch (error) {
        if (Date.now() >= restUntil) onTrouble(error);
        restUntil = Date.now() + restTime;
        throw error;
      }
    },
  };
}
