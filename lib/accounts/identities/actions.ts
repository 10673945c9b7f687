"use server";
import { handleForm } from "@/lib/audit/action";
import type { FormState } from "@/lib/core/action";
import { toOwnPath } from "@/lib/core/own-path";
import { domainOf } from "../providers/rules";
import { unlinkIdentity } from "./mutations";
import { findOrganisationForm, unlinkForm } from "./schema";

/** Shows the organisations that are meant. Of a mail address only the domain goes on, so that no log keeps it. */
export async function findOrganisationAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(findOrganisationForm, form, async (_viewer, { text, next }) => {
    const meant = domainOf(text) ?? text.replace(/^.*@/, "");
    const query = new URLSearchParams({ organisatie: meant, ...(toOwnPath(next) && { naar: next }) });
    return { to: `/inloggen?${query}#organisatie` };
  });
}

/** Unties an identity from the viewer's account. */
export async function unlinkIdentityAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(unlinkForm, form, async (viewer, input) => {
    await unlinkIdentity(viewer, input);
    return { to: "/account/inlogaccounts?melding=unlinked" };
  });
}
