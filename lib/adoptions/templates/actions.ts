"use server";
import { handleForm } from "@/lib/audit/action";
import type { FormState } from "@/lib/core/action";
import type { Viewer } from "@/lib/core/roles";
import { editSteps } from "./mutations";
import {
  addStepForm,
  changeStepForm,
  type EditStepsInput,
  kindOfScope,
  moveStepForm,
  resetStepsForm,
} from "./schema";

/** Adds a step at the end of a list. */
export async function addStepAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(addStepForm, form, (viewer, input) => edit(viewer, { ...input, edit: "add" }));
}

/** Words a step anew. */
export async function changeStepAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(changeStepForm, form, (viewer, input) => edit(viewer, { ...input, edit: "change" }));
}

/** Moves a step up or down, or takes it away. */
export async function moveStepAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(moveStepForm, form, edit);
}

/** Takes all steps of a solution away: those of its kind apply again. */
export async function resetStepsAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(resetStepsForm, form, (viewer, input) => edit(viewer, { ...input, edit: "reset" }));
}

async function edit(viewer: Viewer, input: EditStepsInput) {
  await editSteps(viewer, input);
  const room = kindOfScope(input.scope)
    ? `/platform/stappen/${input.scope.toLowerCase()}`
    : `/beheer/${input.scope}/stappen`;
  return { to: `${room}?melding=${input.edit}` };
}
