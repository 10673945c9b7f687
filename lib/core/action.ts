import "server-only";
import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { DomainError, type ErrorKey } from "./errors";
import { type Locale, toLocale } from "./locales";
import type { Viewer } from "./roles";
import { keepUnsent, reasonNotToTake } from "./unsent";
import { getViewer } from "./viewer";

export type FormState = SubmissionResult<string[]> | null;
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

/** Where the visitor goes after a change, without the language: "/mijn?melding=stepRecorded". */
type Destination = { to: string };

/** Puts what a refusal mentions, a state or the names of fields, into the words of the reader. */
export type ToWords = (locale: Locale, refusal: { key: ErrorKey; detail: string }) => Promise<string>;

export type FormWork<S extends z.ZodType> = (viewer: Viewer, input: z.output<S>) => Promise<Destination>;

/** Hears of every expected refusal: who tried, and what they were told. */
export type Witness = (viewer: Viewer, refusal: DomainError) => Promise<void>;

/**
 * The one shape of a server action: parse, find the viewer, do it, show the page that follows.
 * What was typed comes back with the refusal; the mutation itself asks policy. After a conflict the
 * page is read anew: the form carries the newest version, so that sending again is a real choice.
 * Actions take `handleForm` of lib/audit, which is this with a witness.
 */
export async function answerForm<S extends z.ZodType>(
  schema: S,
  form: FormData,
  work: FormWork<S>,
  { witness, toWords }: { witness: Witness; toWords?: ToWords | undefined },
): Promise<FormState> {
  const submission = parseWithZod(form, { schema });
  const viewer = await getViewer();
  const reason = reasonNotToTake(form, viewer);
  if (reason && (await keepUnsent(form, reason))) return null;
  if (submission.status !== "success") return submission.reply();
  if (reason === "otherOrganisation") return submission.reply({ formErrors: [mismatchOf(viewer).message] });
  let destination: Destination;
  try {
    destination = await work(viewer, submission.value);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await witness(viewer, error);
    if (error.code === "conflict") refresh();
    if (error.code === "unauthenticated" && (await keepUnsent(form, "signedOut"))) return null;
    const locale = toLocale(form.get("locale"));
    return submission.reply({ formErrors: [await messageOf(error, locale, toWords)] });
  }
  redirect(`/${toLocale(form.get("locale"))}${destination.to}`);
}

/** Whoever changed organisation in another tab does not act for the new one with a form of the old one. */
function mismatchOf({ organisation }: Viewer): DomainError {
  return organisation
    ? new DomainError("forbidden", "otherOrganisation", organisation.name)
    : new DomainError("forbidden", "organisationGone");
}

/** The key of the sentence with what it mentions. */
async function messageOf(refusal: DomainError, locale: Locale, toWords?: ToWords): Promise<string> {
  const { code, key, detail } = refusal;
  if (!toWords || !detail) return refusal.message;
  return new DomainError(code, key, await toWords(locale, { key, detail })).message;
}
