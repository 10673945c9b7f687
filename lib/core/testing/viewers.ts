import { Role } from "@/lib/core/generated/prisma/enums";
import { type Viewer, visitor } from "@/lib/core/roles";

/** Somebody who is signed in with this role, at home in the gemeente "here" unless it is changed. */
export function viewerWith(role: Role | null, changes: Partial<Viewer> = {}, isDemo = false): Viewer {
  const organisation = { id: "here", slug: "here", name: "Hier", kind: "GEMEENTE" as const };
  const user = { id: "viewer", name: "Iemand", isDemo };
  const home = { organisation, organisations: [organisation], roles: role ? [role] : [] };
  return { user, ...home, sessionId: "session", ...changes };
}

/** The visitor, and somebody of each role, by name. */
export function everyViewer(changes: Partial<Viewer> = {}): [name: string, viewer: Viewer][] {
  const nobody: [string, Viewer][] = [
    ["visitor", visitor],
    ["nowhere", viewerWith(null, { organisation: null, organisations: [], ...changes })],
  ];
  return [
    ...nobody,
    ...Object.values(Role).map((role): [string, Viewer] => [role, viewerWith(role, changes)]),
  ];
}

/** The names of those who may. */
export function whoMay(can: (viewer: Viewer) => boolean, viewers = everyViewer()): string[] {
  return viewers.filter(([, viewer]) => can(viewer)).map(([name]) => name);
}
