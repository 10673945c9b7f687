import { hasRole, type Member, type Viewer } from "@/lib/core/roles";

/** Setting up how an organisation signs in is for the platform: it decides who counts as their people. */
export function canManageProviders(viewer: Viewer): viewer is Member {
  return hasRole(viewer, "PLATFORM_ADMIN");
}
