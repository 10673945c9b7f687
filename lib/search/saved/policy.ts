import type { Person, Viewer } from "@/lib/core/roles";

/** Whoever is signed in keeps searches of their own, on nobody's behalf. */
export function canSaveSearches(viewer: Viewer): viewer is Viewer & { user: Person } {
  return viewer.user !== null;
}
