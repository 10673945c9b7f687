import { z } from "zod";
import { line, mailAddress } from "@/lib/core/forms";
import { toOwnPath } from "@/lib/core/own-path";

/** Asking for a code; `next` is where the visitor was, and anything else is nowhere. */
export const codeRequestSchema = z.object({
  email: mailAddress,
  next: z.string().optional().transform(toOwnPath),
});

/** A code as people type it over: with or without spaces. */
export const typedCodeSchema = z.object({
  code: line(20)
    .transform((text) => text.replace(/[\s-]/g, ""))
    .pipe(z.string().regex(/^\d{6}$/, { error: "invalidCode" })),
});

/** The token of the link in the mail. */
export const linkSchema = z.object({ token: z.string().regex(/^[\w-]{43}$/) });

/** A step that asks nothing. */
export const emptySchema = z.object({});
