import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import type { Transaction } from "@/lib/core/db";
import { DomainError, refuseDemoOnReal, requireFreshProof, requirePermission } from "@/lib/core/errors";
import { isDemo, type Viewer } from "@/lib/core/roles";
import {
  type AuditedChange,
  auditRoles,
  giveRoles,
  type Held,
  keepMember,
  readHeld,
  refuseLast,
  removeMember,
  takeRoles,
  tell,
  traceOf,
  whereOf,
} from "../grants/mutations";
import { changePeople } from "../locks/mutations";
import { toRoleWords } from "../mail/mutations";
import { canGive, canManageMembers, canRemove, canTake, isPlatformAdmin, listChangeable } from "../policy";
import { differenceOf, isPlatformRole, withMember } from "../rules";
import type { MemberInput, RolesInput } from "../schema";
import { endSessionsOf } from "../sessions/mutations";

/**
 * Gives and takes roles, so that somebody has `roles` of those that the viewer decides about; others
 * stay as they are. What is taken ends that person's sessions. Errors: forbidden, not-found (not in
 * that organisation), conflict (changed meanwhile), invalid (the last administrator, suspended, nothing to change).
 */
export async function changeRoles(viewer: Viewer, input: RolesInput): Promise<void> {
  await changeMember(viewer, input, async (tx, held) => {
    const { organisation, userId } = held;
    if (held.isSuspended) throw new DomainError("invalid", "memberSuspended");
    if (held.roles.join() !== input.held) throw new DomainError("conflict", "rolesChanged");
    const open = listChangeable(viewer, held);
    const wanted = withMember([...held.roles.filter((role) => !open.includes(role)), ...input.roles]);
    const { given, taken } = differenceOf(withMember(held.roles), wanted);
    for (const role of given) requirePermission(canGive(viewer, { organisation, role, userId }), viewer);
    for (const role of taken) requirePermission(canTake(viewer, { organisation, role, userId }), viewer);
    if (given.length + taken.length === 0) throw new DomainError("invalid", "nothingToChange");
    if (given.length > 0) requireFreshProof(viewer);
    await giveRoles(tx, { organisation, userId, roles: given, isFromDemo: isDemo(viewer) });
    await takeRoles(tx, viewer, { organisation, userId, roles: taken });
    await tell(tx, held, { kind: "rolesChanged", detail: toRoleWords(wanted) });
    return auditRoles({ organisation, userId, given, taken });
  });
}

/**
 * Shuts a colleague out for a while, within seconds: every session ends and no role counts. Roles of the
 * platform do not come back by themselves: only the platform gives them. Errors as `changeRoles`.
 */
export async function suspendMember(viewer: Viewer, input: MemberInput): Promise<void> {
  await changeMember(viewer, input, async (tx, held) => {
    requirePermission(canRemove(viewer, held), viewer);
    if (held.isSuspended) throw new DomainError("conflict", "memberSuspended");
    await refuseLast(tx, held);
    const here = whereOf(held);
    const platform = held.roles.filter(isPlatformRole);
    await keepMember(tx, held);
    await tx.membership.deleteMany({ where: { ...here, role: { in: platform } } });
    await tx.membership.updateMany({ where: here, data: { disabledAt: new Date() } });
    await endSessionsOf(tx, held.userId);
    await tell(tx, held, { kind: "suspended" });
    return [traceOf("membership.suspended", held)];
  });
}

/** Lets a suspended colleague in again, with the roles they had in the organisation. */
export async function restoreMember(viewer: Viewer, input: MemberInput): Promise<void> {
  await changeMember(viewer, input, async (tx, held) => {
    requirePermission(canRemove(viewer, held), viewer);
    if (!held.isSuspended) throw new DomainError("conflict", "memberNotSuspended");
    requireFreshProof(viewer);
    await tx.membership.updateMany({ where: whereOf(held), data: { disabledAt: null } });
    await tell(tx, held, { kind: "restored", detail: toRoleWords(held.roles) });
    return [traceOf("membership.restored", held)];
  });
}

/** Ends the membership of a colleague: they have no role here any more and all their sessions end. */
export async function endMembership(viewer: Viewer, input: MemberInput): Promise<void> {
  await changeMember(viewer, input, async (tx, held) => {
    requirePermission(canRemove(viewer, held), viewer);
    return [await removeMember(tx, held, "membership.ended")];
  });
}

/** The frame of a change about one person in one organisation. */
async function changeMember(
  viewer: Viewer,
  { organisationId, userId }: MemberInput,
  work: (tx: Transaction, held: Held) => Promise<AuditedChange[]>,
): Promise<void> {
  const mayLook = canManageMembers(viewer, { id: organisationId }) || isPlatformAdmin(viewer);
  const isOwn = viewer.user?.id === userId;
  requirePermission(mayLook || isOwn, viewer);
  await changePeople(viewer, organisationId, async ({ tx, organisation }) => {
    const held = await readHeld(tx, organisation, userId);
    refuseDemoOnReal(viewer, held.isReal);
    const traces = await work(tx, held);
    // Last: they wait for other writers.
    for (const trace of traces) await recordAudit(tx, viewer, trace);
  });
}
