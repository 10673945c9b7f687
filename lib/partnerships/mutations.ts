import "server-only";
import {
  lockAdoption,
  lockSolution,
  recount,
  refuseStale,
  refuseUnopened,
} from "@/lib/adoptions/history/mutations";
import { canMove } from "@/lib/adoptions/policy";
import { effectOfFact } from "@/lib/adoptions/rules";
import { recordAudit } from "@/lib/audit/mutations";
import { database, inTransaction, type Transaction } from "@/lib/core/db";
import { DomainError, refuseDemoOnReal, requirePermission, requireSignedIn } from "@/lib/core/errors";
import { isDemo, isGemeenteMember, type Member, type Viewer } from "@/lib/core/roles";
import { canKeepPartners } from "./policy";
import type { EndViaInput, LeaveInput, PartnerInput, SharedInput } from "./schema";

/** Puts a gemeente on the list of members. Errors: forbidden, invalid (no such gemeente), conflict (there already). */
export async function addPartner(viewer: Viewer, { gemeente: name }: PartnerInput): Promise<void> {
  requireKeeper(viewer);
  const organisationId = viewer.organisation.id;
  await inTransaction(async (tx) => {
    const gemeente = await tx.gemeente.findFirst({
      where: { validTo: null, organisation: { name: { equals: name, mode: "insensitive" } } },
      select: { organisationId: true },
    });
    if (!gemeente) throw new DomainError("invalid", "unknownGemeenten", name);
    const gemeenteId = gemeente.organisationId;
    const { count } = await tx.partnershipMember.createMany({
      data: [{ organisationId, gemeenteId, isDemo: isDemo(viewer) }],
      skipDuplicates: true,
    });
    if (count === 0) throw new DomainError("conflict", "partnerAlready");
    await audit(tx, viewer, "partnership.joined", { gemeenteId });
  });
}

/**
 * Takes a gemeente off the list. What waits for its answer is withdrawn; its adoptions go on as its own: only
 * the gemeente itself says that it stops. Errors: forbidden, not-found.
 */
export async function removePartner(viewer: Viewer, { gemeenteId }: LeaveInput): Promise<void> {
  requireKeeper(viewer);
  const organisationId = viewer.organisation.id;
  await inTransaction(async (tx) => {
    const [gone] = await tx.partnershipMember.findMany({
      where: { organisationId, gemeenteId },
      select: { isDemo: true },
    });
    if (!gone) throw new DomainError("not-found", "notFound");
    refuseDemoOnReal(viewer, !gone.isDemo);
    await tx.partnershipMember.deleteMany({ where: { organisationId, gemeenteId } });
    await tx.adoptionProposal.updateMany({
      where: { organisationId, gemeenteId, origin: "PARTNERSHIP", state: "OPEN" },
      data: { state: "WITHDRAWN", decidedAt: new Date() },
    });
    await tx.adoption.updateMany({
      where: { gemeenteId, viaId: organisationId },
      data: { viaId: null, version: { increment: 1 } },
    });
    await audit(tx, viewer, "partnership.left", { gemeenteId });
  });
}

/**
 * One adoption for all members: each that is not as far gets it as a proposal, which its own manager confirms,
 * corrects or rejects (docs/domain.md: only the gemeente itself says that it uses something). A newer one takes the
 * place of one that still waits. Returns how many got it. Errors: forbidden, invalid (no such facility, no members,
 * nothing that this facility can have), conflict where it cannot be joined.
 */
export async function shareAdoption(viewer: Viewer, input: SharedInput): Promise<{ count: number }> {
  requireKeeper(viewer);
  const found = await database().solution.findFirst({
    where: {
      publication: "PUBLISHED",
      OR: [{ slug: input.solution }, { name: { equals: input.solution, mode: "insensitive" } }],
    },
    select: { id: true },
  });
  if (!found) throw new DomainError("invalid", "unknownSolution", input.solution);
  return inTransaction(async (tx) => {
    const solution = await lockSolution(tx, found.id);
    refuseUnopened(solution);
    if (effectOfFact(null, input.to, solution) === null)
      throw new DomainError("invalid", "transitionNotAllowed");
    const partners = await readPartners(tx, viewer, solution.id);
    if (partners.length === 0) throw new DomainError("invalid", "noPartners");
    const behind = partners.filter(({ newest }) => effectOfFact(newest, input.to, solution) !== "nothing");
    await propose(tx, viewer, { input, solutionId: solution.id, gemeenteIds: behind.map(({ id }) => id) });
    const detail = { solutionId: solution.id, to: input.to, since: input.since, count: behind.length };
    await audit(tx, viewer, "partnership.proposed", detail);
    return { count: behind.length };
  });
}

async function readPartners(tx: Transaction, { organisation }: Member, solutionId: string) {
  const rows = await tx.partnershipMember.findMany({
    where: { organisationId: organisation.id, gemeente: { validTo: null } },
    select: {
      gemeenteId: true,
      gemeente: {
        select: {
          adoptions: {
            where: { solutionId },
            orderBy: { cycle: "desc" },
            take: 1,
            select: { status: true, resumeStatus: true },
          },
        },
      },
    },
  });
  return rows.map(({ gemeenteId, gemeente }) => ({ id: gemeenteId, newest: gemeente.adoptions[0] ?? null }));
}

type Shared = { input: SharedInput; solutionId: string; gemeenteIds: string[] };

async function propose(tx: Transaction, { organisation, user }: Member, shared: Shared): Promise<void> {
  const { input, solutionId, gemeenteIds } = shared;
  const origin = "PARTNERSHIP" as const;
  const organisationId = organisation.id;
  await tx.adoptionProposal.updateMany({
    where: { origin, organisationId, solutionId, state: "OPEN", isDemo: user.isDemo },
    data: { state: "WITHDRAWN", decidedAt: new Date() },
  });
  await tx.adoptionProposal.createMany({
    data: gemeenteIds.map((gemeenteId) => ({
      ...{ origin, organisationId, gemeenteId, solutionId, to: input.to, isDemo: user.isDemo },
      ...{ evidenceKind: "partnership", evidenceDate: input.since, proposedById: user.id },
    })),
  });
}

/**
 * The gemeente goes on by itself: its adoption stays where it is. Errors: forbidden, not-found, conflict when it
 * was changed by somebody else or is not through a partnership.
 */
export async function endVia(
  viewer: Viewer,
  { adoptionId, version }: EndViaInput,
): Promise<{ slug: string }> {
  requireSignedIn(viewer);
  const where = isGemeenteMember(viewer) ? { id: adoptionId, gemeenteId: viewer.organisation.id } : null;
  const select = { gemeenteId: true, solutionId: true };
  const found = where && (await database().adoption.findUnique({ where, select }));
  if (!found) throw new DomainError("not-found", "notFound");
  const isManager = canMove(viewer, found);
  requirePermission(isManager, viewer);
  return inTransaction(async (tx) => {
    const { adoption, solution } = await lockAdoption(tx, { id: adoptionId, solutionId: found.solutionId });
    refuseStale(adoption, version);
    const { count } = await tx.adoption.updateMany({
      where: { id: adoptionId, viaId: { not: null } },
      data: { viaId: null, version: { increment: 1 } },
    });
    if (count === 0) throw new DomainError("conflict", "notVia");
    await recount(tx, found);
    await recordAudit(tx, viewer, {
      action: "adoption.viaEnded",
      subjectType: "Adoption",
      subjectId: adoptionId,
    });
    return { slug: solution.slug };
  });
}

function requireKeeper(viewer: Viewer): asserts viewer is Member {
  const mayKeep = canKeepPartners(viewer);
  requirePermission(mayKeep, viewer);
}

type Action = "partnership.joined" | "partnership.left" | "partnership.proposed";

async function audit(
  tx: Transaction,
  member: Member,
  action: Action,
  detail: Record<string, string | number>,
): Promise<void> {
  const subjectId = member.organisation.id;
  await recordAudit(tx, member, { action, subjectType: "Partnership", subjectId, detail });
}
