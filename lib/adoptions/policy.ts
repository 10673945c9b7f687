import type { Prisma } from "@/lib/core/generated/prisma/client";
import type {
  DocumentVisibility,
  Obligation,
  ProposalOrigin,
  ProposalState,
} from "@/lib/core/generated/prisma/enums";
import { hasRoleIn, isGemeenteMember, isSupplier, type Member, type Viewer } from "@/lib/core/roles";
import type { AdoptionStatus } from "./rules";

// Who sees and who decides (docs/decisions/0003). One rule in two forms: as a
// question about a row, and as the WHERE that selects the same rows.

export type SolutionScope = { participationPublic: boolean; providerId: string };
type AdoptionScope = {
  gemeenteId: string;
  status: AdoptionStatus;
  isHidden: boolean;
  isPublic: boolean;
  solution: SolutionScope;
};

const confirmedUse: AdoptionStatus[] = ["IN_USE", "PHASING_OUT"];

/** Only of confirmed use may the public learn the name. */
function isConfirmedUse(status: AdoptionStatus): boolean {
  return confirmedUse.includes(status);
}

/** May this viewer know the names behind every state: another gemeente, or who helps them connect? */
export function canSeeEveryState(viewer: Viewer, solution: Pick<SolutionScope, "providerId">): boolean {
  if (isSupplier(viewer)) return false;
  return isGemeenteMember(viewer) || hasRoleIn(viewer, solution.providerId, "COORDINATOR");
}

/** May this viewer see that this gemeente is in this state? Notes, decisions and contact are never included. */
export function canSeeAdoption(viewer: Viewer, adoption: AdoptionScope): boolean {
  if (canSeeFile(viewer, adoption)) return true;
  if (isSupplier(viewer) || adoption.isHidden) return false;
  if (canSeeEveryState(viewer, adoption.solution)) return true;
  return isConfirmedUse(adoption.status) && (adoption.isPublic || adoption.solution.participationPublic);
}

/** `canSeeAdoption` as a WHERE. */
export function visibleAdoptions(viewer: Viewer): Prisma.AdoptionWhereInput {
  if (isSupplier(viewer)) return { id: { in: [] } };
  const publicly: Prisma.AdoptionWhereInput = {
    isHidden: false,
    status: { in: confirmedUse },
    OR: [{ isPublic: true }, { solution: { participationPublic: true } }],
  };
  if (isGemeenteMember(viewer)) return { OR: [{ isHidden: false }, { gemeenteId: viewer.organisation.id }] };
  if (!isCoordinator(viewer)) return publicly;
  return { OR: [publicly, { isHidden: false, solution: { providerId: viewer.organisation.id } }] };
}

function isCoordinator(viewer: Viewer): viewer is Member {
  return viewer.organisation !== null && hasRoleIn(viewer, viewer.organisation.id, "COORDINATOR");
}

/** May this viewer read the whole file: history, contact, decisions, notes? Only the own gemeente. */
function canSeeFile(viewer: Viewer, adoption: { gemeenteId: string }): viewer is Member {
  return isGemeenteMember(viewer) && viewer.organisation.id === adoption.gemeenteId;
}

/**
 * A count as a viewer may read it: null stands for "minder dan 3". Nobody can be recognised in 0, and
 * whoever sees each of them by name can count for themselves.
 */
export function maskCount(count: number, seesEach: boolean): number | null {
  return seesEach || count === 0 || count >= 3 ? count : null;
}

/**
 * A table of counts of which the totals of rows and columns may be known from elsewhere. null is a count
 * that is kept back: one or two, and as many others as keep those from being found by subtraction.
 */
export function maskTable(table: readonly (readonly number[])[]): (number | null)[][] {
  const shown = table.map((row) => row.map((count) => maskCount(count, false)));
  const width = table[0]?.length ?? 0;
  const lines = [
    ...table.map((row, at) => row.map((_, column) => [at, column] as const)),
    ...Array.from({ length: width }, (_, column) => table.map((_, at) => [at, column] as const)),
  ];
  const countAt = ([row, column]: readonly [number, number]) => table[row]?.[column] ?? 0;
  const isKept = ([row, column]: readonly [number, number]) => shown[row]?.[column] === null;
  /** Of a line that would give a count away, the next to keep back: the smallest, none rather last. */
  const next = (line: (typeof lines)[number]) => {
    const kept = line.filter(isKept);
    const sum = kept.reduce((total, cell) => total + countAt(cell), 0);
    if (kept.length === 0 || (kept.length > 1 && sum >= 3)) return undefined;
    const open = line.filter((cell) => !isKept(cell));
    return open.sort((a, b) => (countAt(a) || Infinity) - (countAt(b) || Infinity))[0];
  };
  for (let cell = lines.map(next).find(Boolean); cell; cell = lines.map(next).find(Boolean)) {
    const [row, column] = cell;
    shown[row]?.splice(column, 1, null);
  }
  return shown;
}

/**
 * The inhabitants of those who use something, of which the viewer sees `shown` by name. Inhabitants
 * identify a gemeente: null while one or two are left to guess, two digits while more are.
 */
export function maskInhabitants(inhabitants: number, users: number, shown: number): number | null {
  if (shown >= users) return inhabitants;
  return users - shown < 3 ? null : Number(inhabitants.toPrecision(2));
}

/** Any member of a gemeente registers interest; what the law demands is started by a manager. */
export function canRegisterInterest(viewer: Viewer, solution: { obligation: Obligation }): viewer is Member {
  if (!isGemeenteMember(viewer)) return false;
  return solution.obligation !== "STATUTORY" || canMove(viewer, { gemeenteId: viewer.organisation.id });
}

/** Decisions and steps are recorded by a manager of the gemeente itself, by nobody else. */
export function canMove(viewer: Viewer, adoption: { gemeenteId: string }): viewer is Member {
  return isGemeenteMember(viewer) && hasRoleIn(viewer, adoption.gemeenteId, "MANAGER");
}

/** Whoever leaves is followed by another: a manager arranges that, or who arranges the members. */
export function canHandOver(viewer: Viewer, gemeenteId: string): viewer is Member {
  return isGemeenteMember(viewer) && hasRoleIn(viewer, gemeenteId, "MANAGER", "ORGANISATION_ADMIN");
}

type LedScope = { gemeenteId: string; leadId: string | null };

/** What the colleague with the task may record beside the manager: the work, not the decisions. */
const ledSteps: AdoptionStatus[] = ["EXPLORING", "CONNECTING", "PILOT"];

/** Did the manager give this colleague the task? It ends with their membership. */
function isLead(viewer: Viewer, { gemeenteId, leadId }: LedScope): viewer is Member {
  return isGemeenteMember(viewer) && viewer.organisation.id === gemeenteId && viewer.user.id === leadId;
}

/** The manager takes every step, the colleague with the task those of the work. */
export function canTakeStep(viewer: Viewer, adoption: LedScope, to: AdoptionStatus): viewer is Member {
  return canMove(viewer, adoption) || (isLead(viewer, adoption) && ledSteps.includes(to));
}

/** Steps and tasks are kept by the manager and the colleague with the task; every colleague reads them. */
export function canKeepTasks(viewer: Viewer, adoption: LedScope): viewer is Member {
  return canMove(viewer, adoption) || isLead(viewer, adoption);
}

/** Documents of a decision are added, described and removed by whoever records decisions. */
export function canKeepDocuments(viewer: Viewer, adoption: { gemeenteId: string }): viewer is Member {
  return canMove(viewer, adoption);
}

type Kept = { keptById: string | null; adoption: { gemeenteId: string } };

/** The gemeente whose document it is: that of the adoption, or what it went on as (docs/decisions/0030). */
export function keeperOf({ keptById, adoption }: Kept): string {
  return keptById ?? adoption.gemeenteId;
}

/** `keeperOf` as a WHERE: all documents that these gemeenten keep. */
export function keptDocuments(...gemeenteIds: string[]): Prisma.AdoptionDocumentWhereInput {
  const these = { in: gemeenteIds };
  return { OR: [{ keptById: these }, { keptById: null, adoption: { gemeenteId: these } }] };
}

type DocumentScope = {
  visibility: DocumentVisibility;
  keptById: string | null;
  adoption: AdoptionScope;
};

/**
 * May this viewer read a document of a decision? It stays within the gemeente that keeps it; what that shares goes
 * no further than the adoption itself: whoever may not know that the gemeente takes part reads nothing of it.
 */
export function canSeeDocument(viewer: Viewer, document: DocumentScope): boolean {
  const { visibility, adoption } = document;
  if (canSeeFile(viewer, { gemeenteId: keeperOf(document) })) return true;
  return canSeeAdoption(viewer, adoption) && sharedWith(viewer, adoption.solution).includes(visibility);
}

/** `canSeeDocument` as a WHERE, for the documents of one solution that others share. */
export function visibleDocuments(viewer: Viewer, solution: SolutionScope): Prisma.AdoptionDocumentWhereInput {
  return { visibility: { in: sharedWith(viewer, solution) }, adoption: visibleAdoptions(viewer) };
}

/** The words by which a document of another is meant for this viewer too. */
function sharedWith(viewer: Viewer, { providerId }: Pick<SolutionScope, "providerId">): DocumentVisibility[] {
  return [
    "PUBLIC",
    ...(isGemeenteMember(viewer) ? (["GEMEENTEN"] as const) : []),
    ...(hasRoleIn(viewer, providerId, "COORDINATOR") ? (["PROVIDER"] as const) : []),
  ];
}

/** Who decides what others may see of an adoption. */
export function canSetVisibility(viewer: Viewer, adoption: { gemeenteId: string }): viewer is Member {
  return canMove(viewer, adoption);
}

export type ProposalScope = {
  origin: ProposalOrigin;
  state: ProposalState;
  gemeenteId: string;
  proposedById: string | null;
};

/** A weighty step waits for another manager of the same gemeente than the one who entered it. */
export function canConfirm(viewer: Viewer, proposal: ProposalScope): viewer is Member {
  return isOpenDecision(proposal) && canMove(viewer, proposal) && viewer.user.id !== proposal.proposedById;
}

/** Who entered a weighty step may take it back until it is confirmed. */
export function canWithdraw(viewer: Viewer, proposal: ProposalScope): viewer is Member {
  return isOpenDecision(proposal) && canMove(viewer, proposal) && viewer.user.id === proposal.proposedById;
}

/** What others say about a gemeente is confirmed or rejected by its manager. */
export function canDecideProposal(viewer: Viewer, proposal: ProposalScope): viewer is Member {
  return proposal.state === "OPEN" && proposal.origin !== "SECOND_PERSON" && canMove(viewer, proposal);
}

function isOpenDecision({ origin, state }: ProposalScope): boolean {
  return origin === "SECOND_PERSON" && state === "OPEN";
}
