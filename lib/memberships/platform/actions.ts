"use server";
import { handleForm } from "@/lib/audit/action";
import type { FormState } from "@/lib/core/action";
import { appointFirstAdmin } from "../invitations/mutations";
import { changeRoles } from "../members/mutations";
import { approveRequest, rejectRequest } from "../mutations";
import { appointSchema, approvalSchema, rejectionSchema, rolesSchema, userStepSchema } from "../schema";
import { disableUser, enableUser } from "./mutations";

const organisations = "/platform/organisaties";
const users = "/platform/gebruikers";

/** Lets somebody in where nobody else can decide. */
export async function approveForAction(_: FormState, form: FormData) {
  return handleForm(approvalSchema, form, async (viewer, input) => {
    await approveRequest(viewer, input);
    return { to: `${organisations}?melding=approved` };
  });
}

/** Does not let somebody in where nobody else can decide. */
export async function rejectForAction(_: FormState, form: FormData) {
  return handleForm(rejectionSchema, form, async (viewer, input) => {
    await rejectRequest(viewer, input);
    return { to: `${organisations}?melding=rejected` };
  });
}

/** Invites the first administrator of an organisation. */
export async function appointFirstAdminAction(_: FormState, form: FormData) {
  return handleForm(appointSchema, form, async (viewer, input) => {
    await appointFirstAdmin(viewer, input);
    return { to: `${organisations}?melding=appointed` };
  });
}

/** Gives and takes what the platform decides about. */
export async function changePlatformRolesAction(_: FormState, form: FormData) {
  return handleForm(rolesSchema, form, async (viewer, input) => {
    await changeRoles(viewer, input);
    return { to: `${users}/${input.userId}?melding=rolesChanged` };
  });
}

/** Shuts somebody out everywhere. */
export async function disableUserAction(_: FormState, form: FormData) {
  return handleForm(userStepSchema, form, async (viewer, input) => {
    await disableUser(viewer, input);
    return { to: `${users}/${input.userId}?melding=disabled` };
  });
}

/** Lets somebody sign in again. */
export async function enableUserAction(_: FormState, form: FormData) {
  return handleForm(userStepSchema, form, async (viewer, input) => {
    await enableUser(viewer, input);
    return { to: `${users}/${input.userId}?melding=enabled` };
  });
}
