import { mostSteps, type StepEdit } from "./schema";

/** Why a list cannot be changed so, as a key of `errors`. */
export type StepFault = "stepTwice" | "tooManySteps" | "conflict";

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** The steps after this change, or why not. What is taken away last leaves an empty list. */
export function editLabels(labels: readonly string[], change: StepEdit): string[] | StepFault {
  if (change.edit === "reset") return [];
  if (change.edit === "add") {
    if (labels.some((label) => same(label, change.label))) return "stepTwice";
    return labels.length >= mostSteps ? "tooManySteps" : [...labels, change.label];
  }
  const at = change.position - 1;
  const label = labels[at];
  if (label === undefined) return "conflict";
  const others = labels.toSpliced(at, 1);
  switch (change.edit) {
    case "remove":
      return others;
    case "change":
      return others.some((other) => same(other, change.label)) ? "stepTwice" : labels.with(at, change.label);
    case "up":
      return others.toSpliced(Math.max(at - 1, 0), 0, label);
    case "down":
      return others.toSpliced(at + 1, 0, label);
  }
}
