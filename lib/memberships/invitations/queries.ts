import "server-only";
import { database } from "@/lib/core/db";
import { requirePermission } from "@/lib/core/errors";
import { isDemo, type Member, type Viewer } from "@/lib/core/roles";
import { canManageMembers } from "../policy";
import { type InvitationState, maskAddress, stateOf } from "../rules";
import { hashOf } from "./rules";

/** The invitations of the viewer's organisation that can still be accepted or sent anew, newest first. */
export async function listInvitations(viewer: Member) {
  requirePermission(canManageMembers(viewer, viewer.organisation), viewer);
  const rows = await database().invitation.findMany({
    where: { organisationId: viewer.organisation.id, acceptedAt: null, withdrawnAt: null },
    select: { id: true, email: true, roles: true, createdAt: true, expiresAt: true, isDemo: true },
    orderBy: { createdAt: "desc" },
  });
  const now = new Date();
  return rows.map(({ isDemo: isInvented, ...row }) => ({
    ...row,
    email: isDemo(viewer) && !isInvented ? maskAddress(row.email) : row.email,
    isExpired: row.expiresAt <= now,
  }));
}

export type OpenInvitation = Awaited<ReturnType<typeof listInvitations>>[number];

export type InvitationView = NonNullable<Awaited<ReturnType<typeof getInvitation>>>;

/** What the page behind a link says: for whom it is and whether it still works. */
export async function getInvitation(viewer: Viewer, token: string) {
  const row = await database().invitation.findUnique({
    where: { tokenHash: hashOf(token) },
    select: {
      email: true,
      roles: true,
      expiresAt: true,
      acceptedAt: true,
      withdrawnAt: true,
      organisation: { select: { name: true, kind: true } },
    },
  });
  if (!row) return null;
  const { organisation, roles, email } = row;
  const state: InvitationState = stateOf(row, new Date());
  const own = viewer.user
    ? await database().user.findUnique({ where: { id: viewer.user.id }, select: { email: true } })
    : null;
  return {
    organisation,
    roles,
    state,
    // Whoever holds a forwarded link need not learn whose it is.
    invited: maskAddress(email),
    isMine: own?.email.toLowerCase() === email,
  };
}
