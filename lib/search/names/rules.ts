import { fold } from "@/lib/core/text";
import { isNoise } from "../question/rules";

const longestName = 5;
const shortestName = 3;

/** Every run of neighbouring words of a question: one of them may be a name ("bergen op zoom"). */
export function listPossibleNames(question: string): string[] {
  const words = fold(question)
    .split(/[\s,;:?!"()]+/)
    .filter(Boolean);
  const runs = words.flatMap((_, from) =>
    Array.from({ length: longestName }, (_, length) => words.slice(from, from + length + 1).join(" ")),
  );
  return [...new Set(runs)].filter((run) => run.length >= shortestName && !isNoise(run));
}
