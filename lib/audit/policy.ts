import { hasRole, type Member, type Viewer } from "@/lib/core/roles";

/** May the viewer read the log of the organisation they act for? */
export function canReadOrganisationLog(viewer: Viewer): viewer is Member {
  return hasRole(viewer, "ORGANISATION_ADMIN");
}

/** May the viewer read the log of everybody? */
export function canReadPlatformLog(viewer: Viewer): viewer is Member {
  return hasRole(viewer, "PLATFORM_ADMIN");
}

/** Whose log: of the organisation that the viewer acts for, or of everybody. */
export type LogScope = "organisation" | "platform";

export function canReadLog(viewer: Viewer, scope: LogScope): viewer is Member {
  return scope === "platform" ? canReadPlatformLog(viewer) : canReadOrganisationLog(viewer);
}
