"use server";
import { handleForm } from "@/lib/audit/action";
import type { FormState } from "@/lib/core/action";
import { submitNeed } from "./mutations";
import { needForm } from "./schema";

/** Leaves a need, and shows it among those of the gemeente. */
export async function submitNeedAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(needForm, form, async (viewer, input) => {
    await submitNeed(viewer, input);
    return { to: "/behoeften/nieuw?melding=submitted" };
  });
}
