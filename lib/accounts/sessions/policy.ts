import type { Person, Viewer } from "@/lib/core/roles";

/**
 * May this viewer see and end sessions: their own? A person of the demonstration may not: any visitor can
 * be that person, and would throw the others out.
 */
export function canEndSessions(viewer: Viewer): viewer is Viewer & { user: Person; sessionId: string } {
  return viewer.user !== null && !viewer.user.isDemo && viewer.sessionId !== undefined;
}
