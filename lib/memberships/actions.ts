"use server";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { handleForm } from "@/lib/audit/action";
import type { FormState } from "@/lib/core/action";
import { DomainError } from "@/lib/core/errors";
import { toLocale } from "@/lib/core/locales";
import { toOwnPath } from "@/lib/core/own-path";
import type { Viewer } from "@/lib/core/roles";
import { getViewer } from "@/lib/core/viewer";
import { acceptInvitation } from "./invitations/mutations";
import { leaveOrganisation, switchOrganisation } from "./mine/mutations";
import { requestMembership, withdrawRequest } from "./mutations";
import { acceptSchema, organisationStepSchema, requestSchema, requestStepSchema } from "./schema";

const mine = "/account/lidmaatschap";

/** Asks for access to an organisation, or for one role more. */
export async function requestMembershipAction(_: FormState, form: FormData) {
  return handleForm(requestSchema, form, thenShow(requestMembership, `${mine}?melding=asked`));
}

/** Takes one's own request back. */
export async function withdrawRequestAction(_: FormState, form: FormData) {
  return handleForm(requestStepSchema, form, thenShow(withdrawRequest, `${mine}?melding=withdrawn`));
}

/** Leaves an organisation. */
export async function leaveOrganisationAction(_: FormState, form: FormData) {
  return handleForm(organisationStepSchema, form, thenShow(leaveOrganisation, `${mine}?melding=left`));
}

/** Comes in by an invitation. */
export async function acceptInvitationAction(_: FormState, form: FormData) {
  return handleForm(acceptSchema, form, thenShow(acceptInvitation, `${mine}?melding=accepted`));
}

/** Acts for another organisation from now on; whoever is not in it stays where they are. */
export async function switchOrganisationAction(form: FormData): Promise<void> {
  const parsed = organisationStepSchema.safeParse({ organisationId: form.get("organisationId") });
  if (parsed.success) await switchOrganisation(await getViewer(), parsed.data).catch(unlessRefused);
  refresh();
  redirect(`/${toLocale(form.get("locale"))}${toOwnPath(form.get("next"))}`);
}

/** Does it, and shows the page that follows; its header says anew on whose behalf. */
function thenShow<I>(work: (viewer: Viewer, input: I) => Promise<void>, to: string) {
  return async (viewer: Viewer, input: I) => {
    await work(viewer, input);
    refresh();
    return { to };
  };
}

/** Whose membership ended a moment ago sees that on the page that follows. */
function unlessRefused(error: unknown): void {
  if (!(error instanceof DomainError)) throw error;
}
