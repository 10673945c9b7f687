import type { Person, Viewer } from "@/lib/core/roles";

/** Somebody who is signed in, on whosever behalf. */
export type SignedIn = Viewer & { user: Person };

/** Everybody may have what the site knows about them. */
export function canSeeOwnData(viewer: Viewer): viewer is SignedIn {
  return viewer.user !== null;
}

/** A person of the demonstration is nobody's to erase: the next visitor needs them. */
export function canEraseThemselves(viewer: Viewer): viewer is SignedIn {
  return viewer.user !== null && !viewer.user.isDemo;
}
