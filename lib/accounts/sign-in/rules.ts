import type { Limit } from "@/lib/core/rate-limits";
import type { Viewer } from "@/lib/core/roles";
import { pathAfterSignIn } from "../second-factor/rules";

/** How long a code and its link work, in minutes. */
export const codeLifetime = 10;

/** How many codes may be tried before none works any more. */
export const mostTries = 5;

/** Mails to one address; whoever asks for another's mail cannot flood it. */
export const mailLimits: Limit[] = [
  { name: "sign-in-mail-quarter", tries: 5, seconds: 15 * 60 },
  { name: "sign-in-mail-day", tries: 20, seconds: 24 * 60 * 60 },
];

/**
 * Codes tried for one address: with it a guess succeeds less than once in ten thousand days. The link keeps
 * working, so that nobody can be shut out by guessing in their name.
 */
export const codeLimit: Limit = { name: "sign-in-code", tries: 10, seconds: 60 * 60 };

/** Enough of an address to recognise one's own: "j•••@zwolle.nl". */
export function maskAddress(address: string): string {
  const [name = "", domain = ""] = address.split("@");
  return `${name.slice(0, 1)}•••@${domain}`;
}

/**
 * Where somebody who just signed in goes, without the language: back to where they were, by way of the
 * second step if a role waits for it; and who belongs nowhere yet, to where they ask for that, unless they
 * came for their own account: to accept an invitation.
 */
export function toLanding(viewer: Pick<Viewer, "organisations" | "withheldRoles">, next: string): string {
  const isLost = viewer.organisations.length === 0 && !next.startsWith("/account/");
  return isLost ? "/account/lidmaatschap" : pathAfterSignIn(viewer, next);
}
