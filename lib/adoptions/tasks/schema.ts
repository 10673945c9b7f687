import { z } from "zod";
import { day, line, optionalLine } from "@/lib/core/forms";
import { pastDay } from "../schema";

const fields = {
  label: line(200),
  ownerName: optionalLine(120),
  dueOn: day.optional(),
  note: optionalLine(2000),
};

/** A task that the gemeente adds to the list of an adoption. */
export const newTaskSchema = z.object({ adoptionId: z.uuid(), ...fields });
export type NewTaskInput = z.output<typeof newTaskSchema>;

/** What is known of a step or task now; done on a day, or not yet. What is left empty is emptied. */
export const taskSchema = z.object({
  taskId: z.uuid(),
  version: z.number().int().min(1),
  ...fields,
  doneOn: pastDay.optional(),
  evidence: optionalLine(500),
});
export type TaskInput = z.output<typeof taskSchema>;

/** The same step or task as the one that was read. */
export const sameTaskSchema = taskSchema.pick({ taskId: true, version: true });
export type SameTaskInput = z.output<typeof sameTaskSchema>;

/** Which adoption gets the steps of its solution. */
export const prepareSchema = z.object({ adoptionId: z.uuid() });
export type PrepareInput = z.output<typeof prepareSchema>;

/** Evidence that is an address, to be opened; anything else is read. */
export function isLink(evidence: string): boolean {
  return z.url({ protocol: /^https?$/ }).safeParse(evidence).success;
}
