import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import { database, inTransaction, type Transaction } from "@/lib/core/db";
import { DomainError, requirePermission, requireSignedIn } from "@/lib/core/errors";
import { Prisma } from "@/lib/core/generated/prisma/client";
import { isGemeenteMember, type Member, type Viewer } from "@/lib/core/roles";
import {
  type LockedSolution,
  lockAdoption,
  lockNewest,
  lockSolution,
  recordStep,
  recount,
  refuseUnopened,
  startCycle,
} from "../history/mutations";
import { canConfirm, canDecideProposal, canMove, canWithdraw } from "../policy";
import { effectOfFact, needsSecondPerson, refusalOf } from "../rules";
import {
  type ConfirmInput,
  carriedOverSchema,
  type FactInput,
  type RejectInput,
  storedStepSchema,
} from "../schema";

const proposalColumns = {
  id: true,
  origin: true,
  state: true,
  gemeenteId: true,
  solutionId: true,
  adoptionId: true,
  to: true,
  step: true,
  evidenceKind: true,
  evidenceDate: true,
  source: true,
  proposedById: true,
  organisationId: true,
  organisation: { select: { name: true } },
} satisfies Prisma.AdoptionProposalSelect;

type Proposal = Prisma.AdoptionProposalGetPayload<{ select: typeof proposalColumns }>;

/**
 * The second person confirms a decision: now the adoption moves. Errors: forbidden (for who entered
 * it too), not-found, conflict when it was dealt with already.
 */
export async function confirmDecision(viewer: Viewer, { proposalId }: ConfirmInput): Promise<void> {
  await decide(viewer, proposalId, async ({ tx, member, proposal }) => {
    if (proposal.proposedById === member.user.id) throw new DomainError("forbidden", "secondPersonIsSame");
    requirePermission(canConfirm(member, proposal), member);
    const step = storedStepSchema.safeParse(proposal.step);
    if (!proposal.adoptionId || !step.success) throw new DomainError("invalid", "invalid");
    const { solutionId, adoptionId: id } = proposal;
    const { adoption, solution } = await lockAdoption(tx, { id, solutionId });
    const refusal = refusalOf(adoption, step.data, solution);
    if (refusal) throw new DomainError("invalid", refusal);
    await recordStep(tx, member, adoption, {
      ...step.data,
      enteredById: proposal.proposedById,
      confirmedById: member.user.id,
    });
    await close(tx, member, proposal, { state: "CONFIRMED" });
  });
}

/** The second person says no, with the reason: the adoption stays where it is. Errors as `confirmDecision`. */
export async function rejectDecision(viewer: Viewer, { proposalId, reason }: RejectInput): Promise<void> {
  await decide(viewer, proposalId, async ({ tx, member, proposal }) => {
    if (proposal.proposedById === member.user.id) throw new DomainError("forbidden", "secondPersonIsSame");
    requirePermission(canConfirm(member, proposal), member);
    await close(tx, member, proposal, { state: "REJECTED", reason });
  });
}

/** Who entered a decision takes it back before it is confirmed. Errors: forbidden, not-found, conflict. */
export async function withdrawDecision(viewer: Viewer, { proposalId }: ConfirmInput): Promise<void> {
  await decide(viewer, proposalId, async ({ tx, member, proposal }) => {
    requirePermission(canWithdraw(member, proposal), member);
    await close(tx, member, proposal, { state: "WITHDRAWN" });
  });
}

/**
 * The gemeente confirms what a public source, the provider or the history of a predecessor says, and since when,
 * or corrects it with `to`: its adoption starts or moves forward, unless it is there already. What a
 * predecessor decided with two persons takes no second decision. Errors: forbidden, not-found, conflict when
 * dealt with already, while a decision waits or where the solution cannot be joined, invalid when the
 * day is before the previous milestone or the fact is a decision, which takes two persons.
 */
export async function confirmFact(
  viewer: Viewer,
  { proposalId, occurredOn, ...told }: FactInput,
): Promise<void> {
  await decide(viewer, proposalId, async ({ tx, member, proposal, solution }) => {
    requirePermission(canDecideProposal(member, proposal), member);
    refuseUnopened(solution);
    const { gemeenteId, solutionId } = proposal;
    const to = told.to ?? proposal.to;
    const newest = await lockNewest(tx, { gemeenteId, solutionId });
    const effect = effectOfFact(newest, to, solution);
    if (!effect) throw new DomainError("invalid", "transitionNotAllowed");
    if (effect !== "nothing" && needsSecondPerson(to) && !isCarriedOver(proposal, to))
      throw new DomainError("invalid", "factNeedsDecision");
    if (newest && newest.proposals.length > 0) throw new DomainError("conflict", "decisionPending");
    const step = { to, occurredOn, reference: nameSource(proposal), enteredById: member.user.id };
    // Closed first: the counters that follow no longer count it as unconfirmed.
    await decideRow(tx, member, proposal, { state: "CONFIRMED" });
    const { isHidden, viaId } = carriedOverSchema.parse(proposal.step);
    if (effect === "start") {
      await startCycle(
        tx,
        member,
        { gemeenteId, solutionId, previous: newest, isHidden: isHidden ?? false },
        step,
      );
    } else if (effect === "move" && newest) {
      await recordStep(tx, member, newest, step);
    } else {
      await recount(tx, { gemeenteId, solutionId });
    }
    if (proposal.origin === "PARTNERSHIP") await setVia(tx, proposal, proposal.organisationId);
    else if (viaId && effect !== "nothing" && (await isPartner(tx, gemeenteId, viaId)))
      await setVia(tx, proposal, viaId);
    await auditVerdict(tx, member, proposal, { state: "CONFIRMED", detail: { effect, to, occurredOn } });
  });
}

/** The gemeente says that a public source or the provider is wrong, with the reason. Errors as `confirmFact`. */
export async function rejectFact(viewer: Viewer, { proposalId, reason }: RejectInput): Promise<void> {
  await decide(viewer, proposalId, async ({ tx, member, proposal }) => {
    requirePermission(canDecideProposal(member, proposal), member);
    await decideRow(tx, member, proposal, { state: "REJECTED", reason });
    await recount(tx, proposal);
    await auditVerdict(tx, member, proposal, { state: "REJECTED" });
  });
}

/** A merger passes on what was decided (Wet arhi, art. 44): that is the same decision, not a new one. */
function isCarriedOver(proposal: Proposal, to: Proposal["to"]): boolean {
  return proposal.origin === "HERINDELING" && proposal.to === to;
}

/** Who left the partnership since the herindeling takes part by itself. */
async function isPartner(tx: Transaction, gemeenteId: string, organisationId: string): Promise<boolean> {
  return (await tx.partnershipMember.count({ where: { gemeenteId, organisationId } })) > 0;
}

/** The gemeente says that it takes part through the partnership, whatever it corrected. */
async function setVia(
  tx: Transaction,
  { gemeenteId, solutionId }: Proposal,
  viaId: string | null,
): Promise<void> {
  const newest = await lockNewest(tx, { gemeenteId, solutionId });
  if (!newest) return;
  await tx.adoption.update({
    where: { id: newest.id },
    data: { viaId, version: { increment: 1 } },
    select: { id: true },
  });
}

type Decision = { tx: Transaction; member: Member; proposal: Proposal; solution: LockedSolution };

/** The frame of every decision: permission, the locks in order, and only what is still open. */
async function decide(viewer: Viewer, id: string, work: (decision: Decision) => Promise<void>) {
  requireSignedIn(viewer);
  // One of another gemeente is not there: existing or not, the answer is the same.
  const where = isGemeenteMember(viewer) ? { id, gemeenteId: viewer.organisation.id } : null;
  const select = { gemeenteId: true, solutionId: true };
  const found = where && (await database().adoptionProposal.findUnique({ where, select }));
  if (!found) throw new DomainError("not-found", "notFound");
  const isManager = canMove(viewer, found);
  requirePermission(isManager, viewer);
  await inTransaction(async (tx) => {
    const solution = await lockSolution(tx, found.solutionId);
    await tx.$queryRaw(
      Prisma.sql`SELECT "id" FROM "AdoptionProposal" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`,
    );
    const proposal = await tx.adoptionProposal.findUnique({ where: { id }, select: proposalColumns });
    if (!proposal) throw new DomainError("not-found", "notFound");
    if (proposal.state !== "OPEN") throw new DomainError("conflict", "proposalDecided");
    await work({ tx, member: viewer, proposal, solution });
  });
}

type Verdict = {
  state: "CONFIRMED" | "REJECTED" | "WITHDRAWN";
  reason?: string;
  detail?: Prisma.InputJsonObject;
};

const actionOf = {
  CONFIRMED: "proposal.confirmed",
  REJECTED: "proposal.rejected",
  WITHDRAWN: "proposal.withdrawn",
} as const;

async function close(tx: Transaction, member: Member, proposal: Proposal, verdict: Verdict): Promise<void> {
  await decideRow(tx, member, proposal, verdict);
  await auditVerdict(tx, member, proposal, verdict);
}

async function decideRow(
  tx: Transaction,
  member: Member,
  proposal: Proposal,
  { state, reason }: Verdict,
): Promise<void> {
  await tx.adoptionProposal.update({
    where: { id: proposal.id },
    data: {
      state,
      decidedById: member.user.id,
      decidedAt: new Date(),
      decisionReason: reason ?? null,
    },
  });
}

async function auditVerdict(
  tx: Transaction,
  member: Member,
  proposal: Proposal,
  { state, detail }: Verdict,
): Promise<void> {
  await recordAudit(tx, member, {
    action: actionOf[state],
    subjectType: "AdoptionProposal",
    subjectId: proposal.id,
    detail: { origin: proposal.origin, solutionId: proposal.solutionId, to: proposal.to, ...detail },
  });
}

/** Where the gemeente took the fact from, as it is kept in its history. */
function nameSource({ organisation, evidenceKind, evidenceDate, source }: Proposal): string {
  return [organisation?.name, source, evidenceKind, evidenceDate].filter(Boolean).join(", ");
}
