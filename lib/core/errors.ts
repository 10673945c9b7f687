import type { Messages } from "@/messages";

/** The key of a sentence in the messages of errors. */
export type ErrorKey = keyof Messages["errors"] & string;

export type ErrorCode = "unauthenticated" | "forbidden" | "not-found" | "conflict" | "invalid";

/** An expected refusal: a code for machines and the key of a sentence for people. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly key: ErrorKey,
    /** What the sentence mentions: words, or codes that the action puts into words. */
    readonly detail?: string,
  ) {
    super(detail === undefined ? key : `${key}:${detail}`);
    this.name = "DomainError";
  }
}

/** Refuses unless `allowed`; to whoever is not signed in it says so, so that they can. */
export function requirePermission(allowed: boolean, viewer: { user: unknown }): asserts allowed {
  if (allowed) return;
  throw viewer.user
    ? new DomainError("forbidden", "forbidden")
    : new DomainError("unauthenticated", "unauthenticated");
}
