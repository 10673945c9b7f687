"use server";
import { handleForm } from "@/lib/audit/action";
import type { FormState } from "@/lib/core/action";
import { answerReview, writeReview } from "./mutations";
import { answerSchema, reviewSchema } from "./schema";

/** Writes or changes an oordeel and shows it on the page of the solution. */
export async function writeReviewAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(reviewSchema, form, async (viewer, input) => {
    await writeReview(viewer, input);
    return { to: `/voorzieningen/${input.slug}?melding=reviewWritten#oordelen` };
  });
}

/** The answer of the provider. */
export async function answerReviewAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(answerSchema, form, async (viewer, input) => {
    await answerReview(viewer, input);
    return { to: `/voorzieningen/${input.slug}/oordelen?melding=reviewAnswered` };
  });
}
