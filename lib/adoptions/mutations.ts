import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import { toDay, today } from "@/lib/core/dates";
import { database, inTransaction, type Transaction } from "@/lib/core/db";
import { DomainError, requirePermission, requireSignedIn } from "@/lib/core/errors";
import { isGemeenteMember, type Member, type Viewer } from "@/lib/core/roles";
import {
  correctionsOf,
  type LockedAdoption,
  type LockedSolution,
  lockAdoption,
  lockNewest,
  lockSolution,
  type RecordedStep,
  recordStep,
  recount,
  refuseEarlierCycle,
  refusePending,
  refuseStale,
  refuseTooEarlyStep,
  refuseUnopened,
  startCycle,
} from "./history/mutations";
import { isPublicReason } from "./history/rules";
import { canMove, canRegisterInterest, canSetVisibility, canTakeStep } from "./policy";
import { firstStatus, isClosed, needsSecondPerson, refusalOf } from "./rules";
import {
  type CorrectionInput,
  type InterestInput,
  type LeadInput,
  nobody,
  type PlanInput,
  type StatutoryInput,
  type StepInput,
  type VisibilityInput,
} from "./schema";

/** The solution whose adoption changed, to show it afterwards. */
type Changed = { slug: string };

/**
 * Registers that my gemeente is interested, today; after a stop it starts a new cycle. Binds to
 * nothing. Errors: forbidden, not-found, conflict when the gemeente follows the solution already.
 */
export async function registerInterest(
  viewer: Viewer,
  { solutionId, contactName }: InterestInput,
): Promise<Changed> {
  return begin(viewer, solutionId, { to: "INTERESTED", occurredOn: today(), contactName });
}

/** Starts what the law demands: connecting, by a manager. Errors as `registerInterest`. */
export async function startStatutory(
  viewer: Viewer,
  { solutionId, ...step }: StatutoryInput,
): Promise<Changed> {
  requirePermission(isGemeenteMember(viewer) && canMove(viewer, toOwn(viewer)), viewer);
  return begin(viewer, solutionId, { to: "CONNECTING", ...step });
}

type FirstStep = Omit<RecordedStep, "enteredById">;

async function begin(viewer: Viewer, solutionId: string, step: FirstStep): Promise<Changed> {
  // Before anything is looked up or locked: to others a guessed id says nothing.
  requirePermission(isGemeenteMember(viewer), viewer);
  const { gemeenteId } = toOwn(viewer);
  return inTransaction(async (tx) => {
    const solution = await lockSolution(tx, solutionId);
    const previous = await lockNewest(tx, { gemeenteId, solutionId });
    refuseUnknown(solution, previous);
    requirePermission(canRegisterInterest(viewer, solution), viewer);
    refuseUnopened(solution);
    if (firstStatus(solution) !== step.to) throw new DomainError("invalid", "transitionNotAllowed");
    if (previous && !isClosed(previous.status)) throw new DomainError("conflict", "alreadyAdopting");
    const recorded = { ...step, enteredById: viewer.user.id };
    const id = await startCycle(tx, viewer, { gemeenteId, solutionId, previous }, recorded);
    await recordAudit(tx, viewer, {
      action: "adoption.started",
      subjectType: "Adoption",
      subjectId: id,
      detail: { solutionId, to: step.to, occurredOn: step.occurredOn },
    });
    return { slug: solution.slug };
  });
}

const toOwn = ({ organisation }: Member) => ({ gemeenteId: organisation.id });

/** What is not published exists only for a gemeente that has a history with it. */
function refuseUnknown({ publication }: LockedSolution, previous: LockedAdoption | null): void {
  if (!previous && publication !== "PUBLISHED") throw new DomainError("not-found", "notFound");
}

/**
 * Takes a step along the road. Becoming a participant and declining wait for a second person: then a
 * proposal is made and the adoption stays where it is. Errors: forbidden, not-found, conflict
 * (changed by somebody else, or a decision is waiting), invalid (not from here, too early, unexplained).
 */
export async function moveAdoption(
  viewer: Viewer,
  input: StepInput,
): Promise<Changed & { isPending: boolean }> {
  const isPending = needsSecondPerson(input.to);
  const mayTake = (adoption: LedScope) => canTakeStep(viewer, adoption, input.to);
  const changed = await change(
    viewer,
    { ...input, may: mayTake },
    async ({ tx, member, adoption, solution }) => {
      const refusal = refusalOf(adoption, input, solution);
      if (refusal) throw new DomainError("invalid", refusal);
      const { adoptionId: _, version: __, ...step } = input;
      const isPublic = isPublicReason(input.to, solution);
      if (isPending) {
        refuseTooEarlyStep(adoption, step);
        return proposeDecision(tx, member, adoption, isPublic ? { ...step, isPublicReason: true } : step);
      }
      await recordStep(tx, member, adoption, { ...step, enteredById: member.user.id });
      await auditChange(tx, member, "adoption.moved", adoption, step);
    },
  );
  return { ...changed, isPending };
}

/**
 * Takes the adoption back to an earlier state, with the reason; what was recorded stays readable. Not to
 * a decision that no second person ever confirmed.
 */
export async function correctAdoption(viewer: Viewer, input: CorrectionInput): Promise<Changed> {
  return change(viewer, input, async ({ tx, member, adoption, solution }) => {
    if (!correctionsOf(adoption, solution).includes(input.to)) {
      throw new DomainError("invalid", "transitionNotAllowed");
    }
    const { to, occurredOn, reason } = input;
    const step = { to, occurredOn, reason, isCorrection: true, enteredById: member.user.id };
    await recordStep(tx, member, adoption, step);
    await auditChange(tx, member, "adoption.corrected", adoption, step);
  });
}

/** Adjusts who, what next and when, in the same state: a correction of the plan, with the reason. */
export async function adjustPlan(viewer: Viewer, input: PlanInput): Promise<Changed> {
  return change(viewer, input, async ({ tx, member, adoption }) => {
    const { adoptionId: _, version: __, place: ___, ...plan } = input;
    const stay = { to: adoption.status, occurredOn: toDay(adoption.since) };
    const step = { ...plan, ...stay, isCorrection: true, enteredById: member.user.id };
    await recordStep(tx, member, adoption, step);
    await auditChange(tx, member, "adoption.corrected", adoption, stay);
  });
}

/**
 * Gives a colleague the task: to explore, connect and try out, and to keep the list of steps; or takes it
 * back. Errors: forbidden, not-found, conflict (changed by somebody else), invalid (not a colleague).
 */
export async function appointLead(viewer: Viewer, input: LeadInput): Promise<Changed> {
  const { gemeenteId, solutionId } = await findOwn(viewer, input.adoptionId);
  const isManager = canMove(viewer, { gemeenteId });
  requirePermission(isManager, viewer);
  return inTransaction(async (tx) => {
    const { adoption, solution } = await lockAdoption(tx, { id: input.adoptionId, solutionId });
    await refuseEarlierCycle(tx, adoption);
    refuseStale(adoption, input.version);
    const leadId = input.leadId === nobody ? null : input.leadId;
    if (leadId) await requireColleague(tx, { userId: leadId, organisationId: gemeenteId });
    await tx.adoption.update({
      where: { id: adoption.id },
      data: { leadId, version: { increment: 1 } },
      select: { id: true },
    });
    await recordAudit(tx, viewer, {
      action: "adoption.lead",
      subjectType: "Adoption",
      subjectId: adoption.id,
      detail: { leadId },
    });
    return { slug: solution.slug };
  });
}

async function requireColleague(tx: Transaction, of: { userId: string; organisationId: string }) {
  const roles = await tx.membership.count({ where: { ...of, disabledAt: null, user: { disabledAt: null } } });
  if (roles === 0) throw new DomainError("invalid", "invalidChoice");
}

/** Decides what others see of the adoption: gemeenten, everybody, or nobody; it counts all the same. */
export async function setVisibility(viewer: Viewer, input: VisibilityInput): Promise<Changed> {
  const { gemeenteId, solutionId } = await findOwn(viewer, input.adoptionId);
  requirePermission(canSetVisibility(viewer, { gemeenteId }), viewer);
  return inTransaction(async (tx) => {
    const { adoption, solution } = await lockAdoption(tx, { id: input.adoptionId, solutionId });
    await refuseEarlierCycle(tx, adoption);
    refuseStale(adoption, input.version);
    const isHidden = input.visibility === "hidden";
    const isPublic = input.visibility === "public";
    await tx.adoption.update({
      where: { id: adoption.id },
      data: { isHidden, isPublic, version: { increment: 1 } },
    });
    // What is hidden counts in the totals of the facility, not in those of the gemeente.
    await recount(tx, { gemeenteId, solutionId });
    await recordAudit(tx, viewer, {
      action: "adoption.visibility",
      subjectType: "Adoption",
      subjectId: adoption.id,
      detail: { visibility: input.visibility },
    });
    return { slug: solution.slug };
  });
}

type Change = { tx: Transaction; member: Member; adoption: LockedAdoption; solution: LockedSolution };

type LedScope = { gemeenteId: string; leadId: string | null };
type Asked = { adoptionId: string; version: number; may?: (adoption: LedScope) => boolean };

/** The frame of a change: permission (a manager's, unless said), locks, the version that was read, nothing waiting. */
async function change(
  viewer: Viewer,
  { adoptionId, version, may = (adoption) => canMove(viewer, adoption) }: Asked,
  work: (change: Change) => Promise<void>,
): Promise<Changed> {
  const found = await findOwn(viewer, adoptionId);
  const { solutionId } = found;
  if (!isGemeenteMember(viewer) || !may(found)) return refuse(viewer);
  return inTransaction(async (tx) => {
    const { adoption, solution } = await lockAdoption(tx, { id: adoptionId, solutionId });
    // Somebody else may have got the task while this waited.
    if (!may(adoption)) return refuse(viewer);
    await refuseEarlierCycle(tx, adoption);
    refuseStale(adoption, version);
    refusePending(adoption);
    await work({ tx, member: viewer, adoption, solution });
    return { slug: solution.slug };
  });
}

/**
 * Whose adoption of what this is: that never changes, so it is read before the locks (who has the task may). One of another
 * gemeente, which may be hidden, is not there: existing or not, the answer is the same.
 */
async function findOwn(viewer: Viewer, id: string): Promise<LedScope & { solutionId: string }> {
  requireSignedIn(viewer);
  const where = isGemeenteMember(viewer) ? { id, ...toOwn(viewer) } : null;
  const select = { gemeenteId: true, solutionId: true, leadId: true };
  const adoption = where && (await database().adoption.findUnique({ where, select }));
  if (!adoption) throw new DomainError("not-found", "notFound");
  return adoption;
}

function refuse(viewer: Viewer): never {
  requirePermission(false, viewer);
  throw new DomainError("forbidden", "forbidden");
}

type DecidedStep = Omit<StepInput, "adoptionId" | "version"> & { isPublicReason?: true };

async function proposeDecision(
  tx: Transaction,
  member: Member,
  adoption: LockedAdoption,
  step: DecidedStep,
): Promise<void> {
  const { gemeenteId, solutionId } = adoption;
  const told = Object.fromEntries(Object.entries(step).filter(([, value]) => value !== undefined));
  const { id } = await tx.adoptionProposal.create({
    data: {
      origin: "SECOND_PERSON",
      gemeenteId,
      solutionId,
      adoptionId: adoption.id,
      to: step.to,
      step: told,
      proposedById: member.user.id,
      organisationId: member.organisation.id,
      isDemo: member.user.isDemo,
    },
    select: { id: true },
  });
  await recordAudit(tx, member, {
    action: "proposal.made",
    subjectType: "AdoptionProposal",
    subjectId: id,
    detail: { adoptionId: adoption.id, to: step.to, occurredOn: step.occurredOn },
  });
}

async function auditChange(
  tx: Transaction,
  member: Member,
  action: "adoption.moved" | "adoption.corrected",
  adoption: LockedAdoption,
  { to, occurredOn }: Pick<RecordedStep, "to" | "occurredOn">,
): Promise<void> {
  await recordAudit(tx, member, {
    action,
    subjectType: "Adoption",
    subjectId: adoption.id,
    detail: { from: adoption.status, to, occurredOn },
  });
}
