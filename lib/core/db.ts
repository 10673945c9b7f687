import "server-only";
import { createHash } from "node:crypto";
import type { Socket } from "node:net";
import { PrismaPg } from "@prisma/adapter-pg";
import type { ClientBase } from "pg";
import { env } from "./env";
import { type Prisma, PrismaClient } from "./generated/prisma/client";
import { logError } from "./log";

export type Transaction = Prisma.TransactionClient;

// Next reloads modules in development; one pool per process is enough.
const shared = globalThis as { pluseenDatabase?: PrismaClient; pluseenForgetPages?: () => void };

/** The database of this process. */
export function database(): PrismaClient {
  shared.pluseenDatabase ??= connect(env().DATABASE_URL);
  return shared.pluseenDatabase;
}

/** More shapes than the code asks by itself; only a visitor who tries many kinds of questions passes it. */
const mostPrepared = 400;
const prepared = new Set<string>();

/** A name for a statement, so that it is prepared once; past the limit none, because a name is kept for ever. */
function nameStatement({ sql }: { sql: string }): string {
  const name = createHash("sha1").update(sql).digest("base64url");
  if (prepared.size < mostPrepared) prepared.add(name);
  return prepared.has(name) ? name : "";
}

// Nobody waits longer than ten seconds for an answer: a connection, a statement and a transaction each less.
const waits = { connection: 3_500, statement: 6_000, silence: 7_000, transaction: 7_000 };

/** A client on `url`; statements are prepared under a name, which makes search three times as fast. */
export function connect(url: string): PrismaClient {
  const adapter = new PrismaPg(
    {
      connectionString: url,
      max: 20,
      connectionTimeoutMillis: waits.connection,
      statement_timeout: waits.statement,
      idle_in_transaction_session_timeout: waits.transaction,
      onConnect: cutWhenSilent,
    },
    {
      statementNameGenerator: nameStatement,
      onPoolError: (error) => logError(error, "database connection lost"),
      onConnectionError: (error) => logError(error, "database connection lost"),
    },
  );
  return new PrismaClient({ adapter, errorFormat: "minimal" });
}

/**
 * A server that vanishes without a word leaves a connection that waits for a quarter of an hour. One that was
 * asked something and says nothing for this long is given up, and the next question gets a new one.
 */
function cutWhenSilent(client: ClientBase): void {
  const { connection } = client as unknown as { connection: { stream: Socket } };
  const isWaiting = () => !(client as unknown as { readyForQuery: boolean }).readyForQuery;
  connection.stream.setTimeout(waits.silence, () => {
    if (isWaiting()) connection.stream.destroy(new Error("Connection terminated: the database is silent"));
  });
}

const changed = new WeakSet<Transaction>();

/** Says that this transaction changes what visitors see: once it is committed, no process shows the old pages. */
export function announceChange(tx: Transaction): void {
  changed.add(tx);
}

/** Runs `work` in one transaction; its waits are bounded, so that nobody hangs on a lock. */
export async function inTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  let isPublic = false;
  const result = await database().$transaction(
    async (tx) => {
      const done = await work(tx);
      isPublic = changed.has(tx);
      return done;
    },
    { maxWait: waits.connection, timeout: waits.transaction },
  );
  if (isPublic) await forgetPages();
  return result;
}

let telling: Promise<void> = Promise.resolve();
let next: Promise<void> | null = null;

/**
 * The pages that this process keeps at once, those of others through PostgreSQL. Apart from the transaction,
 * because a notification within one makes all commits wait for each other. Changes that are committed while
 * one is on its way share the next.
 */
function forgetPages(): Promise<void> {
  shared.pluseenForgetPages?.();
  next ??= telling.then(() => {
    next = null;
    telling = tellOthers();
    return telling;
  });
  return next;
}

async function tellOthers(): Promise<void> {
  try {
    await database().$executeRaw`SELECT pg_notify('pluseen_changed', '')`;
  } catch (error) {
    // The change stands; whoever cannot be told has lost the database as well, and keeps nothing.
    logError(error, "a change was not announced");
  }
}
