"use server";
import { handleForm } from "@/lib/audit/action";
import type { FormState } from "@/lib/core/action";
import { addSynonym, changeSynonym, removeSynonym } from "./mutations";
import { addSynonymForm, changeSynonymForm, removeSynonymForm } from "./schema";

const list = "/beheer/zoekwoorden";

/** Adds a term to the field language. */
export async function addSynonymAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(addSynonymForm, form, async (viewer, input) => {
    await addSynonym(viewer, input);
    return { to: `${list}?melding=added` };
  });
}

/** Changes a term of the field language. */
export async function changeSynonymAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(changeSynonymForm, form, async (viewer, input) => {
    await changeSynonym(viewer, input);
    return { to: `${list}?melding=changed` };
  });
}

/** Removes a term from the field language. */
export async function removeSynonymAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(removeSynonymForm, form, async (viewer, input) => {
    await removeSynonym(viewer, input);
    return { to: `${list}?melding=removed` };
  });
}
