import { createHash } from "node:crypto";

/** What is kept of the token in a link: whoever reads the database cannot follow it. */
export function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
