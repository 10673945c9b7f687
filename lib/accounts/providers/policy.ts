import { hasRole, isDemo, type Member, type Viewer } from "@/lib/core/roles";

/** Setting up how an organisation signs in is for the platform: it decides who counts as their people. */
export function canManageProviders(viewer: Viewer): viewer is Member {
  return hasRole(viewer, "PLATFORM_ADMIN");
}

/** Anybody can be a person of the demonstration: those see and change only what the demonstration made. */
export function canManageProvider(viewer: Viewer, provider: { isDemo: boolean }): viewer is Member {
  return canManageProviders(viewer) && (provider.isDemo || !isDemo(viewer));
}
