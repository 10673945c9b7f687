/** A calendar day as PostgreSQL's `date` holds it: midnight UTC. */
export function toDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The ISO day of a date from the database: "2026-11-20". */
export function toDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** Today in the Netherlands, as an ISO day. */
export function today(now: Date = new Date()): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam" }).format(now);
}

/** Whole months from one ISO day to a later one. */
export function monthsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split("-").map(Number);
  const [toYear = 0, toMonth = 0, toDayOfMonth = 0] = to.split("-").map(Number);
  return (toYear - fromYear) * 12 + toMonth - fromMonth - (toDayOfMonth < fromDay ? 1 : 0);
}
