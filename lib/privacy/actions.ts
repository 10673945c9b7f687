"use server";
import { handleForm } from "@/lib/audit/action";
import type { FormState } from "@/lib/core/action";
import { sessionCookieName } from "@/lib/core/session";
import { clearCookie } from "@/lib/core/session-cookie";
import { eraseMyself } from "./mutations";
import { eraseSchema } from "./schema";

/** Erases whoever is signed in, and says so on a page that needs nobody. */
export async function eraseMyselfAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(eraseSchema, form, async (viewer, input) => {
    await eraseMyself(viewer, input);
    await clearCookie(sessionCookieName());
    return { to: "/privacy?melding=erased" };
  });
}
