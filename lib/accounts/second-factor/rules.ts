import { Secret, TOTP } from "otpauth";
import type { Viewer } from "@/lib/core/roles";

// RFC 6238 as every app speaks it: SHA-1, six digits, thirty seconds. Others are not read by all.
const period = 30;
const shape = { algorithm: "SHA1", digits: 6, period } as const;

/** A shared secret from random bytes (20, RFC 4226 §4), in the base32 that apps read. */
export function toTotpSecret(bytes: Uint8Array): string {
  return new Secret({ buffer: new Uint8Array(bytes).buffer }).base32;
}

/** What the QR code says: the secret, for whom and of which site. */
export function toKeyUri({ secret, account }: { secret: string; account: string }): string {
  return new TOTP({ ...shape, issuer: "PlusEén", label: account, secret }).toString();
}

/** A secret in groups of four, to type over. */
export function toGroups(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(" ") ?? "";
}

/**
 * The time step that a code belongs to, or null when it is wrong. One step early or late is right too:
 * a phone may be half a minute off, and typing takes time (RFC 6238 §5.2).
 */
export function findStep({ secret, code, at }: { secret: string; code: string; at: Date }): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const timestamp = at.getTime();
  const delta = TOTP.validate({
    ...shape,
    secret: Secret.fromBase32(secret),
    token: code,
    timestamp,
    window: 1,
  });
  return delta === null ? null : TOTP.counter({ period, timestamp }) + delta;
}

/** Crockford's alphabet: no letter that can be read as a digit. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const codeLength = 16;

/** How many recovery codes a person gets. */
export const recoveryCodeCount = 10;

/** A recovery code of 80 bits from as many random bytes as it has characters: "7K3D-0QXW-...". */
export function toRecoveryCode(bytes: Uint8Array): string {
  const letters = [...bytes.subarray(0, codeLength)].map((byte) => alphabet[byte % alphabet.length]);
  return letters.join("").replace(/.{4}(?=.)/g, "$&-");
}

/** The bytes that `toRecoveryCode` needs. */
export const recoveryCodeBytes = codeLength;

/** A recovery code as it was given out, from how it was typed; anything else as it is. */
export function readRecoveryCode(typed: string): string {
  const letters = typed.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  return letters.replace(/.{4}(?=.)/g, "$&-");
}

/** The most second factors that one person has: enough for every device, too few to help guessing. */
export const mostFactors = 10;

/** Where somebody who just signed in goes: by way of the second step if a role waits for that. Without the language. */
export function pathAfterSignIn({ withheldRoles = [] }: Pick<Viewer, "withheldRoles">, next: string): string {
  if (withheldRoles.length === 0) return next;
  return next ? `/inloggen/tweede-factor?naar=${encodeURIComponent(next)}` : "/inloggen/tweede-factor";
}

/** How far the platform admin trusts what a provider says of a second factor. */
export type ProviderTrust = { trustsSecondFactor: boolean; secondFactorAcr: string | null };

/**
 * Does signing in at this provider count as a proof with a second factor? Only if the platform admin said
 * so for this provider, and its ID token says "mfa" (amr, RFC 8176) or the level that was agreed with it (acr).
 */
export function isProvenByProvider(claims: Record<string, unknown>, trust: ProviderTrust): boolean {
  if (!trust.trustsSecondFactor) return false;
  if (trust.secondFactorAcr && claims.acr === trust.secondFactorAcr) return true;
  return Array.isArray(claims.amr) && claims.amr.includes("mfa");
}
