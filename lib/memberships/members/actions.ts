"use server";
import { refresh } from "next/cache";
import { handleForm } from "@/lib/audit/action";
import type { FormState } from "@/lib/core/action";
import type { Viewer } from "@/lib/core/roles";
import { inviteMembers, resendInvitation, withdrawInvitation } from "../invitations/mutations";
import { approveRequest, rejectRequest } from "../mutations";
import { reviewRights } from "../reviews/mutations";
import {
  approvalSchema,
  invitationStepSchema,
  inviteSchema,
  memberSchema,
  rejectionSchema,
  reviewSchema,
  rolesSchema,
} from "../schema";
import { changeRoles, endMembership, restoreMember, suspendMember } from "./mutations";

const members = "/organisatie";

/** Lets somebody in. */
export async function approveRequestAction(_: FormState, form: FormData) {
  return handleForm(approvalSchema, form, thenShow(approveRequest, "approved"));
}

/** Does not let somebody in. */
export async function rejectRequestAction(_: FormState, form: FormData) {
  return handleForm(rejectionSchema, form, thenShow(rejectRequest, "rejected"));
}

/** Invites colleagues by mail. */
export async function inviteMembersAction(_: FormState, form: FormData) {
  return handleForm(inviteSchema, form, thenShow(inviteMembers, "invited"));
}

/** Sends an invitation anew. */
export async function resendInvitationAction(_: FormState, form: FormData) {
  return handleForm(invitationStepSchema, form, thenShow(resendInvitation, "resent"));
}

/** Takes an invitation back. */
export async function withdrawInvitationAction(_: FormState, form: FormData) {
  return handleForm(invitationStepSchema, form, thenShow(withdrawInvitation, "uninvited"));
}

/** Changes what a colleague is. */
export async function changeRolesAction(_: FormState, form: FormData) {
  return handleForm(rolesSchema, form, async (viewer, input) => {
    await changeRoles(viewer, input);
    // Whoever laid down their own role may not see this page any more, and has another header.
    if (viewer.user?.id === input.userId) {
      refresh();
      return { to: `${members}?melding=rolesChanged` };
    }
    return { to: `${members}/leden/${input.userId}?melding=rolesChanged` };
  });
}

/** Shuts a colleague out for a while. */
export async function suspendMemberAction(_: FormState, form: FormData) {
  return handleForm(memberSchema, form, async (viewer, input) => {
    await suspendMember(viewer, input);
    return { to: `${members}/leden/${input.userId}?melding=suspended` };
  });
}

/** Lets a colleague in again. */
export async function restoreMemberAction(_: FormState, form: FormData) {
  return handleForm(memberSchema, form, async (viewer, input) => {
    await restoreMember(viewer, input);
    return { to: `${members}/leden/${input.userId}?melding=restored` };
  });
}

/** Ends the membership of a colleague. */
export async function endMembershipAction(_: FormState, form: FormData) {
  return handleForm(memberSchema, form, thenShow(endMembership, "ended"));
}

/** Confirms everybody's rights, or ends them. */
export async function reviewRightsAction(_: FormState, form: FormData) {
  return handleForm(reviewSchema, form, thenShow(reviewRights, "reviewed"));
}

/** Does it, and shows the page of the organisation. */
function thenShow<I>(work: (viewer: Viewer, input: I) => Promise<void>, melding: string) {
  return async (viewer: Viewer, input: I) => {
    await work(viewer, input);
    return { to: `${members}?melding=${melding}` };
  };
}
