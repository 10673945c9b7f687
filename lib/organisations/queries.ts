import "server-only";
import { database } from "@/lib/core/db";

let known: { value: boolean; until: number } | null = null;

/** Is the fictitious layer loaded? Asked on every page, so remembered for five seconds. */
export async function hasDemoLayer(): Promise<boolean> {
  const now = Date.now();
  if (known && known.until > now) return known.value;
  const value = (await database().importRun.count({ where: { file: "demo" } })) > 0;
  known = { value, until: now + 5_000 };
  return value;
}
