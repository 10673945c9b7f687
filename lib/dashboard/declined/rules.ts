import { maskCount } from "@/lib/adoptions/policy";
import type { AdoptionStatus } from "@/lib/adoptions/rules";
import { isSupplier, type Viewer } from "@/lib/core/roles";
import { type Country, countBy, listStandings, type Standing, sumPerSolution } from "../country/rules";
import { type Leader, nameOf } from "../figures/rules";
import type { PublishedReason } from "./queries";

export type Explanation = {
  solution: { slug: string; name: string };
  /** Null where the gemeente hides its adoption, and for suppliers. */
  gemeente: { slug: string; name: string } | null;
  since: string;
  reason: string;
  isDemo: boolean;
};

export type Declined = {
  /** null is kept back. */
  declined: number | null;
  ended: number | null;
  perSolution: Leader[];
  explanations: Explanation[];
  /** How many explanations there are; the newest are shown. */
  explained: number;
};

const mostShown = 12;

/** Who does not take part or stopped, and why: only what was published. */
export function listDeclined(
  viewer: Viewer,
  country: Country,
  reasons: readonly PublishedReason[],
): Declined {
  const standings = listStandings(country.entries);
  const inState = (status: AdoptionStatus) => standings.filter((one) => one.status === status);
  const declined = inState("DECLINED");
  const explanations = explain(viewer, declined, reasons);
  return {
    declined: countMasked(country, declined),
    ended: countMasked(country, inState("ENDED")),
    perSolution: perSolution(country, declined),
    explanations: explanations.slice(0, mostShown),
    explained: explanations.length,
  };
}

function countMasked(country: Country, standings: readonly Standing[]): number | null {
  const counts = countBy(standings, ({ solution }) => solution.id);
  return maskCount(sumPerSolution(country, counts), country.isByName);
}

function perSolution(country: Country, declined: readonly Standing[]): Leader[] {
  const solutions = new Map(declined.map(({ solution }) => [solution.id, solution]));
  return [...countBy(declined, ({ solution }) => solution.id)]
    .flatMap(([id, count]): Leader[] => {
      const solution = solutions.get(id);
      return solution && maskCount(count, country.isByName) !== null
        ? [{ solution: nameOf(solution), count }]
        : [];
    })
    .sort((a, b) => b.count - a.count || a.solution.name.localeCompare(b.solution.name, "nl"))
    .slice(0, 10);
}

function explain(
  viewer: Viewer,
  declined: readonly Standing[],
  reasons: readonly PublishedReason[],
): Explanation[] {
  const keyOf = (solutionId: string, gemeenteId: string, day: string) => `${solutionId} ${gemeenteId} ${day}`;
  const standing = new Map(declined.map((one) => [keyOf(one.solution.id, one.gemeente.id, one.since), one]));
  return reasons.flatMap(({ solutionId, gemeenteId, day, reason, isHidden }): Explanation[] => {
    const found = standing.get(keyOf(solutionId, gemeenteId, day));
    if (!found) return [];
    const { solution, gemeente, isDemo } = found;
    const isNameless = isHidden || isSupplier(viewer);
    return [
      {
        solution: { slug: solution.slug, name: solution.name },
        gemeente: isNameless ? null : { slug: gemeente.slug, name: gemeente.name },
        since: day,
        reason,
        isDemo,
      },
    ];
  });
}
