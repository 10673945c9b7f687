"use server";
import { refresh } from "next/cache";
import { type FormState, handleForm } from "@/lib/core/action";
import { DomainError } from "@/lib/core/errors";
import { answerReview, writeReview } from "./mutations";
import { answerSchema, reviewSchema } from "./schema";

/** Writes or changes an oordeel and shows it on the page of the solution. */
export async function writeReviewAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(reviewSchema, form, async (viewer, input) => {
    await showNewestOnConflict(() => writeReview(viewer, input));
    return { to: `/voorzieningen/${input.slug}?melding=reviewWritten#oordelen` };
  });
}

/** The answer of the provider. */
export async function answerReviewAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(answerSchema, form, async (viewer, input) => {
    await showNewestOnConflict(() => answerReview(viewer, input));
    return { to: `/voorzieningen/${input.slug}/oordelen?melding=reviewAnswered` };
  });
}

/** What somebody else saved meanwhile appears beside what was typed, so that saving again is a choice. */
async function showNewestOnConflict(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof DomainError && error.code === "conflict") refresh();
    throw error;
  }
}
