"use server";
import { handleForm } from "@/lib/audit/action";
import type { FormState } from "@/lib/core/action";
import { changeProvider, createProvider, switchProvider, testProvider } from "./mutations";
import { newProviderForm, providerForm, providerStepForm } from "./schema";

/** Sets up a provider and shows what its administrator must register. */
export async function createProviderAction(_: FormState, form: FormData): Promise<FormState> {
  const state = await handleForm(newProviderForm, form, async (viewer, input) => {
    const id = await createProvider(viewer, input);
    return { to: `/platform/aanmelden/${id}?melding=created` };
  });
  return withoutSecret(state);
}

/** Changes the settings of a provider. */
export async function changeProviderAction(_: FormState, form: FormData): Promise<FormState> {
  const state = await handleForm(providerForm, form, async (viewer, input) => {
    await changeProvider(viewer, input);
    return { to: `/platform/aanmelden/${input.providerId}?melding=changed` };
  });
  return withoutSecret(state);
}

/** From now on people may sign in through it. */
export async function switchOnProviderAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(providerStepForm, form, async (viewer, step) => {
    await switchProvider(viewer, step, true);
    return { to: `/platform/aanmelden/${step.providerId}?melding=switchedOn` };
  });
}

/** From now on nobody signs in through it. */
export async function switchOffProviderAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(providerStepForm, form, async (viewer, step) => {
    await switchProvider(viewer, step, false);
    return { to: `/platform/aanmelden/${step.providerId}?melding=switchedOff` };
  });
}

/** Tries the connection now. */
export async function testProviderAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(providerStepForm, form, async (viewer, { providerId }) => {
    await testProvider(viewer, providerId);
    return { to: `/platform/aanmelden/${providerId}?melding=tested` };
  });
}

/** What was typed comes back after a refusal, but never a secret: it would stand in the page. */
function withoutSecret(state: FormState): FormState {
  if (!state?.initialValue) return state;
  const { clientSecret: _, ...initialValue } = state.initialValue;
  return { ...state, initialValue };
}
