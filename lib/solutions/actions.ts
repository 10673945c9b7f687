"use server";
import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { type FormState, handleForm } from "@/lib/core/action";
import { DomainError } from "@/lib/core/errors";
import type { Publication } from "@/lib/core/generated/prisma/enums";
import type { Locale } from "@/lib/core/locales";
import type { Viewer } from "@/lib/core/roles";
import {
  confirmFreshness,
  createSolution,
  discardDraft,
  publish,
  requestChanges,
  saveDraft,
  submitForReview,
  withdraw,
} from "./mutations";
import type { Obstacle } from "./rules";
import {
  type ContentField,
  confirmFreshnessForm,
  editorForm,
  newSolutionForm,
  requestChangesForm,
  type StepInput,
  stepForm,
} from "./schema";

/** Makes a draft and opens the editor. */
export async function createSolutionAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(newSolutionForm, form, async (viewer, input) => {
    const slug = await createSolution(viewer, input);
    return { to: `/beheer/${slug}/bewerken?melding=created` };
  });
}

/** Saves the draft and shows it as visitors will see it. */
export async function saveDraftAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(editorForm, form, async (viewer, input, locale) => {
    const slug = await inWords(locale, () => saveDraft(viewer, input));
    return { to: `/beheer/${slug}/voorbeeld?melding=saved` };
  });
}

/** Offers the text to a second person. */
export async function submitForReviewAction(_: FormState, form: FormData): Promise<FormState> {
  return step(form, submitForReview, "offered");
}

/** Takes back what was offered. */
export async function withdrawAction(_: FormState, form: FormData): Promise<FormState> {
  return step(form, withdraw, "withdrawn");
}

/** The yes of the second person: the text becomes what visitors see. */
export async function publishAction(_: FormState, form: FormData): Promise<FormState> {
  return step(form, publish, "published");
}

/** Throws the edit away; without a published text nothing is left, so the list follows. */
export async function discardDraftAction(_: FormState, form: FormData): Promise<FormState> {
  return step(form, discardDraft, "discarded");
}

/** Sends the text back with the words of the second person. */
export async function requestChangesAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(requestChangesForm, form, async (viewer, input, locale) => {
    const slug = await inWords(locale, () => requestChanges(viewer, input));
    return { to: `/beheer/${slug}?melding=returned` };
  });
}

/** "This is still right." */
export async function confirmFreshnessAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(confirmFreshnessForm, form, async (viewer, input, locale) => {
    const slug = await inWords(locale, () => confirmFreshness(viewer, input));
    return { to: `/beheer/${slug}?melding=confirmed` };
  });
}

type StepMutation = (viewer: Viewer, input: StepInput) => Promise<string | null>;

async function step(form: FormData, mutate: StepMutation, notice: string): Promise<FormState> {
  return handleForm(stepForm, form, async (viewer, input, locale) => {
    const slug = await inWords(locale, () => mutate(viewer, input));
    return { to: slug === null ? `/beheer?melding=${notice}` : `/beheer/${slug}?melding=${notice}` };
  });
}

/** A refusal that names fields, checks or a state says so in the visitor's language. */
async function inWords<T>(locale: Locale, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    // The page learns the newest revision, so that saving again is a choice and not a dead end.
    if (error.code === "conflict") refresh();
    if (!error.detail) throw error;
    throw new DomainError(error.code, error.key, await detailInWords(locale, error));
  }
}

async function detailInWords(locale: Locale, { key, detail = "" }: DomainError): Promise<string> {
  const t = await getTranslations({ locale });
  if (key === "stepNotPossible") return t(`terms.publication.${detail as Publication}`);
  const words = detail
    .split(",")
    .map((one) =>
      key === "notReadyForReview"
        ? t(`manage.obstacle.${one as Obstacle}`)
        : t(`manage.field.${one as ContentField}`),
    );
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(words);
}
