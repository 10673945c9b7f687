import type { Person, Viewer } from "@/lib/core/roles";

/** May this viewer change their profile? A person of the demonstration may not: any visitor can be that person. */
export function canChangeProfile(viewer: Viewer): viewer is Viewer & { user: Person } {
  return viewer.user !== null && !viewer.user.isDemo;
}
