// Hears of changes, also those that another process made: PostgreSQL passes them on.
import pg from "pg";

/** What a change is announced on, by lib/core/db.ts and the commands that load or clear data. */
export const channel = "pluseen_changed";

const pauses = [100, 500, 2_000, 5_000];

/**
 * Listens on the database at `url`. `onOpen` when changes are heard from now on, `onClose` when they may be
 * missed, `onChange` at each. Tries again for ever; returns a way to stop.
 */
export function listenForChanges(url, { onOpen, onClose, onChange }) {
  let client = null;
  let isStopped = false;
  let failures = 0;
  let timer;

  const retry = () => {
    if (isStopped) return;
    client = null;
    onClose();
    timer = setTimeout(connect, pauses[Math.min(failures++, pauses.length - 1)]);
    timer.unref();
  };

  const connect = async () => {
    const own = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, keepAlive: true });
    client = own;
    let isOver = false;
    const end = () => {
      if (isOver) return;
      isOver = true;
      own.end().catch(() => {});
      retry();
    };
    own.on("error", end);
    own.on("end", end);
    own.on("notification", onChange);
    try {
      await own.connect();
      await own.query(`LISTEN ${channel}`);
      failures = 0;
      if (!isOver) onOpen();
    } catch {
      end();
    }
  };

  connect();
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await client?.end().catch(() => {});
  };
}
