"use server";
import { handleForm } from "@/lib/audit/action";
import type { FormState } from "@/lib/core/action";
import { confirmStill } from "./mutations";
import { confirmStillSchema } from "./schema";

/** Yes, this is still right: of one adoption, or of all that were shown. */
export async function confirmStillAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(confirmStillSchema, form, async (viewer, input) => {
    await confirmStill(viewer, input);
    return { to: `/mijn/bevestigen?melding=${input.ids.length > 1 ? "allConfirmed" : "stillRight"}` };
  });
}
