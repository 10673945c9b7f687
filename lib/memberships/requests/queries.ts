import "server-only";
import { database } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/generated/prisma/client";
import { isDemo, type Viewer, type ViewerOrganisation } from "@/lib/core/roles";
import { canDecideRequest } from "../policy";
import { maskAddress } from "../rules";

const asked = {
  id: true,
  role: true,
  functionTitle: true,
  message: true,
  state: true,
  createdAt: true,
  userId: true,
  user: { select: { name: true, email: true, isDemo: true } },
} satisfies Prisma.MembershipRequestSelect;

type Row = Prisma.MembershipRequestGetPayload<{ select: typeof asked }>;
export type OpenRequest = Omit<Row, "user"> & { name: string | null; email: string };

/** The requests of an organisation that the viewer may answer, oldest first; none for anybody else. */
export async function listOpenRequests(
  viewer: Viewer,
  organisation: ViewerOrganisation,
): Promise<OpenRequest[]> {
  const hasAdmin = await isAdministered(organisation.id);
  const rows = await database().membershipRequest.findMany({
    where: { organisationId: organisation.id, state: "OPEN" },
    relationLoadStrategy: "join",
    select: asked,
    orderBy: { createdAt: "asc" },
  });
  return rows
    .filter(({ userId }) => canDecideRequest(viewer, { organisation: { ...organisation, hasAdmin }, userId }))
    .map((row) => toRequest(row, viewer));
}

/** One request with its organisation; null when it is not for the viewer to answer. */
export async function getRequest(viewer: Viewer, id: string) {
  const row = await database().membershipRequest.findUnique({
    where: { id },
    relationLoadStrategy: "join",
    select: { ...asked, organisation: { select: { id: true, slug: true, name: true, kind: true } } },
  });
  if (!row) return null;
  const { organisation, ...request } = row;
  const scope = { ...organisation, hasAdmin: await isAdministered(organisation.id) };
  if (!canDecideRequest(viewer, { organisation: scope, userId: request.userId })) return null;
  return { ...toRequest(request, viewer), organisation: scope };
}

/** Has the organisation an administrator whose role counts? */
export async function isAdministered(organisationId: string): Promise<boolean> {
  const count = await database().membership.count({
    where: { organisationId, role: "ORGANISATION_ADMIN", disabledAt: null, user: { disabledAt: null } },
  });
  return count > 0;
}

function toRequest({ user, ...row }: Row, viewer: Viewer): OpenRequest {
  const isHidden = isDemo(viewer) && !user.isDemo;
  return { ...row, name: user.name, email: isHidden ? maskAddress(user.email) : user.email };
}
