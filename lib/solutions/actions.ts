"use server";
import { getTranslations } from "next-intl/server";
import { handleForm } from "@/lib/audit/action";
import type { FormState } from "@/lib/core/action";
import type { ErrorKey } from "@/lib/core/errors";
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
  return handleForm(
    editorForm,
    form,
    async (viewer, input) => {
      const slug = await saveDraft(viewer, input);
      return { to: `/beheer/${slug}/voorbeeld?melding=saved` };
    },
    toWords,
  );
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
  return handleForm(
    requestChangesForm,
    form,
    async (viewer, input) => {
      const slug = await requestChanges(viewer, input);
      return { to: `/beheer/${slug}?melding=returned` };
    },
    toWords,
  );
}

/** "This is still right." */
export async function confirmFreshnessAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(
    confirmFreshnessForm,
    form,
    async (viewer, input) => {
      const slug = await confirmFreshness(viewer, input);
      return { to: `/beheer/${slug}?melding=confirmed` };
    },
    toWords,
  );
}

type StepMutation = (viewer: Viewer, input: StepInput) => Promise<string | null>;

async function step(form: FormData, mutate: StepMutation, notice: string): Promise<FormState> {
  return handleForm(
    stepForm,
    form,
    async (viewer, input) => {
      const slug = await mutate(viewer, input);
      return { to: slug === null ? `/beheer?melding=${notice}` : `/beheer/${slug}?melding=${notice}` };
    },
    toWords,
  );
}

/** A refusal that names fields, checks or a state says so in the visitor's language. */
async function toWords(locale: Locale, { key, detail }: { key: ErrorKey; detail: string }): Promise<string> {
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
