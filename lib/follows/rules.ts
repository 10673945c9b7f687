import type { Viewer, ViewerOrganisation } from "@/lib/core/roles";

type Receiver = {
  user: { id: string; name: string | null; isDemo: boolean };
  activeOrganisationId: string | null;
  organisations: ViewerOrganisation[];
};

/**
 * With whose eyes a mail is written: those of a plain member of the organisation that its reader acts for.
 * Higher roles only count in a session that proved them, and a mail is no session.
 */
export function toReader({ user, activeOrganisationId, organisations }: Receiver): Viewer {
  const organisation =
    organisations.find(({ id }) => id === activeOrganisationId) ?? organisations[0] ?? null;
  return { user, organisation, roles: organisation ? ["MEMBER"] : [], organisations };
}
