import { DomainError, type ErrorKey } from "@/lib/core/errors";
import type { Claims } from "@/lib/core/openid";
import { domainOf } from "../providers/rules";
import { type Failure, failureSchema, type Intent } from "./schema";

/** What of a provider decides whom it may speak for. */
export type Bounds = { tenantId: string | null; mailDomains: string[] };

/** Why an identity that the provider vouched for does not come in; also the key of the sentence about it. */
export type IdentityRefusal = Extract<
  ErrorKey,
  "identityTenant" | "identitySubject" | "identityNoAddress" | "identityUnconfirmed" | "identityDomain"
>;

type Judged<T> = T | { refusal: IdentityRefusal };

/** Longest `sub` by the standard (OpenID Connect Core, section 2), in characters. */
const longestSubject = 255;
const longestName = 200;

/**
 * Who this is at the provider: its `sub`, the only claim that never changes hands. Of Entra ID the
 * tenant must be the one that was configured, letter case aside.
 */
export function judgeSubject({ sub, tid }: Claims, { tenantId }: Bounds): Judged<{ subject: string }> {
  const isTenant =
    tenantId === null || (typeof tid === "string" && tid.toLowerCase() === tenantId.toLowerCase());
  if (!isTenant) return { refusal: "identityTenant" };
  const isSubject =
    typeof sub === "string" && sub !== "" && sub.length <= longestSubject && !sub.includes("\0");
  return isSubject ? { subject: sub } : { refusal: "identitySubject" };
}

export type Address = { email: string; isConfirmed: boolean };

/**
 * The mail address of a new account: one of the organisation's own domains, and not one that the
 * provider itself doubts (`email_verified`; Entra ID and ADFS leave that out).
 */
export function judgeAddress(
  { email, email_verified: verified }: Claims,
  { mailDomains }: Bounds,
): Judged<Address> {
  if (typeof email !== "string" || email.trim() === "") return { refusal: "identityNoAddress" };
  const isConfirmed = verified === true || verified === "true";
  if (!isConfirmed && verified !== undefined && verified !== null) return { refusal: "identityUnconfirmed" };
  const domain = domainOf(email);
  if (domain === null || !mailDomains.includes(domain)) return { refusal: "identityDomain" };
  return { email: email.toLowerCase(), isConfirmed };
}

/** The name as colleagues know it, or null: it can be filled in later. */
export function readName({ name, given_name: given, family_name: family }: Claims): string | null {
  const parts = typeof name === "string" && name.trim() !== "" ? [name] : [given, family];
  const text = parts.filter((part) => typeof part === "string").join(" ");
  // Control characters have no place in a name, and NUL none in the database.
  const plain = text.replace(/\p{C}/gu, " ").replace(/\s+/g, " ").trim();
  return plain.slice(0, longestName) || null;
}

/** The sentence on the sign-in page for a flow that gave no identity. */
export const flowSentences = {
  cancelled: "flowCancelled",
  expired: "flowExpired",
  unreachable: "flowUnreachable",
  settings: "flowSettings",
  rejected: "flowRejected",
} as const satisfies Record<string, ErrorKey>;

/** Sign-ins that one network may begin and end: a whole town hall on a Monday morning, no flood of the log. */
export const flowLimit = { name: "sign-in-openid", tries: 600, seconds: 10 * 60 };

/** The cookie that keeps what a sign-in is for while the browser is at the provider. */
export const intentCookie = "pluseen.aanmelden";

/**
 * Did this site itself, or the reader by typing, lead here? Browsers tell (Sec-Fetch-Site); an old one
 * that does not may sign in, but not tie an identity to an account.
 */
export function isStartedHere(site: string | null, isLink: boolean): boolean {
  return site === "same-origin" || (!isLink && (site === "none" || site === null));
}

/** The sentence for what went wrong: an expected refusal has its own. */
export function toFailure(error: unknown): Failure {
  if (error instanceof DomainError && error.code === "too-many") return "flowTooMany";
  return failureSchema.parse(error instanceof DomainError ? error.key : null) ?? "unexpected";
}

/** Where somebody reads why it failed, and can try again. */
export function toFailureAddress({ locale, next, linkTo }: Intent, failure: Failure): string {
  if (linkTo) return `/${locale}/account/inlogaccounts?fout=${failure}`;
  return `/${locale}/inloggen?${new URLSearchParams({ fout: failure, ...(next && { naar: next }) })}`;
}
