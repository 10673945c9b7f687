import "server-only";
import { randomBytes } from "node:crypto";
import { recordAudit } from "@/lib/audit/mutations";
import { database, type Transaction } from "@/lib/core/db";
import {
  DomainError,
  refuseDemoOnReal,
  requireFreshProof,
  requirePermission,
  requireSignedIn,
} from "@/lib/core/errors";
import type { Role } from "@/lib/core/generated/prisma/enums";
import { countTry } from "@/lib/core/rate-limits";
import type { Member, Viewer } from "@/lib/core/roles";
import { type AuditedChange, giveRoles } from "../grants/mutations";
import { changePeople, type LockedOrganisation } from "../locks/mutations";
import { tellAddress, toRoleWords } from "../mail/mutations";
import { canAccept, canAsk, canGive, canManageMembers, isPlatformAdmin } from "../policy";
import { expiryOf, stateOf, withMember } from "../rules";
import type { AppointInput, InviteInput } from "../schema";
import { hashOf } from "./rules";

/** Addresses per administrator: enough for a department, too little for a mailing. */
const inviteLimit = { name: "invitation", tries: 60, seconds: 24 * 60 * 60 };

/**
 * Invites addresses to the organisation that the viewer acts for, each with a link of its own. Inviting
 * again replaces the earlier link. Errors: forbidden, too-many, invalid (some are in already).
 */
export async function inviteMembers(viewer: Viewer, { addresses, role }: InviteInput): Promise<void> {
  requirePermission(viewer.organisation !== null && canManageMembers(viewer, viewer.organisation), viewer);
  await invite(viewer, { organisationId: viewer.organisation.id, addresses, role });
}

/** Invites the first administrator of an organisation. Errors as `inviteMembers`. */
export async function appointFirstAdmin(viewer: Viewer, input: AppointInput): Promise<void> {
  requirePermission(isPlatformAdmin(viewer), viewer);
  const { organisationId, address } = input;
  await invite(viewer, { organisationId, addresses: [address], role: "ORGANISATION_ADMIN" });
}

type Batch = InviteInput & { organisationId: string };

async function invite(viewer: Member, { organisationId, addresses, role }: Batch): Promise<void> {
  for (const _ of addresses) await countTry(inviteLimit, viewer.user.id);
  await changePeople(viewer, organisationId, async ({ tx, organisation }) => {
    requirePermission(canGive(viewer, { organisation, role, userId: null }), viewer);
    requireFreshProof(viewer);
    await refuseMembers(tx, organisationId, addresses);
    const roles = withMember([role]);
    const ids: string[] = [];
    for (const email of addresses) {
      await withdrawOpen(tx, viewer, { organisationId, email });
      const { isDemo, id: invitedById } = viewer.user;
      ids.push(await send(tx, { organisation, email, roles, invitedById, isDemo }));
    }
    for (const id of ids)
      await recordAudit(tx, viewer, traceOf("invitation.sent", id, organisationId, roles));
  });
}

async function refuseMembers(tx: Transaction, organisationId: string, addresses: string[]): Promise<void> {
  const members = await tx.user.findMany({
    where: { email: { in: addresses, mode: "insensitive" }, memberships: { some: { organisationId } } },
    select: { email: true },
  });
  if (members.length === 0) return;
  throw new DomainError("invalid", "memberAlready", members.map(({ email }) => email).join(", "));
}

async function withdrawOpen(
  tx: Transaction,
  viewer: Viewer,
  pair: { organisationId: string; email: string },
): Promise<void> {
  const where = { ...pair, acceptedAt: null, withdrawnAt: null };
  const open = await tx.invitation.findFirst({ where, select: { id: true, isDemo: true } });
  if (!open) return;
  refuseDemoOnReal(viewer, !open.isDemo);
  await tx.invitation.update({ where: { id: open.id }, data: { withdrawnAt: new Date() } });
}

type Sent = {
  organisation: { id: string; name: string };
  email: string;
  roles: Role[];
  invitedById: string | null;
  isDemo: boolean;
};

/** Stores the invitation and mails its link: the token is nowhere else. */
async function send(tx: Transaction, { organisation, ...sent }: Sent): Promise<string> {
  const token = randomBytes(32).toString("hex");
  const expiresAt = expiryOf(new Date());
  const { id } = await tx.invitation.create({
    data: { ...sent, organisationId: organisation.id, tokenHash: hashOf(token), expiresAt },
    select: { id: true },
  });
  await mailLink(tx, { ...sent, organisation, token });
  return id;
}

async function mailLink(
  tx: Transaction,
  { organisation, email, roles, token }: Pick<Sent, "organisation" | "email" | "roles"> & { token: string },
): Promise<void> {
  await tellAddress(tx, email, {
    kind: "invited",
    organisation: organisation.name,
    detail: toRoleWords(roles),
    path: `/account/uitnodiging/${token}`,
  });
}

/** Takes an invitation back: its link works no more. Errors: forbidden, not-found, conflict (it is over). */
export async function withdrawInvitation(viewer: Viewer, { invitationId }: Step): Promise<void> {
  await changeInvitation(viewer, invitationId, async (tx, { organisation }) => {
    await tx.invitation.update({ where: { id: invitationId }, data: { withdrawnAt: new Date() } });
    await recordAudit(tx, viewer, traceOf("invitation.withdrawn", invitationId, organisation.id));
  });
}

/** Sends an invitation anew with a new link and fourteen new days; the old link works no more. */
export async function resendInvitation(viewer: Viewer, { invitationId }: Step): Promise<void> {
  requirePermission(canAsk(viewer), viewer);
  await countTry(inviteLimit, viewer.user.id);
  await changeInvitation(viewer, invitationId, async (tx, { organisation, email, roles }) => {
    requireFreshProof(viewer);
    const token = randomBytes(32).toString("hex");
    await tx.invitation.update({
      where: { id: invitationId },
      // Whoever sends it answers for it.
      data: { tokenHash: hashOf(token), expiresAt: expiryOf(new Date()), invitedById: viewer.user.id },
    });
    await mailLink(tx, { organisation, email, roles, token });
    await recordAudit(tx, viewer, traceOf("invitation.resent", invitationId, organisation.id));
  });
}

type Step = { invitationId: string };
type Open = { organisation: LockedOrganisation; email: string; roles: Role[] };

async function changeInvitation(
  viewer: Viewer,
  id: string,
  work: (tx: Transaction, open: Open) => Promise<void>,
): Promise<void> {
  requireSignedIn(viewer);
  const found = await database().invitation.findUnique({ where: { id }, select: { organisationId: true } });
  if (!found) throw new DomainError("not-found", "notFound");
  await changePeople(viewer, found.organisationId, async ({ tx, organisation }) => {
    const invitation = await tx.invitation.findUniqueOrThrow({
      where: { id },
      select: {
        email: true,
        roles: true,
        expiresAt: true,
        acceptedAt: true,
        withdrawnAt: true,
        isDemo: true,
      },
    });
    const { email, roles } = invitation;
    const mayGive = roles
      .filter((role) => role !== "MEMBER")
      .every((role) => canGive(viewer, { organisation, role, userId: null }));
    const isDecider = canGive(viewer, { organisation, role: "MEMBER", userId: null });
    requirePermission(mayGive && isDecider, viewer);
    refuseDemoOnReal(viewer, !invitation.isDemo);
    const state = stateOf(invitation, new Date());
    if (state === "accepted" || state === "withdrawn") throw new DomainError("conflict", "invitationOver");
    await work(tx, { organisation, email, roles });
  });
}

/**
 * Comes in by the link of an invitation. The address that somebody signed in with must be the invited
 * one: a forwarded link lets nobody else in. Errors: unauthenticated, forbidden (another address), not-found,
 * invalid (expired, withdrawn, used, or whoever invited has lost the right to), conflict (suspended).
 */
export async function acceptInvitation(viewer: Viewer, { token }: { token: string }): Promise<void> {
  requirePermission(canAsk(viewer), viewer);
  const { id: userId } = viewer.user;
  const tokenHash = hashOf(token);
  const found = await database().invitation.findUnique({
    where: { tokenHash },
    select: { organisationId: true },
  });
  if (!found) throw new DomainError("not-found", "invitationOver");
  await changePeople(viewer, found.organisationId, async ({ tx, organisation }) => {
    const invitation = await tx.invitation.findUnique({ where: { tokenHash } });
    if (!invitation || stateOf(invitation, new Date()) !== "open") {
      throw new DomainError("invalid", "invitationOver");
    }
    const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
    if (!canAccept(viewer, { email, invitation })) throw new DomainError("forbidden", "invitedOtherAddress");
    await requireValidInviter(tx, invitation);
    await enter(tx, { organisation, userId, invitation });
    await recordAudit(
      tx,
      viewer,
      traceOf("invitation.accepted", invitation.id, organisation.id, invitation.roles),
    );
  });
}

type Invitation = {
  id: string;
  organisationId: string;
  roles: Role[];
  invitedById: string | null;
  isDemo: boolean;
};

/** An administrator who is one no longer leaves no door open behind them. */
async function requireValidInviter(
  tx: Transaction,
  { organisationId, invitedById }: Invitation,
): Promise<void> {
  if (invitedById === null) return;
  const rights = await tx.membership.count({
    where: {
      userId: invitedById,
      disabledAt: null,
      user: { disabledAt: null },
      OR: [{ organisationId, role: "ORGANISATION_ADMIN" }, { role: "PLATFORM_ADMIN" }],
    },
  });
  if (rights === 0) throw new DomainError("invalid", "inviterGone");
}

type Entry = { organisation: LockedOrganisation; userId: string; invitation: Invitation };

async function enter(tx: Transaction, { organisation, userId, invitation }: Entry): Promise<void> {
  const pair = { userId, organisationId: organisation.id };
  const suspended = await tx.membership.count({ where: { ...pair, disabledAt: { not: null } } });
  if (suspended > 0) throw new DomainError("conflict", "youAreSuspended");
  const { roles, isDemo: isFromDemo } = invitation;
  await giveRoles(tx, { organisation, userId, roles, isFromDemo });
  const now = new Date();
  await tx.invitation.update({
    where: { id: invitation.id },
    data: { acceptedAt: now, acceptedById: userId },
  });
  // The question has its answer.
  await tx.membershipRequest.updateMany({
    where: { ...pair, state: "OPEN" },
    data: { state: "APPROVED", decidedAt: now, decidedById: invitation.invitedById },
  });
  await tx.user.updateMany({
    where: { id: userId, activeOrganisationId: null },
    data: { activeOrganisationId: organisation.id },
  });
}

function traceOf(
  action: AuditedChange["action"],
  id: string,
  organisationId: string,
  roles?: readonly Role[],
): AuditedChange {
  const detail = { organisationId, ...(roles && { roles: [...roles] }) };
  return { action, subjectType: "Invitation", subjectId: id, detail };
}
