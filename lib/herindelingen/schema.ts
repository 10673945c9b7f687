import { z } from "zod";
import { day, line, optionalLine } from "@/lib/core/forms";
import { isNewYearsDay } from "./rules";

/** More than ever merged at once. */
const mostPredecessors = 12;

/** Names or slugs as typed: one a line. */
const names = line(1200).transform((text, context) => {
  const list = [...new Set(text.split(/[\n,;]+/).map((one) => one.trim()))].filter(Boolean);
  if (list.length > mostPredecessors)
    context.addIssue({ code: "custom", message: `tooManyGemeenten:${mostPredecessors}` });
  return list;
});

const choice = z.object({
  /** The gemeenten that end. */
  predecessors: names,
  /** The gemeente that they go on as: one that exists or, with a code, a new one. */
  into: line(120),
  cbsCode: optionalLine(6).refine((code) => code === "" || /^GM\d{4}$/.test(code), {
    error: "invalidCbsCode",
  }),
  effectiveOn: day,
  /** The law that names another day than 1 January. */
  law: optionalLine(200),
});

type Dated = { effectiveOn: string; law: string };

/** A herindeling is on 1 January (Wet arhi, art. 1), unless its own law names another day. */
const isOnItsDay = ({ effectiveOn, law }: Dated) => isNewYearsDay(effectiveOn) || law !== "";
const otherDay = { error: "notNewYearsDay", path: ["effectiveOn"] };

export const choiceSchema = choice.refine(isOnItsDay, otherDay);
export type ChoiceInput = z.output<typeof choiceSchema>;

/** The same, with the name of the successor typed as the second step. */
export const planSchema = choice.extend({ typed: line(120) }).refine(isOnItsDay, otherDay);
export type PlanInput = z.output<typeof planSchema>;

export const cancelSchema = z.object({ id: z.uuid() });
export type CancelInput = z.output<typeof cancelSchema>;

/** What the address of a dry run says, as the form would. */
export const choiceParams = z
  .object({
    van: z.union([z.string(), z.array(z.string())]).transform((van) => [van].flat().join("\n")),
    naar: z.string(),
    op: z.string(),
    cbs: z.string().default(""),
    wet: z.string().default(""),
  })
  .transform(({ van, naar, op, cbs, wet }) => ({
    predecessors: van,
    into: naar,
    cbsCode: cbs,
    effectiveOn: op,
    law: wet,
  }));

const count = z.number().int();

/** How many of what were changed, as it is kept. */
export const doneSchema = z.object({
  ...{ adoptions: count, proposals: count, people: count, asked: count, decisions: count, facts: count },
  ...{ reviews: count, needs: count, follows: count, requests: count, invitations: count },
  ...{ providers: count, solutions: count },
  // Of one that was carried out before these were counted.
  ...{ documents: count.default(0), partnerships: count.default(0) },
});
