import "server-only";

// What costs much to read and is the same for everybody is remembered by the process, as pages are
// (docs/decisions/0020-page-cache.md): until something changes, and a minute at most.

/** Set by the server that hears of changes: another object after each change, null while it hears nothing. */
const shared = globalThis as { pluseenTurn?: () => object | null };

/** A net under the announcements, for what no change announces. */
const lifetime = 60_000;

/**
 * `read`, once for as long as nothing changes; who asks meanwhile waits for the same answer. A process that does not
 * hear of changes reads each time. The answer is shared, so nobody may change it, and what a viewer may not
 * see must be taken out afterwards.
 */
export function remembered<T>(read: () => Promise<T>): () => Promise<T> {
  let kept: { turn: object; until: number; answer: Promise<T> } | null = null;
  return () => {
    const turn = shared.pluseenTurn?.() ?? null;
    if (turn === null) return read();
    if (kept?.turn === turn && kept.until > Date.now()) return kept.answer;
    const answer = read();
    const mine = { turn, until: Date.now() + lifetime, answer };
    kept = mine;
    // What failed is tried again by the next.
    answer.catch(() => {
      if (kept === mine) kept = null;
    });
    return answer;
  };
}
