import "server-only";
import { database } from "@/lib/core/db";
import { requirePermission } from "@/lib/core/errors";
import type { Viewer } from "@/lib/core/roles";
import { canKeepPartners } from "./policy";

/** The gemeenten of my partnership by name, with how many adoptions each has through it. Error: forbidden. */
export async function listPartners(viewer: Viewer) {
  const mayKeep = canKeepPartners(viewer);
  requirePermission(mayKeep, viewer);
  const viaId = viewer.organisation.id;
  const rows = await database().partnershipMember.findMany({
    where: { organisationId: viaId, gemeente: { validTo: null } },
    relationLoadStrategy: "join",
    select: {
      gemeenteId: true,
      isDemo: true,
      gemeente: {
        select: {
          organisation: { select: { name: true, slug: true } },
          adoptions: { where: { viaId, isHidden: false }, select: { solutionId: true } },
          proposals: {
            where: { organisationId: viaId, state: "OPEN", origin: "PARTNERSHIP" },
            select: { id: true },
          },
        },
      },
    },
    orderBy: { gemeente: { organisation: { name: "asc" } } },
  });
  return rows.map(({ gemeenteId, isDemo, gemeente }) => ({
    ...{ gemeenteId, isDemo, ...gemeente.organisation },
    confirmed: new Set(gemeente.adoptions.map(({ solutionId }) => solutionId)).size,
    waiting: gemeente.proposals.length,
  }));
}

export type Partner = Awaited<ReturnType<typeof listPartners>>[number];
