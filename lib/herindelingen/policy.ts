import type { Member, Viewer } from "@/lib/core/roles";
import { isPlatformAdmin } from "@/lib/memberships/policy";

/** Who ends gemeenten and sees what will come of it: whoever runs the platform, as the law is carried out there. */
export function canMerge(viewer: Viewer): viewer is Member {
  return isPlatformAdmin(viewer);
}
