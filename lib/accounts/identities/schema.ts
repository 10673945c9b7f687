import { z } from "zod";
import { hasNoNul, line } from "@/lib/core/forms";
import { toLocale } from "@/lib/core/locales";
import { toOwnPath } from "@/lib/core/own-path";

/** What the browser keeps of a sign-in that is under way: the language, where to go then, whose account to tie it to. */
export const intentSchema = z.object({
  locale: z.unknown().optional().transform(toLocale),
  next: z.unknown().optional().transform(toOwnPath),
  linkTo: z.uuid().nullable().catch(null),
});

export type Intent = z.output<typeof intentSchema>;

/** The intent as it stood in the cookie; without one, or with a strange one, a plain sign-in in Dutch. */
export function readIntent(cookie: string | undefined): Intent {
  return intentSchema.catch({ locale: "nl", next: "", linkTo: null }).parse(parseJson(cookie));
}

function parseJson(text = ""): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Of the address that starts a sign-in: where to go then, and whether it is to tie an identity to one's account. */
export const startSchema = z.object({
  naar: z.unknown().optional().transform(toOwnPath),
  koppel: z
    .unknown()
    .optional()
    .transform((value) => value === "ja"),
});

/** Looking for one's organisation by name, or by a mail address of which only the domain is used. */
export const findOrganisationForm = z.object({ text: line(200), next: z.string().max(500).default("") });

/** The same in the address of the page. */
export const organisationTextSchema = z.string().trim().max(100).refine(hasNoNul).catch("");

/** Untying one identity. */
export const unlinkForm = z.object({ identityId: z.uuid() });

/** Why signing in failed, as the address tells the page that follows: sentences of lib/core/errors. */
export const failureSchema = z
  .enum([
    "accountDisabled",
    "flowCancelled",
    "flowExpired",
    "flowRejected",
    "flowSettings",
    "flowTooMany",
    "flowUnreachable",
    "freshProofNeeded",
    "freshSignInNeeded",
    "forbidden",
    "identityAddressTaken",
    "identityDomain",
    "identityNoAddress",
    "identitySubject",
    "identityTaken",
    "identityTenant",
    "identityUnconfirmed",
    "providerOff",
    "unexpected",
  ])
  .nullable()
  .catch(null);

export type Failure = NonNullable<z.output<typeof failureSchema>>;

/** What just changed, as the address tells the page of one's identities. */
export const identityNoticeSchema = z.enum(["linked", "unlinked"]).nullable().catch(null);
