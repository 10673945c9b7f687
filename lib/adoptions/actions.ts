"use server";
import { getFormatter, getTranslations } from "next-intl/server";
import type { z } from "zod";
import { handleForm } from "@/lib/audit/action";
import type { FormState } from "@/lib/core/action";
import type { Locale } from "@/lib/core/locales";
import type { Viewer } from "@/lib/core/roles";
import {
  adjustPlan,
  appointLead,
  correctAdoption,
  moveAdoption,
  registerInterest,
  setVisibility,
  startStatutory,
} from "./mutations";
import {
  confirmDecision,
  confirmFact,
  rejectDecision,
  rejectFact,
  withdrawDecision,
} from "./proposals/mutations";
import {
  confirmSchema,
  correctionSchema,
  factSchema,
  interestSchema,
  leadSchema,
  planSchema,
  rejectSchema,
  statutorySchema,
  stepSchema,
  toStatus,
  visibilitySchema,
} from "./schema";

const recordOf = ({ slug }: { slug: string }, melding: string) => `/mijn/${slug}?melding=${melding}`;

/** Registers the interest of my gemeente. */
export async function registerInterestAction(_: FormState, form: FormData) {
  return handle(interestSchema, form, async (viewer, input) => ({
    to: recordOf(await registerInterest(viewer, input), "interest"),
  }));
}

/** Starts connecting to what the law demands. */
export async function startStatutoryAction(_: FormState, form: FormData) {
  return handle(statutorySchema, form, async (viewer, input) => ({
    to: recordOf(await startStatutory(viewer, input), "started"),
  }));
}

/** Takes the step that the form says it is about. */
export async function moveAdoptionAction(_: FormState, form: FormData) {
  const schema = stepSchema(toStatus(form.get("to")) ?? "EXPLORING");
  return handle(schema, form, async (viewer, input) => {
    const moved = await moveAdoption(viewer, input);
    return { to: recordOf(moved, moved.isPending ? "proposed" : "moved") };
  });
}

/** Takes an adoption back to an earlier state. */
export async function correctAdoptionAction(_: FormState, form: FormData) {
  return handle(correctionSchema, form, async (viewer, input) => ({
    to: recordOf(await correctAdoption(viewer, input), "corrected"),
  }));
}

/** Adjusts who, what next and when. */
export async function adjustPlanAction(_: FormState, form: FormData) {
  return handle(planSchema, form, async (viewer, input) => {
    const adjusted = await adjustPlan(viewer, input);
    return { to: input.place ? "/mijn/bevestigen?melding=adjusted" : recordOf(adjusted, "planned") };
  });
}

/** Gives a colleague the task, or takes it back. */
export async function appointLeadAction(_: FormState, form: FormData) {
  return handle(leadSchema, form, async (viewer, input) => ({
    to: recordOf(await appointLead(viewer, input), "lead"),
  }));
}

/** Decides what others see of an adoption. */
export async function setVisibilityAction(_: FormState, form: FormData) {
  return handle(visibilitySchema, form, async (viewer, input) => ({
    to: recordOf(await setVisibility(viewer, input), "visibility"),
  }));
}

/** The yes of the second person to a decision. */
export async function confirmDecisionAction(_: FormState, form: FormData) {
  return handle(confirmSchema, form, answerWith(confirmDecision, "confirmed"));
}

/** The no of the second person, with the reason. */
export async function rejectDecisionAction(_: FormState, form: FormData) {
  return handle(rejectSchema, form, answerWith(rejectDecision, "rejected"));
}

/** Who entered a decision takes it back. */
export async function withdrawDecisionAction(_: FormState, form: FormData) {
  return handle(confirmSchema, form, answerWith(withdrawDecision, "withdrawn"));
}

/** The yes of the gemeente to what others say about it, and since when. */
export async function confirmFactAction(_: FormState, form: FormData) {
  return handle(factSchema, form, answerWith(confirmFact, "factConfirmed"));
}

/** The no of the gemeente to what others say about it, with the reason. */
export async function rejectFactAction(_: FormState, form: FormData) {
  return handle(rejectSchema, form, answerWith(rejectFact, "factRejected"));
}

/** Answers a proposal and returns to the list of those that wait. */
function answerWith<I>(answer: (viewer: Viewer, input: I) => Promise<void>, melding: string) {
  return async (viewer: Viewer, input: I) => {
    await answer(viewer, input);
    return { to: `/mijn/voorstellen?melding=${melding}` };
  };
}

/** Every form of adopting says states and days in the words of the reader. */
function handle<S extends z.ZodType>(
  schema: S,
  form: FormData,
  work: (viewer: Viewer, input: z.output<S>) => Promise<{ to: string }>,
) {
  return handleForm(schema, form, work, toWords);
}

/** A detail of a mutation, "IN_USE:2026-03-01" or "2026-03-01", as people read it. */
async function toWords(locale: Locale, { detail }: { detail: string }): Promise<string> {
  const [t, format] = await Promise.all([
    getTranslations({ locale, namespace: "terms.status" }),
    getFormatter({ locale }),
  ]);
  const parts = detail.split(":").map((part) => {
    const status = toStatus(part);
    return status ? t(status) : format.dateTime(new Date(part), "day");
  });
  return parts.join(", ");
}
