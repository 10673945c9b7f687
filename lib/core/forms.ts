import { z } from "zod";
import type { ErrorKey } from "./errors";

// What zod finds wrong becomes the key of a sentence ("tooLong:200"): the words are in messages/.
z.config({ customError: (issue) => sentenceFor(issue) });

function sentenceFor(issue: z.core.$ZodRawIssue): string {
  const key = keyOf(issue);
  const limit = issue.code === "too_big" ? issue.maximum : issue.code === "too_small" ? issue.minimum : null;
  return limit === null || key === "required" ? key : `${key}:${limit}`;
}

function keyOf(issue: z.core.$ZodRawIssue): ErrorKey {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined || issue.input === "") return "required";
      return issue.expected === "date"
        ? "invalidDate"
        : issue.expected === "number"
          ? "invalidNumber"
          : "invalid";
    case "too_big":
      return issue.origin === "string" ? "tooLong" : "tooHigh";
    case "too_small":
      if (issue.origin === "string") return issue.minimum === 1 ? "required" : "tooShort";
      return "tooLow";
    case "invalid_format":
      return issue.format === "url" ? "invalidUrl" : issue.format === "date" ? "invalidDate" : "invalid";
    case "invalid_value":
      return issue.input === undefined || issue.input === "" ? "required" : "invalidChoice";
    default:
      return "invalid";
  }
}

/** The name under which a form carries the organisation that it was opened for; empty for nobody. */
export const actingForField = "actingFor";

/** The name under which a form carries its id on the page: after all that it carries itself, before what is typed. */
export const formIdField = "formId";

/** PostgreSQL keeps every character but this one. */
export const hasNoNul = (text: string) => !text.includes("\0");

/** A line of text as typed: trimmed, 1 to `maximum` characters. */
export const line = (maximum: number) =>
  z.string().trim().min(1).max(maximum).refine(hasNoNul, { error: "invalid" });

/** The same, but it may be left empty. */
export const optionalLine = (maximum: number) =>
  z.string().trim().max(maximum).refine(hasNoNul, { error: "invalid" }).default("");

/** A calendar day, "2026-11-20", between 1990 and 2100. */
export const day = z.iso
  .date()
  .refine((value) => value >= "1990-01-01" && value < "2100-01-01", { error: "invalidDate" });

// Letters without a look-alike: ASCII only, checked before the case is changed. The longest is 254 characters (RFC 5321).
const asciiAddress =
  /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

/** A mail address as it is kept and compared: trimmed, lower case. */
export const mailAddress = z
  .string()
  .trim()
  .min(1)
  .max(254)
  .regex(asciiAddress, { error: "invalidMail" })
  .toLowerCase();

/** A web address that a browser may open: http or https, nothing else. */
export const webAddress = z
  .url({ protocol: /^https?$/, hostname: z.regexes.domain })
  .max(500)
  .refine(hasNoNul, { error: "invalidUrl" });
