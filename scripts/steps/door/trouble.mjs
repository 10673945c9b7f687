// Is this error the fault of a database that is gone, full or slow, or of others who were at the same rows?
// Then trying again later helps.

/** Of PostgreSQL (SQLSTATE), Node's sockets, Prisma and its adapter for `pg`. */
const codes =
  /^(08...|53...|57P0[1-5]|57014|40001|40P01|55P03|25P03|ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|P10(01|02|08|11|17)|P20(24|28|34))$/;
const kinds =
  /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections|TlsConnectionError|TransactionWriteConflict)$/;
const sentences =
  /can't reach database server|timeout exceeded when trying to connect|connection terminated|query read timeout|client has encountered a connection error|unable to start a transaction|not queryable|statement timeout|lock timeout|the database system is/i;

/** Looks at the error and at what caused it, a few levels deep. */
export function isDatabaseTrouble(error, depth = 0) {
  if (!error || typeof error !== "object" || depth > 5) return false;
  if (codes.test(error.code ?? "") || codes.test(error.originalCode ?? "") || kinds.test(error.kind ?? ""))
    return true;
  if (error.name === "PrismaClientInitializationError") return true;
  if (typeof error.message === "string" && sentences.test(error.message)) return true;
  const causes = [error.cause, error.meta?.driverAdapterError, ...(error.errors ?? [])];
  return causes.some((cause) => isDatabaseTrouble(cause, depth + 1));
}
