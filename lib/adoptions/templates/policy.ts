import { hasRole, hasRoleIn, type Member, type Viewer } from "@/lib/core/roles";

/** The usual steps of a kind are of nobody's solution: whoever runs the platform keeps them. */
export function canEditKindSteps(viewer: Viewer): viewer is Member {
  return hasRole(viewer, "PLATFORM_ADMIN");
}

/** Who maintains a solution knows how one connects to it. */
export function canEditSolutionSteps(
  viewer: Viewer,
  { providerId }: { providerId: string },
): viewer is Member {
  return hasRoleIn(viewer, providerId, "COORDINATOR");
}
