/** A calendar day as PostgreSQL's `date` holds it: midnight UTC. */
export function toDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The ISO day of a date from the database: "2026-11-20". */
export function toDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

// Making a formatter costs a hundred times what using it costs.
const isoDay = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam" });
const offset = new Intl.DateTimeFormat("en", { timeZone: "Europe/Amsterdam", timeZoneName: "longOffset" });

/** Today in the Netherlands, as an ISO day. */
export function today(now: Date = new Date()): string {
  return isoDay.format(now);
}

/** The moment at which an ISO day begins in the Netherlands, `plus` days later. */
export function startOfDay(day: string, plus = 0): Date {
  const midnight = toDate(day).getTime() + plus * 86_400_000;
  // The clock changes at one o'clock UTC: at midnight UTC it still stands as at midnight here.
  const zone = offset.formatToParts(midnight).find(({ type }) => type === "timeZoneName");
  const hours = Number(/GMT\+0(\d)/.exec(zone?.value ?? "")?.[1] ?? 1);
  return new Date(midnight - hours * 3_600_000);
}

/** Whole months from one ISO day to a later one. */
export function monthsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split("-").map(Number);
  const [toYear = 0, toMonth = 0, toDayOfMonth = 0] = to.split("-").map(Number);
  return (toYear - fromYear) * 12 + toMonth - fromMonth - (toDayOfMonth < fromDay ? 1 : 0);
}
