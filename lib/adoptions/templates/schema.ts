import { z } from "zod";
import { line } from "@/lib/core/forms";
import { SolutionKind } from "@/lib/core/generated/prisma/enums";
import { firstOf } from "@/lib/core/text";

export { SolutionKind };
export const stepKinds = Object.values(SolutionKind);

/** The most steps of one list. */
export const mostSteps = 40;

/** Of which list, as it was read: a kind ("COMPONENT") or the slug of a solution. */
const list = { scope: z.string().min(1).max(120), version: z.string().max(24) };
const step = { ...list, position: z.number().int().min(1).max(mostSteps) };

export const addStepForm = z.object({ ...list, label: line(200) });
export const changeStepForm = z.object({ ...step, label: line(200) });
export const moveStepForm = z.object({ ...step, edit: z.enum(["up", "down", "remove"]) });
export const resetStepsForm = z.object(list);

type Listed = z.output<typeof resetStepsForm>;

/** One change of a list; positions count from 1. */
export type StepEdit =
  | { edit: "add"; label: string }
  | { edit: "change"; position: number; label: string }
  | { edit: "up" | "down" | "remove"; position: number }
  | { edit: "reset" };
export type EditStepsInput = Listed & StepEdit;

/** The kind of a list, or null for that of one solution. */
export function kindOfScope(scope: string): SolutionKind | null {
  return stepKinds.find((kind) => kind === scope) ?? null;
}

/** The kind that the last part of an address names, such as "component". */
export function kindOfAddress(word: string): SolutionKind | null {
  return word === word.toLowerCase() ? kindOfScope(word.toUpperCase()) : null;
}

/** What just changed, in the address of the page that follows. */
export const stepsNotice = z.preprocess(
  firstOf,
  z.enum(["add", "change", "up", "down", "remove", "reset"]).optional().catch(undefined),
);
