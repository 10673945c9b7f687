import type { CurrentAdoption } from "@/lib/adoptions/bulk/rules";
import { type AdoptionStatus, effectOfFact, isClosed, isOver, placeOnRoad } from "@/lib/adoptions/rules";
import type {
  Obligation,
  Publication,
  Role,
  SolutionKind,
  SolutionPhase,
} from "@/lib/core/generated/prisma/enums";
import { groupBy } from "@/lib/core/groups";
import { sortRoles } from "@/lib/memberships/rules";

// What a herindeling does to adoptions and to people: pure, from what is there now.

export type MergedSolution = {
  id: string;
  slug: string;
  name: string;
  kind: SolutionKind;
  obligation: Obligation;
  publication: Publication;
  phase: SolutionPhase;
};

type Newest = ReadonlyMap<string, CurrentAdoption>;
export type Predecessor = { id: string; name: string; newest: Newest };

/** An adoption that ends with its gemeente. */
export type Closing = {
  gemeenteId: string;
  gemeente: string;
  solution: MergedSolution;
  current: CurrentAdoption;
};

/** What is proposed to the successor: the furthest state of its predecessors. */
export type CarriedOver = {
  solution: MergedSolution;
  to: AdoptionStatus;
  since: string;
  /** The predecessors that were there. */
  from: string[];
  isHidden: boolean;
  /** The partnership through which the first of them took part. */
  viaId: string | null;
  isDemo: boolean;
};

/** Every adoption that still runs; one that had stopped is history already. */
export function listClosings(
  predecessors: readonly Predecessor[],
  solutions: ReadonlyMap<string, MergedSolution>,
): Closing[] {
  return predecessors
    .flatMap(({ id, name, newest }) =>
      [...newest.values()].flatMap((current) => {
        const solution = solutions.get(current.solutionId);
        if (!solution || isClosed(current.status)) return [];
        return [{ gemeenteId: id, gemeente: name, solution, current }];
      }),
    )
    .sort((a, b) => a.solution.name.localeCompare(b.solution.name, "nl"));
}

/** What of it is proposed: nothing where the successor stands as far already, or where nobody can take part any more. */
export function listCarriedOver(closings: readonly Closing[], successor: Newest): CarriedOver[] {
  return groupBy(closings, ({ solution }) => solution.id).flatMap((ofOne) => {
    const carried = toCarriedOver(ofOne);
    const { solution, to } = carried;
    if (solution.publication !== "PUBLISHED" || isOver(solution.phase)) return [];
    const effect = effectOfFact(successor.get(solution.id) ?? null, to, solution);
    return effect === "start" || effect === "move" ? [carried] : [];
  });
}

function toCarriedOver(closings: [Closing, ...Closing[]]): CarriedOver {
  const furthest = Math.max(...closings.map(({ current }) => placeOnRoad(current)));
  const there = closings.filter(({ current }) => placeOnRoad(current) === furthest);
  const [first = closings[0]] = there.toSorted((a, b) => a.current.since.localeCompare(b.current.since));
  return {
    solution: first.solution,
    to: first.current.resumeStatus ?? first.current.status,
    since: first.current.since,
    from: there.map(({ gemeente }) => gemeente),
    // Hidden by one of them is hidden: nobody learns from a merger what was kept from them.
    isHidden: there.some(({ current }) => current.isHidden),
    viaId: first.current.viaId,
    isDemo: there.every(({ current }) => current.isDemo),
  };
}

/** Somebody with a role in a predecessor that counts. */
export type Seat = { userId: string; name: string | null; isDemo: boolean; from: string; role: Role };

export type Moved = {
  userId: string;
  name: string | null;
  isDemo: boolean;
  from: string[];
  /** What they had. */
  roles: Role[];
  /** What they have in the successor from that day on. */
  given: Role[];
  /** What they ask of the administrator of the successor. */
  asked: Role | null;
};

/** What those who move have in the successor already, and whether somebody decides there who gets more. */
export type Receiving = { hasAdmin: boolean; held: ReadonlyMap<string, readonly Role[]> };

/**
 * Whoever works for a predecessor works for the successor: as a member at once. What they were beside that goes
 * with them where the successor has no administrator; otherwise that one decides (docs/decisions/0013).
 */
export function listMoved(seats: readonly Seat[], { hasAdmin, held }: Receiving): Moved[] {
  return groupBy(seats, ({ userId }) => userId).map((own) => {
    const [{ userId, name, isDemo }] = own;
    const roles = sortRoles(own.map(({ role }) => role));
    const has = held.get(userId) ?? [];
    const more = roles.filter((role) => role !== "MEMBER" && !has.includes(role));
    const given: Role[] = hasAdmin ? ["MEMBER"] : sortRoles(["MEMBER", ...roles]);
    const from = [...new Set(own.map((seat) => seat.from))];
    return { userId, name, isDemo, from, roles, given, asked: hasAdmin ? (more[0] ?? null) : null };
  });
}
