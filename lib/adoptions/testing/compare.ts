import type { SolutionTraits } from "../rules";
import { type Command, generate, type Machine, type Random, type View } from "./commands";
import { makeModel } from "./model";

/** How long a sequence of commands is. */
export const sequenceLength = 14;

/** What was done along a sequence, for the report: how often which state was reached, and what was refused. */
export type Tally = { commands: number; refused: number; reached: Map<string, number> };
export const makeTally = (): Tally => ({ commands: 0, refused: 0, reached: new Map() });

type Run = { random: Random; traits: SolutionTraits; today: string; tally: Tally };

/**
 * Gives the same random commands to the model and to a machine, and fails at the first difference: carried out
 * or refused, and where the adoption then stands. The error tells the whole sequence.
 */
export function compareSequence(machine: Machine, { random, traits, today, tally }: Run): void {
  const model = makeModel(traits);
  const told: Command[] = [];
  for (let turn = 0; turn < sequenceLength; turn++) {
    const command = generate(random, model.view(), today);
    told.push(command);
    const expected = model.apply(command);
    requireSame(
      { expected, view: model.view() },
      { done: machine.apply(command), view: machine.view() },
      told,
    );
    count(tally, expected, model.view());
  }
}

/** Fails unless both carried out the command, or both refused it, and stand in the same legal place. */
export function requireSame(
  model: { expected: boolean; view: View | null },
  machine: { done: boolean; view: View | null },
  told: readonly Command[],
): void {
  const before = toText(model.view, model.expected);
  const after = toText(machine.view, machine.done);
  if (before !== after) {
    throw new Error(`the model says ${before}\nit became ${after}\nafter ${JSON.stringify(told, null, 1)}`);
  }
  const fault = model.view && findFault(model.view);
  if (fault) throw new Error(`${fault}: ${before}\nafter ${JSON.stringify(told, null, 1)}`);
}

const fields = [
  ...(["cycle", "steps", "status", "since", "resumeStatus", "interestedOn", "committedOn"] as const),
  ...(["inUseOn", "endedOn", "pending"] as const),
];

function toText(view: View | null, isDone: boolean): string {
  return `${isDone ? "done" : "refused"} ${fields.map((field) => `${field}=${view?.[field] ?? ""}`).join(" ")}`;
}

/** What no adoption may ever be, whatever led to it: the constraints of the table, once more. */
function findFault(view: View): string | null {
  const dates = [view.interestedOn, view.committedOn, view.inUseOn, view.endedOn].filter(
    (day) => day !== null,
  );
  if ([...dates].sort().join() !== dates.join()) return "milestones out of order";
  if ((view.status === "ON_HOLD") !== (view.resumeStatus !== null)) return "a pause without a way back";
  if (view.status === "ENDED" && !view.endedOn) return "ended on no day";
  if (view.status === "IN_USE" && !view.inUseOn) return "in use since no day";
  return view.resumeStatus === "ON_HOLD" ? "a pause of a pause" : null;
}

export function count(tally: Tally, isDone: boolean, view: View | null): void {
  tally.commands++;
  if (!isDone) tally.refused++;
  else if (view) tally.reached.set(view.status, (tally.reached.get(view.status) ?? 0) + 1);
}
