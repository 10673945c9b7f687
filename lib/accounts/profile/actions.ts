"use server";
import { refresh } from "next/cache";
import { handleForm } from "@/lib/audit/action";
import type { FormState } from "@/lib/core/action";
import { saveProfile } from "./mutations";
import { profileSchema } from "./schema";

/** Saves the name and function of the viewer. */
export async function saveProfileAction(_: FormState, form: FormData) {
  return handleForm(profileSchema, form, async (viewer, input) => {
    await saveProfile(viewer, input);
    // The header shows the name, on the page that follows as well.
    refresh();
    return { to: "/account?melding=bewaard" };
  });
}
