import { toDay } from "@/lib/core/dates";
import type { Province, SolutionKind } from "@/lib/core/generated/prisma/enums";
import { isSupplier, type Viewer } from "@/lib/core/roles";
import { toSizeClass } from "@/lib/gemeenten/rules";
import { canSeeAdoption, canSeeEveryState, maskCount, maskInhabitants, maskTable } from "../policy";
import { type AdoptionStatus, type StatusGroup, statuses, statusGroups, toStatusGroup } from "../rules";

// What a viewer may know of all gemeenten and a solution: pure, from the rows that were read.

export type ParticipationSubject = {
  id: string;
  kind: SolutionKind;
  participationPublic: boolean;
  providerId: string;
};

/** How much of the names the viewer sees: every state, only confirmed use, or only who chose to be public. */
export type ParticipationScope = "everyState" | "confirmedUse" | "madePublic" | "none";

/** One gemeente of today and where it stands with the solution, in its newest cycle. */
export type GemeenteRow = {
  gemeenteId: string;
  name: string;
  slug: string;
  province: Province;
  inhabitants: number;
  col: number;
  row: number;
  status: AdoptionStatus | null;
  since: Date | null;
  isHidden: boolean | null;
  isPublic: boolean | null;
  isDemo: boolean | null;
};

/** The rows of which the viewer may know the state. */
export function selectVisible(
  viewer: Viewer,
  solution: ParticipationSubject,
  rows: GemeenteRow[],
): GemeenteRow[] {
  return rows.filter((row) => row.status !== null && canSeeAdoption(viewer, toScope(row, solution)));
}

function toScope(row: GemeenteRow, solution: ParticipationSubject) {
  return {
    gemeenteId: row.gemeenteId,
    status: row.status ?? "INTERESTED",
    isHidden: row.isHidden ?? false,
    isPublic: row.isPublic ?? false,
    solution,
  };
}

/** What the page says that the viewer sees. */
export function scopeOf(viewer: Viewer, solution: ParticipationSubject): ParticipationScope {
  if (isSupplier(viewer)) return "none";
  if (canSeeEveryState(viewer, solution)) return "everyState";
  return solution.participationPublic ? "confirmedUse" : "madePublic";
}

/** Why there is no map: nobody takes part, or the viewer may not know who. */
export function reasonOf(
  viewer: Viewer,
  solution: ParticipationSubject,
): "supplier" | "notPublic" | "nobody" {
  const scope = scopeOf(viewer, solution);
  if (scope === "none") return "supplier";
  return scope === "madePublic" ? "notPublic" : "nobody";
}

/**
 * How many gemeenten are in each state and group, and confirmed use with its whole. One or two are
 * kept back unless the viewer sees every one of them by name (also when some hide from others), and so is
 * a state that with its group would give such a count away.
 */
export function countStates(rows: GemeenteRow[], visible: GemeenteRow[]) {
  const groups = statusGroups.map((group) => countGroup(group, rows, visible));
  const byGroup = Object.fromEntries(groups.map(({ group, total }) => [group, total]));
  const byStatus = Object.fromEntries(groups.flatMap(({ states }) => states));
  const counts = { byGroup, byStatus } as {
    byGroup: Record<StatusGroup, number | null>;
    byStatus: Record<AdoptionStatus, number | null>;
  };
  return { counts, inUse: toUse(counts.byGroup.inUse, rows, visible) };
}

function countGroup(group: StatusGroup, rows: GemeenteRow[], visible: GemeenteRow[]) {
  const states = statuses.filter((status) => toStatusGroup(status) === group);
  const countIn = (among: GemeenteRow[]) =>
    states.map((status) => among.filter((row) => row.status === status).length);
  const [all, seen] = [countIn(rows), countIn(visible)];
  const seesEach = all.every((count, at) => count === seen[at]);
  const total = maskCount(
    all.reduce((sum, count) => sum + count, 0),
    seesEach,
  );
  // From a total that is kept back itself nothing can be subtracted.
  const [shown = []] =
    total === null ? [all.map((count) => maskCount(count, false))] : seesEach ? [all] : maskTable([all]);
  return { group, total, states: states.map((status, at) => [status, shown[at] ?? null] as const) };
}

/** Confirmed use with its whole; inhabitants are null where they would give away who is not shown by name. */
function toUse(gemeenten: number | null, rows: GemeenteRow[], visible: GemeenteRow[]) {
  const users = rows.filter(isInUse);
  const shown = visible.filter(isInUse).length;
  const inhabitants = maskInhabitants(sumInhabitants(users), users.length, shown);
  return {
    gemeenten,
    inhabitants: gemeenten === null ? null : inhabitants,
    ofGemeenten: rows.length,
    ofInhabitants: sumInhabitants(rows),
  };
}

function isInUse({ status }: GemeenteRow): boolean {
  return status !== null && toStatusGroup(status) === "inUse";
}

function sumInhabitants(rows: GemeenteRow[]): number {
  return rows.reduce((sum, { inhabitants }) => sum + inhabitants, 0);
}

/** The map: every gemeente has its tile, a state only where it may be seen. */
export function toTiles(rows: GemeenteRow[], visible: GemeenteRow[], reported: { slug: string }[]) {
  const seen = new Set(visible.map(({ gemeenteId }) => gemeenteId));
  const reportedSlugs = new Set(reported.map(({ slug }) => slug));
  return rows.map(({ gemeenteId, col, row, slug, name, province, status }) => ({
    col,
    row,
    slug,
    name,
    province,
    status: seen.has(gemeenteId) ? status : null,
    isReported: reportedSlugs.has(slug),
  }));
}

/** Like mine first: my own size class, then my own province, then by name. */
export function toParticipants(viewer: Viewer, rows: GemeenteRow[], visible: GemeenteRow[]) {
  const mine = rows.find(({ gemeenteId }) => gemeenteId === viewer.organisation?.id);
  const distance = (row: GemeenteRow) => {
    if (!mine) return 0;
    const isOtherSize = toSizeClass(row.inhabitants).id !== toSizeClass(mine.inhabitants).id;
    return (isOtherSize ? 2 : 0) + (row.province === mine.province ? 0 : 1);
  };
  return visible
    .map((row) => ({ row, far: distance(row) }))
    .sort((a, b) => a.far - b.far)
    .flatMap(({ row: { name, slug, province, inhabitants, status, since, isDemo, gemeenteId }, far }) =>
      status && since
        ? [
            {
              name,
              slug,
              province,
              inhabitants,
              status,
              since: toDay(since),
              isDemo: isDemo ?? false,
              isMine: gemeenteId === mine?.gemeenteId,
              isLikeMine: mine !== undefined && far < 2,
            },
          ]
        : [],
    );
}
