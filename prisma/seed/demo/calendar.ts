/** The day on which the demonstration takes place; nothing in it happened later. */
export const today = "2026-11-20";

const day = 86_400_000;

/** An ISO date some days later (or earlier). */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + Math.round(days) * day).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / day);
}

export function earliest(...dates: string[]): string {
  return dates.sort().at(0) ?? today;
}

export function latest(...dates: string[]): string {
  return dates.sort().at(-1) ?? today;
}
