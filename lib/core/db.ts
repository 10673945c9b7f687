import "server-only";
import type { ClientBase, Pool } from "pg";
import { Adapter, beginning, type Line, makePool, nameStatement, waits } from "./connections";
import { env } from "./env";
import { Prisma, PrismaClient } from "./generated/prisma/client";
import { logError } from "./log";

export type Transaction = Prisma.TransactionClient;

// Next reloads modules in development; one pool per process is enough.
const shared = globalThis as {
  pluseenPool?: Pool;
  pluseenDatabase?: PrismaClient;
  pluseenForgetPages?: () => void;
};

/** The database of this process. */
export function database(): PrismaClient {
  shared.pluseenDatabase ??= new PrismaClient({ adapter: new Adapter(pool()), errorFormat: "minimal" });
  return shared.pluseenDatabase;
}

function pool(): Pool {
  shared.pluseenPool ??= makePool(env().DATABASE_URL);
  return shared.pluseenPool;
}

const changed = new WeakSet<Transaction>();

/** Says that this transaction changes what visitors see: once it is committed, no process shows the old pages. */
export function announceChange(tx: Transaction): void {
  changed.add(tx);
}

/** The connection of each transaction that still runs, and until when statements may go to it past Prisma. */
const lines = new WeakMap<Transaction, { client: ClientBase; until: number }>();

/** Before Prisma undoes a transaction that takes too long, and lets its connection go; timers are not exact. */
const margin = 100;

/** Runs `work` in one transaction; its waits are bounded, so that nobody hangs on a lock. */
export async function inTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  let isPublic = false;
  const line: Line = {};
  const until = performance.now() + waits.transaction - margin;
  const run = async (tx: Transaction) => {
    if (line.client) lines.set(tx, { client: line.client, until });
    try {
      return await work(tx);
    } finally {
      lines.delete(tx);
      isPublic = changed.has(tx);
    }
  };
  const limits = { maxWait: waits.connection, timeout: waits.transaction };
  const result = await beginning.run(line, () => database().$transaction(run, limits));
  if (isPublic) await forgetPages();
  return result;
}

/**
 * Runs a statement of ours and returns its rows, as `pg` reads them: no BigInt, Decimal or date without time.
 * Past Prisma, which takes five times as long (docs/decisions/0035); within `tx`, if given.
 */
export async function runStatement<Row>(statement: Prisma.Sql, tx?: Transaction): Promise<Row[]> {
  const line = tx && lines.get(tx);
  // What comes late is up to Prisma: it knows whether the transaction still is there.
  if (tx && (!line || performance.now() > line.until)) return tx.$queryRaw<Row[]>(statement);
  const { text, values } = statement;
  const { rows } = await (line?.client ?? pool()).query({ name: nameStatement(text), text, values });
  return rows;
}

type Value = string | number | boolean | Date | null | undefined;
/** What goes into the columns of a table; a day is a text, and what is undefined is left out. */
type Columns<Table extends Prisma.ModelName> = Partial<
  Record<keyof Prisma.TypeMap["model"][Table]["payload"]["scalars"], Value>
>;

const quote = (name: string) => Prisma.raw(`"${name}"`);

function listColumns(row: Record<string, Value>) {
  const given = Object.entries(row).filter(([, value]) => value !== undefined);
  return given.map(([name, value]) => ({ name: quote(name), value }));
}

/** Adds a row and returns its id; columns that are left out get the default of the database. */
export async function insertRow<Table extends Prisma.ModelName>(
  tx: Transaction,
  table: Table,
  row: Columns<Table>,
): Promise<string> {
  const columns = listColumns(row);
  const names = Prisma.join(columns.map(({ name }) => name));
  const values = Prisma.join(columns.map(({ value }) => value));
  const statement = Prisma.sql`INSERT INTO ${quote(table)} (${names}) VALUES (${values}) RETURNING "id"`;
  const [inserted] = await runStatement<{ id: string }>(statement, tx);
  if (!inserted) throw new Error(`${table} took no row`);
  return inserted.id;
}

/** Changes these columns of the row with this id. */
export async function updateRow<Table extends Prisma.ModelName>(
  tx: Transaction,
  table: Table,
  id: string,
  row: Columns<Table>,
): Promise<void> {
  const assigned = Prisma.join(listColumns(row).map(({ name, value }) => Prisma.sql`${name} = ${value}`));
  await runStatement(Prisma.sql`UPDATE ${quote(table)} SET ${assigned} WHERE "id" = ${id}::uuid`, tx);
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
    // Nothing of this has to outlive a crash: what was changed is on the disk already, and who listens starts anew.
    await runStatement(
      Prisma.sql`SELECT set_config('synchronous_commit', 'off', true), pg_notify('pluseen_changed', '')`,
    );
  } catch (error) {
    // The change stands; whoever cannot be told has lost the database as well, and keeps nothing.
    logError(error, "a change was not announced");
  }
}
