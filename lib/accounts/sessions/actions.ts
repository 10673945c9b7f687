"use server";
import { handleForm } from "@/lib/audit/action";
import type { FormState } from "@/lib/core/action";
import { clearSessionCookie } from "@/lib/core/session-cookie";
import { endOtherSessions, endOwnSession } from "./mutations";
import { endOthersSchema, endSessionSchema } from "./schema";

/** Ends one session of the viewer; ending this one is signing out. */
export async function endSessionAction(_: FormState, form: FormData) {
  return handleForm(endSessionSchema, form, async (viewer, input) => {
    await endOwnSession(viewer, input);
    if (input.sessionId !== viewer.sessionId) return { to: "/account/sessies?melding=ended" };
    await clearSessionCookie();
    return { to: "" };
  });
}

/** Ends all sessions of the viewer but this one. */
export async function endOtherSessionsAction(_: FormState, form: FormData) {
  return handleForm(endOthersSchema, form, async (viewer) => {
    await endOtherSessions(viewer);
    return { to: "/account/sessies?melding=others" };
  });
}
