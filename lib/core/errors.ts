import type { Messages } from "@/messages";
import { hasFreshProof, type Viewer } from "./roles";

/** The key of a sentence in the messages of errors. */
export type ErrorKey = keyof Messages["errors"] & string;

export type ErrorCode = "unauthenticated" | "forbidden" | "not-found" | "conflict" | "invalid" | "too-many";

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

/**
 * Refuses a change of what somebody real made by a person of the demonstration: any visitor can be that
 * person, and what is fictitious must be removable without a trace.
 */
export function refuseDemoOnReal(viewer: Viewer, isReal: boolean): void {
  if (viewer.user?.isDemo && isReal) throw new DomainError("forbidden", "demoOnReal");
}

/** Refuses whoever is not signed in, before anything is looked up: to them a guess says nothing. */
export function requireSignedIn(viewer: { user: unknown }): void {
  requirePermission(viewer.user !== null, viewer);
}

type Asker = { user: unknown; withheldRoles?: readonly unknown[] };

/**
 * Refuses unless `allowed`; to whoever is not signed in it says so, so that they can, and to whoever
 * has a role that does not count yet it says what is missing.
 */
export function requirePermission(allowed: boolean, viewer: Asker): asserts allowed {
  if (allowed) return;
  if (!viewer.user) throw new DomainError("unauthenticated", "unauthenticated");
  const isWithheld = (viewer.withheldRoles?.length ?? 0) > 0;
  throw new DomainError("forbidden", isWithheld ? "secondFactorNeeded" : "forbidden");
}

/**
 * Refuses a step that is worth much to a thief unless the viewer proved a moment ago who they are
 * (`freshProofLifetime`): to be asked after `requirePermission`.
 */
export function requireFreshProof(viewer: Viewer, now = new Date()): void {
  if (hasFreshProof(viewer, now)) return;
  throw new DomainError("forbidden", viewer.hasSecondFactor ? "freshProofNeeded" : "freshSignInNeeded");
}

/** Refusals that the reader can end, with the page where, without the language. */
export const remedies = {
  unauthenticated: "/inloggen",
  secondFactorNeeded: "/inloggen/tweede-factor",
  freshProofNeeded: "/inloggen/tweede-factor",
  freshSignInNeeded: "/inloggen",
} satisfies Partial<Record<ErrorKey, string>>;

export type RemediableKey = keyof typeof remedies;
