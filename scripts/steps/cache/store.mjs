// Pages in memory: the least recently asked leaves first, and a change empties it.

/**
 * Keeps entries `{ bytes, ... }` up to `mostBytes` together, each for `lifetime` milliseconds at most:
 * a net under the purge, for what no change announces, such as the date.
 */
export function createStore({ mostBytes = 128 * 1024 * 1024, lifetime = 60_000, now = Date.now } = {}) {
  // A Map remembers the order of insertion: the first is the one that nobody asked for longest.
  let entries = new Map();
  let running = new Map();
  let held = 0;
  let isOpen = false;

  const drop = (address) => {
    held -= entries.get(address)?.bytes ?? 0;
    entries.delete(address);
  };

  const keep = (address, entry) => {
    drop(address);
    entries.set(address, { ...entry, until: now() + lifetime });
    held += entry.bytes;
    for (const oldest of entries.keys()) {
      if (held <= mostBytes) break;
      drop(oldest);
    }
  };

  /** Forgets everything, also what is being made now: that began before the change. */
  const purge = () => {
    entries = new Map();
    running = new Map();
    held = 0;
  };

  return {
    /** The entry at `address`, or undefined. */
    find(address) {
      const entry = entries.get(address);
      if (!entry) return undefined;
      if (entry.until <= now()) return void drop(address);
      entries.delete(address);
      entries.set(address, entry);
      return entry;
    },
    /**
     * The entry at `address`, made by `make` if it is not there. Who asks while it is being made waits for
     * that one. `make` answers null for what may not be kept.
     */
    async obtain(address, make) {
      const busy = running.get(address);
      if (busy) return busy;
      const turn = running;
      const made = make().finally(() => turn.delete(address));
      turn.set(address, made);
      const entry = await made;
      // Purged in the meantime: right for who asked before the change, not for the next.
      if (entry && isOpen && turn === running) keep(address, entry);
      return entry;
    },
    purge,
    /** Closed, while changes cannot be heard, it keeps nothing. */
    setOpen(value) {
      isOpen = value;
      purge();
    },
    /** An object that is another one after each change; null while changes cannot be heard. */
    turn: () => (isOpen ? running : null),
    get size() {
      return { entries: entries.size, bytes: held };
    },
  };
}
