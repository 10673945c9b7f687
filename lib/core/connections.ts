import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { createHash } from "node:crypto";
import type { Socket } from "node:net";
import { PrismaPg } from "@prisma/adapter-pg";
import pg, { type ClientBase } from "pg";
import { logError } from "./log";

/** Nobody waits longer than ten seconds for an answer: a connection, a statement and a transaction each less. */
export const waits = { connection: 3_500, statement: 6_000, silence: 7_000, transaction: 7_000 };

/** Connections with the database at `url`, for Prisma and for statements that go past it. */
export function makePool(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: 20,
    connectionTimeoutMillis: waits.connection,
    statement_timeout: waits.statement,
    idle_in_transaction_session_timeout: waits.transaction,
    onConnect: cutWhenSilent,
  });
  pool.on("error", reportLoss);
  return pool;
}

const reportLoss = (error: Error) => logError(error, "database connection lost");

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

/** More shapes than the code asks by itself; only a visitor who tries many kinds of questions passes it. */
const mostPrepared = 400;
const names = new Map<string, string>();

/** A name for a statement, so that it is prepared once; past the limit none, because a name is kept for ever. */
export function nameStatement(sql: string): string {
  const known = names.get(sql);
  if (known !== undefined || names.size >= mostPrepared) return known ?? "";
  const name = createHash("sha1").update(sql).digest("base64url");
  names.set(sql, name);
  return name;
}

/** The connection of a transaction that Prisma began, once it has one. */
export type Line = { client?: ClientBase };

// The bundler makes copies of this module, while the process has one client.
const shared = globalThis as { pluseenBeginning?: AsyncLocalStorage<Line> };
shared.pluseenBeginning ??= new AsyncLocalStorage<Line>();

/** Prisma does not tell which connection a transaction has: whoever begins one holds a line up here. */
export const beginning = shared.pluseenBeginning;

/** Prisma's way to `pool`; statements are prepared under a name, which makes search three times as fast. */
export class Adapter extends PrismaPg {
  constructor(pool: pg.Pool) {
    super(pool, {
      statementNameGenerator: ({ sql }) => nameStatement(sql),
      onConnectionError: reportLoss,
      disposeExternalPool: true,
    });
  }

  override async connect() {
    const adapter = await super.connect();
    const begin = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (level) => {
      const transaction = await begin(level);
      const line = beginning.getStore();
      // Not that of another transaction, which the work within this one begins.
      if (line) line.client ??= (transaction as unknown as Line).client;
      return transaction;
    };
    return adapter;
  }
}
