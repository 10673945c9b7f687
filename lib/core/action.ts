import "server-only";
import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { DomainError } from "./errors";
import { type Locale, toLocale } from "./locales";
import type { Viewer } from "./roles";
import { getViewer } from "./viewer";

export type FormState = SubmissionResult<string[]> | null;
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

/** Where the visitor goes after a change, without the language: "/mijn?melding=stepRecorded". */
type Destination = { to: string };

/**
 * The one shape of a server action: parse, find the viewer, do it, show the page that follows.
 * What was typed comes back with the refusal; the mutation itself asks policy.
 */
export async function handleForm<S extends z.ZodType>(
  schema: S,
  form: FormData,
  work: (viewer: Viewer, input: z.output<S>, locale: Locale) => Promise<Destination>,
): Promise<FormState> {
  const submission = parseWithZod(form, { schema });
  if (submission.status !== "success") return submission.reply();
  const locale = toLocale(form.get("locale"));
  let destination: Destination;
  try {
    destination = await work(await getViewer(), submission.value, locale);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return submission.reply({ formErrors: [error.message] });
  }
  redirect(`/${locale}${destination.to}`);
}
