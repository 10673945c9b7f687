import { hasRole, type Member, type Viewer } from "@/lib/core/roles";

/** The language of the field belongs to nobody, so those who guard the whole catalogue keep it. */
export function canEditSynonyms(viewer: Viewer): viewer is Member {
  return hasRole(viewer, "MODERATOR", "PLATFORM_ADMIN");
}
