import "server-only";
import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { env } from "./env";

/**
 * A hash that nobody makes without the secret of this site, so that a short code cannot be found from it.
 * Each `purpose` has a key of its own.
 */
export function keyedHash(purpose: string, text: string): string {
  const key = Buffer.from(hkdfSync("sha256", env().NEXTAUTH_SECRET, "", `pluseen ${purpose}`, 32));
  return createHmac("sha256", key).update(text).digest("hex");
}

/** Are these hashes the same? Takes as long whichever character differs. */
export function isSameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
