import "@/lib/core/forms";
import { z } from "zod";
import { line } from "@/lib/core/forms";
import { toOwnPath } from "@/lib/core/own-path";

/** Six digits of an app, however they are spaced. */
const totpCode = line(20).transform((typed) => typed.replace(/\s/g, ""));

/** Where one was, without the language; anything but a path of this site leads nowhere. */
const returnPath = z.string().catch("").transform(toOwnPath);

/** The second step with a code of an app. */
export const codeSchema = z.object({ code: totpCode, next: returnPath });

/** The second step with a code from paper. */
export const recoverySchema = z.object({ recoveryCode: line(40) });

/** How the owner calls a second factor. */
const name = line(60);

export const startTotpSchema = z.object({});
export const addTotpSchema = z.object({ name, code: totpCode });
export type AddTotpInput = z.output<typeof addTotpSchema>;

/** What the owner types for a passkey; the rest comes from the browser. */
export const passkeyNameSchema = z.object({ name });

const base64url = z.string().regex(/^[\w-]+$/);
const extensions = z.record(z.string(), z.unknown()).default({});
const mostTransports = 10;
const credential = { id: base64url, rawId: base64url, type: z.literal("public-key") };

/** A response of navigator.credentials.create, as JSON. */
const registration = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(40)).max(mostTransports).default([]),
  }),
  clientExtensionResults: extensions,
});

/** A response of navigator.credentials.get, as JSON. */
const assertion = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
  clientExtensionResults: extensions,
});

/** JSON in a field of a form. */
const json = <S extends z.ZodType>(schema: S) =>
  z
    .string()
    .max(20_000)
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: "custom", message: "invalid" });
        return z.NEVER;
      }
    })
    .pipe(schema);

export const addPasskeySchema = z.object({ name, response: json(registration) });
export type AddPasskeyInput = z.output<typeof addPasskeySchema>;

/** Before the browser has answered. */
export const passkeyProofStartSchema = z.object({ next: returnPath });
export const passkeyProofSchema = z.object({ next: returnPath, response: json(assertion) });
export type PasskeyProofInput = z.output<typeof passkeyProofSchema>;

export const removeFactorSchema = z.object({ factorId: z.uuid() });
export type RemoveFactorInput = z.output<typeof removeFactorSchema>;

/** A member who lost every second factor. */
export const resetFactorsSchema = z.object({ userId: z.uuid() });
