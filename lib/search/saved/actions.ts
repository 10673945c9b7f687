"use server";
import { handleForm } from "@/lib/audit/action";
import type { FormState } from "@/lib/core/action";
import { openSearch, removeSearch, saveSearch } from "./mutations";
import { savedStepForm, saveSearchForm } from "./schema";

const list = "/account/zoekopdrachten";

/** Keeps a search. */
export async function saveSearchAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(saveSearchForm, form, async (viewer, input) => {
    await saveSearch(viewer, input);
    return { to: `${list}?melding=saved` };
  });
}

/** Forgets a search. */
export async function removeSearchAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(savedStepForm, form, async (viewer, input) => {
    await removeSearch(viewer, input);
    return { to: `${list}?melding=removed` };
  });
}

/** Opens a search; what it finds is not new any more. */
export async function openSearchAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(savedStepForm, form, async (viewer, input) => ({
    to: await openSearch(viewer, input),
  }));
}
