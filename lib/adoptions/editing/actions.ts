"use server";
import { handleForm } from "@/lib/audit/action";
import type { FormState } from "@/lib/core/action";
import { editMany, handOver } from "./mutations";
import { bulkEditSchema, handOverSchema } from "./schema";

/** Sets people and days of the chosen adoptions. */
export async function editManyAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(bulkEditSchema, form, async (viewer, input) => {
    await editMany(viewer, input);
    return { to: `/mijn?melding=edited&aantal=${input.ids.length}` };
  });
}

/** Hands everything of one person over to another. */
export async function handOverAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(handOverSchema, form, async (viewer, input) => {
    await handOver(viewer, input);
    return { to: "/mijn/overdragen?melding=handedOver" };
  });
}
