import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import { database, inTransaction, type Transaction } from "@/lib/core/db";
import { DomainError, requireFreshProof, requirePermission } from "@/lib/core/errors";
import type { Role } from "@/lib/core/generated/prisma/enums";
import { countTry } from "@/lib/core/rate-limits";
import { isDemo, type Viewer, visitor } from "@/lib/core/roles";
import { giveRoles, tell } from "./grants/mutations";
import { changePeople, type LockedOrganisation, lockOrganisation } from "./locks/mutations";
import { tellDeciders, toRoleWords } from "./mail/mutations";
import { canAsk, canDecideRequest, canGive } from "./policy";
import { listRequestableRoles, withMember } from "./rules";
import type { ApprovalInput, RejectionInput, RequestInput } from "./schema";

/** More than anybody needs; enough to keep administrators from being flooded. */
const requestLimit = { name: "membershipRequest", tries: 10, seconds: 24 * 60 * 60 };

/**
 * Asks to take part in an organisation, or as a member there for one role more. Gives no rights.
 * Errors: unauthenticated, not-found, too-many, invalid (suspended there, has the role already, no such role in this
 * kind of organisation), conflict (asked already).
 */
export async function requestMembership(viewer: Viewer, input: RequestInput): Promise<void> {
  requirePermission(canAsk(viewer), viewer);
  await countTry(requestLimit, viewer.user.id);
  const { organisationId, role, functionTitle, message } = input;
  await inTransaction(async (tx) => {
    const organisation = await lockOrganisation(tx, organisationId);
    if (!listRequestableRoles(organisation.kind).includes(role)) {
      throw new DomainError("invalid", "roleNotHere");
    }
    await refuseHeld(tx, { userId: viewer.user.id, organisationId }, role);
    const words = { functionTitle: functionTitle || null, message: message || null };
    await ask(tx, viewer, { organisation, role, ...words });
  });
}

async function refuseHeld(tx: Transaction, pair: Pair, role: Role): Promise<void> {
  const held = await tx.membership.findMany({ where: pair, select: { role: true, disabledAt: true } });
  if (held.some(({ disabledAt }) => disabledAt !== null)) throw new DomainError("invalid", "youAreSuspended");
  const roles = held.length > 0 ? withMember(held.map((row) => row.role)) : [];
  if (roles.includes(role)) throw new DomainError("invalid", "roleHeldAlready");
  const open = await tx.membershipRequest.count({ where: { ...pair, state: "OPEN" } });
  if (open > 0) throw new DomainError("conflict", "requestedAlready");
}

type Asked = {
  organisation: { id: string; name: string };
  role?: Role;
  functionTitle?: string | null;
  message?: string | null;
};

/** Leaves the request and tells who decides. Two browsers that ask at once leave one request. */
async function ask(tx: Transaction, viewer: Viewer, { organisation, ...asked }: Asked): Promise<boolean> {
  if (!viewer.user) return false;
  const { id: userId, isDemo } = viewer.user;
  const [request] = await tx.membershipRequest.createManyAndReturn({
    data: { ...asked, userId, organisationId: organisation.id, isDemo },
    skipDuplicates: true,
    select: { id: true, role: true },
  });
  if (!request) return false;
  const { name, email } = await tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: { name: true, email: true },
  });
  await tellDeciders(tx, organisation.id, {
    kind: "asked",
    organisation: organisation.name,
    detail: name ? `${name} (${email})` : email,
    path: "/organisatie",
  });
  await recordAudit(tx, viewer, {
    action: "membership.requested",
    subjectType: "MembershipRequest",
    subjectId: request.id,
    detail: { organisationId: organisation.id, role: request.role },
  });
  return true;
}

type Pair = { userId: string; organisationId: string };

/**
 * Asks on behalf of somebody who just signed in for the first time through their organisation's own
 * provider: an open request, no rights. Asks once: whoever is in, was in, or was refused is left as
 * they are. Tells whether it asked.
 */
export async function requestMembershipAtSignIn(
  tx: Transaction,
  { userId, organisationId }: Pair,
): Promise<boolean> {
  const pair = { userId, organisationId };
  const isKnown =
    (await tx.membership.count({ where: pair })) > 0 ||
    (await tx.membershipRequest.count({ where: pair })) > 0;
  if (isKnown) return false;
  const user = await tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: { id: true, name: true, isDemo: true },
  });
  const organisation = await tx.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { id: true, name: true },
  });
  return ask(tx, { ...visitor, user }, { organisation });
}

/** Takes my own question back. Errors: unauthenticated, conflict when it was answered meanwhile. */
export async function withdrawRequest(viewer: Viewer, { requestId }: { requestId: string }): Promise<void> {
  requirePermission(canAsk(viewer), viewer);
  await inTransaction(async (tx) => {
    const { count } = await tx.membershipRequest.updateMany({
      where: { id: requestId, userId: viewer.user.id, state: "OPEN" },
      data: { state: "WITHDRAWN", decidedAt: new Date() },
    });
    if (count === 0) throw new DomainError("conflict", "requestDecided");
    await recordAudit(tx, viewer, {
      action: "membership.requestWithdrawn",
      subjectType: "MembershipRequest",
      subjectId: requestId,
    });
  });
}

/**
 * Lets somebody in with one role, beside being a member. Errors: forbidden (also for roles the viewer
 * may not give), not-found, conflict (answered already).
 */
export async function approveRequest(viewer: Viewer, { requestId, role }: ApprovalInput): Promise<void> {
  await decide(viewer, requestId, async ({ tx, organisation, userId, functionTitle }) => {
    requirePermission(canGive(viewer, { organisation, role, userId }), viewer);
    requireFreshProof(viewer);
    await giveRoles(tx, { organisation, userId, roles: [role], isFromDemo: isDemo(viewer) });
    await tx.user.updateMany({
      where: { id: userId, functionTitle: null },
      data: { functionTitle },
    });
    await tell(tx, { organisation, userId }, { kind: "approved", detail: toRoleWords([role]) });
    return { state: "APPROVED", action: "membership.approved", role };
  });
}

/** Does not let somebody in; they read why. Errors as `approveRequest`. */
export async function rejectRequest(viewer: Viewer, { requestId, reason }: RejectionInput): Promise<void> {
  await decide(viewer, requestId, async ({ tx, organisation, userId }) => {
    await tell(tx, { organisation, userId }, { kind: "rejected", detail: reason });
    return { state: "REJECTED", action: "membership.rejected", reason };
  });
}

type Decided = {
  tx: Transaction;
  organisation: LockedOrganisation;
  userId: string;
  functionTitle: string | null;
};
type Decision =
  | { state: "APPROVED"; action: "membership.approved"; role: Role }
  | { state: "REJECTED"; action: "membership.rejected"; reason: string };

async function decide(
  viewer: Viewer,
  id: string,
  work: (decided: Decided) => Promise<Decision>,
): Promise<void> {
  requirePermission(canAsk(viewer), viewer);
  await changePeople(viewer, await findOrganisationOf(id), async ({ tx, organisation }) => {
    const request = await tx.membershipRequest.findUniqueOrThrow({
      where: { id },
      select: { userId: true, functionTitle: true, state: true },
    });
    const { userId, functionTitle } = request;
    requirePermission(canDecideRequest(viewer, { organisation, userId }), viewer);
    if (request.state !== "OPEN") throw new DomainError("conflict", "requestDecided");
    const { action, ...decision } = await work({ tx, organisation, userId, functionTitle });
    const { state } = decision;
    await tx.membershipRequest.update({
      where: { id },
      data: {
        state,
        decidedAt: new Date(),
        decidedById: viewer.user.id,
        ...("reason" in decision && { reason: decision.reason }),
      },
    });
    await recordAudit(tx, viewer, {
      action,
      subjectType: "MembershipRequest",
      subjectId: id,
      detail: { organisationId: organisation.id, userId, ...("role" in decision && { role: decision.role }) },
    });
  });
}

/** Whose request this is: that never changes, so it is read before the lock. */
async function findOrganisationOf(id: string): Promise<string> {
  const request = await database().membershipRequest.findUnique({
    where: { id },
    select: { organisationId: true },
  });
  if (!request) throw new DomainError("not-found", "notFound");
  return request.organisationId;
}
