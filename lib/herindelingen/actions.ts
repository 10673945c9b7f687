"use server";
import { handleForm } from "@/lib/audit/action";
import type { FormState } from "@/lib/core/action";
import { cancelHerindeling, planHerindeling } from "./mutations";
import { getDryRun } from "./queries";
import { cancelSchema, choiceSchema, planSchema } from "./schema";

const path = "/platform/herindelingen";

/** Looks up what was chosen and shows what would happen; nothing changes. */
export async function chooseHerindelingAction(_: FormState, form: FormData) {
  return handleForm(choiceSchema, form, async (viewer, input) => {
    const { predecessors } = await getDryRun(viewer, input);
    const { into, effectiveOn, cbsCode, law } = input;
    const query = new URLSearchParams(predecessors.map(({ slug }) => ["van", slug]));
    for (const [name, value] of Object.entries({ naar: into, op: effectiveOn, cbs: cbsCode, wet: law }))
      if (value) query.append(name, value);
    return { to: `${path}/proef?${query}` };
  });
}

/** Plans what the page showed, or carries it out where its day has come. */
export async function planHerindelingAction(_: FormState, form: FormData) {
  return handleForm(planSchema, form, async (viewer, input) => {
    const { id } = await planHerindeling(viewer, input);
    return { to: `${path}/${id}?melding=planned` };
  });
}

/** Takes a plan back. */
export async function cancelHerindelingAction(_: FormState, form: FormData) {
  return handleForm(cancelSchema, form, async (viewer, input) => {
    await cancelHerindeling(viewer, input);
    return { to: `${path}?melding=cancelled` };
  });
}
