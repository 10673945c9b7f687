const day = 24 * 60 * 60 * 1000;

type Waiting = { to: string; createdAt: Date; until: Date | null };

/** Is it still of use to hand this mail over? Invented people (RFC 2606: .invalid) have no mailbox. */
export function canBeSent({ to, createdAt, until }: Waiting, now: Date): boolean {
  if (to.toLowerCase().endsWith(".invalid")) return false;
  return now < (until ?? new Date(createdAt.getTime() + 3 * day));
}

/** Milliseconds to wait after the n-th failed attempt: 5 seconds, doubled each time, at most a quarter of an hour. */
export function waitBeforeRetry(attempts: number): number {
  return Math.min(5_000 * 2 ** (attempts - 1), 15 * 60_000);
}
