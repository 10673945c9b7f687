"use server";
import { handleForm } from "@/lib/audit/action";
import type { FormState } from "@/lib/core/action";
import { addPartner, endVia, removePartner, shareAdoption } from "./mutations";
import { endViaSchema, leaveSchema, partnerSchema, sharedSchema } from "./schema";

const path = "/organisatie/deelnemers";

/** Puts a gemeente on the list of members. */
export async function addPartnerAction(_: FormState, form: FormData) {
  return handleForm(partnerSchema, form, async (viewer, input) => {
    await addPartner(viewer, input);
    return { to: `${path}?melding=joined` };
  });
}

/** Takes a gemeente off the list. */
export async function removePartnerAction(_: FormState, form: FormData) {
  return handleForm(leaveSchema, form, async (viewer, input) => {
    await removePartner(viewer, input);
    return { to: `${path}?melding=left` };
  });
}

/** One adoption for all members. */
export async function shareAdoptionAction(_: FormState, form: FormData) {
  return handleForm(sharedSchema, form, async (viewer, input) => {
    await shareAdoption(viewer, input);
    return { to: `${path}?melding=shared` };
  });
}

/** My gemeente goes on by itself. */
export async function endViaAction(_: FormState, form: FormData) {
  return handleForm(endViaSchema, form, async (viewer, input) => {
    const { slug } = await endVia(viewer, input);
    return { to: `/mijn/${slug}?melding=viaEnded` };
  });
}
