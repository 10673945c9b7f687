import type { Person, Viewer } from "@/lib/core/roles";

/** Somebody signed in may tie an identity to their own account; those of the demonstration stay apart. */
export function canLink(viewer: Viewer, provider: { isDemo: boolean }): viewer is Viewer & { user: Person } {
  return viewer.user !== null && viewer.user.isDemo === provider.isDemo;
}

/** What ties an account to a provider is for its owner alone. */
export function canSeeIdentities(viewer: Viewer): viewer is Viewer & { user: Person } {
  return viewer.user !== null;
}
