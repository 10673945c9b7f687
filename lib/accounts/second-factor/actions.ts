"use server";
import { refresh } from "next/cache";
import { handleForm } from "@/lib/audit/action";
import type { FormState } from "@/lib/core/action";
import { DomainError } from "@/lib/core/errors";
import { writeSessionCookie } from "@/lib/core/session-cookie";
import { getViewer } from "@/lib/core/viewer";
import { proveByCode, proveByRecoveryCode } from "./mutations";
import { addPasskey, askForNewPasskey, askForPasskey, proveByPasskey } from "./passkeys/mutations";
import { resetSecondFactors } from "./reset/mutations";
import {
  addPasskeySchema,
  addTotpSchema,
  codeSchema,
  passkeyProofSchema,
  recoverySchema,
  removeFactorSchema,
  resetFactorsSchema,
  startTotpSchema,
} from "./schema";
import { addTotp, removeFactor, renewRecoveryCodes, startTotp } from "./setup/mutations";

const ownPage = "/account/tweede-factor";

/** The second step with a code of an app; then back to where one was. */
export async function proveByCodeAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(codeSchema, form, async (viewer, { code, next }) => {
    await writeSessionCookie(await proveByCode(viewer, code));
    return { to: next || `${ownPage}?melding=proven` };
  });
}

/** The second step with a code from paper; then to the page where what was lost is replaced. */
export async function proveByRecoveryCodeAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(recoverySchema, form, async (viewer, { recoveryCode }) => {
    await writeSessionCookie(await proveByRecoveryCode(viewer, recoveryCode));
    return { to: `${ownPage}?melding=recoveryUsed` };
  });
}

/** The second step with a passkey; then back to where one was. */
export async function proveByPasskeyAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(passkeyProofSchema, form, async (viewer, { response, next }) => {
    await writeSessionCookie(await proveByPasskey(viewer, response));
    return { to: next || `${ownPage}?melding=proven` };
  });
}

/** Prepares an app and shows its QR code. */
export async function startTotpAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(startTotpSchema, form, async (viewer) => {
    await startTotp(viewer);
    return { to: `${ownPage}/app` };
  });
}

/** Adds the app that was prepared. */
export async function addTotpAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(addTotpSchema, form, async (viewer, input) => {
    await writeSessionCookie(await addTotp(viewer, input));
    return { to: `${ownPage}?melding=added` };
  });
}

/** Adds the passkey that the browser made. */
export async function addPasskeyAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(addPasskeySchema, form, async (viewer, input) => {
    await writeSessionCookie(await addPasskey(viewer, input));
    return { to: `${ownPage}?melding=added` };
  });
}

/** Removes a factor of the viewer. */
export async function removeFactorAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(removeFactorSchema, form, async (viewer, input) => {
    await removeFactor(viewer, input);
    // After the last one roles wait again: the frame of the page says so too.
    refresh();
    return { to: `${ownPage}?melding=removed` };
  });
}

/** Removes every factor of a member who lost them, and shows the members. */
export async function resetFactorsAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(resetFactorsSchema, form, async (viewer, { userId }) => {
    await resetSecondFactors(viewer, userId);
    return { to: "/organisatie?melding=factorsReset" };
  });
}

/** What a script asked for, or the key of the sentence that says why not. */
export type Answer<T> = { value: T } | { error: string };

/** What the browser needs to make a passkey. */
export async function askForNewPasskeyAction() {
  return answer(async () => askForNewPasskey(await getViewer()));
}

/** What the browser needs to answer with a passkey. */
export async function askForPasskeyAction() {
  return answer(async () => askForPasskey(await getViewer()));
}

/** Ten new recovery codes: in the answer itself, so that they are shown once and stand in no address. */
export async function renewRecoveryCodesAction(_: Answer<string[]> | null): Promise<Answer<string[]>> {
  return answer(async () => renewRecoveryCodes(await getViewer()));
}

async function answer<T>(work: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { value: await work() };
  } catch (error) {
    if (error instanceof DomainError) return { error: error.message };
    throw error;
  }
}
