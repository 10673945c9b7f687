import { z } from "zod";
import { today } from "@/lib/core/dates";
import { day, line } from "@/lib/core/forms";
import { AdoptionStatus, DecidingBody } from "@/lib/core/generated/prisma/enums";
import { optionalFields, requiredFields, type StepField } from "./rules";

/** A day on which something happened: not in the future. */
export const pastDay = day.refine((value) => value <= today(), { error: "dateInFuture" });

/** A day that is planned: today or later. */
const comingDay = day.refine((value) => value >= today(), { error: "dateInPast" });

const stepFieldSchemas = {
  contactName: line(120),
  leadName: line(120),
  nextStep: line(200),
  nextOn: comingDay,
  body: z.enum(DecidingBody),
  reference: line(200),
  coverage: z.number().int().min(0).max(100),
  departments: line(300),
  reason: line(2000),
  scope: line(500),
} satisfies Record<StepField, z.ZodType>;

/** What a step tells beside its date; each state needs its own part of it. */
export type StepData = { [K in StepField]?: z.output<(typeof stepFieldSchemas)[K]> | undefined };

const statusSchema = z.enum(AdoptionStatus);
const versioned = { adoptionId: z.uuid(), version: z.number().int().min(1) };
const stepShape = z.object({ ...versioned, to: statusSchema, occurredOn: pastDay });

export type StepInput = z.output<typeof stepShape> & StepData;

/** The form of a step into this state: exactly the fields that the state needs. */
export function stepSchema(to: AdoptionStatus): z.ZodType<StepInput, StepInput> {
  const needed = requiredFields[to].map((field) => [field, stepFieldSchemas[field]]);
  const more = optionalFields[to].map((field) => [field, stepFieldSchemas[field].optional()]);
  const shape = stepShape.extend({ to: z.literal(to), ...Object.fromEntries([...needed, ...more]) });
  // The shape is put together from lists, which its type cannot follow.
  return shape as unknown as z.ZodType<StepInput, StepInput>;
}

/** The state that a form or an address asks for. */
export function toStatus(value: unknown): AdoptionStatus | null {
  return statusSchema.safeParse(value).data ?? null;
}

/** A decision as it waits in a proposal for its second person. */
export const storedStepSchema = z.object({
  to: statusSchema,
  occurredOn: day,
  ...z.object({ ...stepFieldSchemas, nextOn: day }).partial().shape,
  /** The reason was asked as one that is published. */
  isPublicReason: z.literal(true).optional(),
});

/** What goes over from a predecessor with its proposal: what it hid stays hidden, and through whom it took part. */
export const carriedOverSchema = z.object({ isHidden: z.boolean(), viaId: z.uuid() }).partial().catch({});

/** What was told with a step, as it is kept in the history; what cannot be read is left out. */
export const storedDataSchema = z
  .object({
    contactName: z.string(),
    leadName: z.string(),
    nextStep: z.string(),
    nextOn: z.iso.date(),
    coverage: z.number(),
    departments: z.string(),
    contractEndsOn: z.iso.date(),
    scope: z.string(),
  })
  .partial()
  .catch({});

/** Interest: a contact person, nothing else. */
export const interestSchema = z.object({ solutionId: z.uuid(), contactName: line(120) });
export type InterestInput = z.output<typeof interestSchema>;

/** What the law demands starts with connecting. */
export const statutorySchema = z.object({
  solutionId: z.uuid(),
  occurredOn: pastDay,
  leadName: line(120),
  nextOn: comingDay,
});
export type StatutoryInput = z.output<typeof statutorySchema>;

export const correctionSchema = z.object({
  ...versioned,
  to: statusSchema,
  occurredOn: pastDay,
  reason: line(2000),
});
export type CorrectionInput = z.output<typeof correctionSchema>;

/** A new plan in the same state; what is left empty is emptied. */
export const planSchema = z.object({
  ...versioned,
  ...z
    .object({ ...stepFieldSchemas, contractEndsOn: day })
    .omit({ body: true, reference: true, reason: true, scope: true })
    .partial().shape,
  reason: line(2000),
  /** Where the form stood: within the list of what is to be confirmed. */
  place: z.literal("confirming").optional(),
});
export type PlanInput = z.output<typeof planSchema>;

export const visibilities = ["gemeenten", "public", "hidden"] as const;
export const visibilitySchema = z.object({ ...versioned, visibility: z.enum(visibilities) });
export type VisibilityInput = z.output<typeof visibilitySchema>;

/** Who gets the task; or nobody, which takes it back. */
export const nobody = "nobody";
export const leadSchema = z.object({ ...versioned, leadId: z.union([z.uuid(), z.literal(nobody)]) });
export type LeadInput = z.output<typeof leadSchema>;

/** The second person's yes. */
export const confirmSchema = z.object({ proposalId: z.uuid() });
export type ConfirmInput = z.output<typeof confirmSchema>;

/** No, with the reason: to a decision of a colleague or to what a source says. */
export const rejectSchema = z.object({ proposalId: z.uuid(), reason: line(2000) });
export type RejectInput = z.output<typeof rejectSchema>;

/** Yes to what a source says; the gemeente itself knows since when. */
export const factSchema = z.object({
  proposalId: z.uuid(),
  occurredOn: pastDay,
  /** Where the gemeente is instead, which corrects what is said. */
  to: statusSchema.optional(),
});
export type FactInput = z.output<typeof factSchema>;
