import type { RelatedSolution, SolutionDetail } from "@/lib/solutions/queries";

type Kind = SolutionDetail["relationsFrom"][number]["kind"];

/** The solutions that this one points at with a relation of this kind. */
export function relatedTo(solution: SolutionDetail, kind: Kind) {
  return solution.relationsFrom.filter((relation) => relation.kind === kind).map(({ to }) => to);
}

/** The solutions that point at this one. */
function relatedFrom(solution: SolutionDetail, kind: Kind): RelatedSolution[] {
  return solution.relationsTo.filter((relation) => relation.kind === kind).map(({ from }) => from);
}

/** What replaces this solution. */
export function successorsOf(solution: SolutionDetail): RelatedSolution[] {
  return relatedFrom(solution, "REPLACES");
}

/** Every kind of relation but what is needed first, each with its heading; empty ones are left out. */
export function listRelated(solution: SolutionDetail) {
  const groups = [
    { key: "partOf", solutions: relatedTo(solution, "PART_OF") },
    { key: "consistsOf", solutions: relatedFrom(solution, "PART_OF") },
    { key: "replacedBy", solutions: successorsOf(solution) },
    { key: "replaces", solutions: relatedTo(solution, "REPLACES") },
    {
      key: "worksWith",
      solutions: [...relatedTo(solution, "WORKS_WITH"), ...relatedFrom(solution, "WORKS_WITH")],
    },
    { key: "neededBy", solutions: relatedFrom(solution, "REQUIRES") },
  ] as const;
  return groups.filter(({ solutions }) => solutions.length > 0);
}
