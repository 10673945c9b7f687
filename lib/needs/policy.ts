import { isGemeenteMember, type Member, type Viewer } from "@/lib/core/roles";

/** Anybody of a gemeente says what it needs. */
export function canSubmitNeed(viewer: Viewer): viewer is Member {
  return isGemeenteMember(viewer);
}
