import type { Person, Viewer } from "@/lib/core/roles";

/** Whoever is signed in follows what they like, on nobody's behalf; it shows them nothing that they may not see. */
export function canFollow(viewer: Viewer): viewer is Viewer & { user: Person } {
  return viewer.user !== null;
}
