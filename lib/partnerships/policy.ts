import type { OrganisationKind } from "@/lib/core/generated/prisma/enums";
import { hasRole, type Member, type Viewer } from "@/lib/core/roles";

/** Organisations of gemeenten. */
const kinds: OrganisationKind[] = ["SAMENWERKINGSVERBAND", "COOPERATIE"];

/** Who keeps the members of a partnership and says what it arranged for them. */
export function canKeepPartners(viewer: Viewer): viewer is Member {
  return hasRole(viewer, "ORGANISATION_ADMIN", "COORDINATOR") && kinds.includes(viewer.organisation.kind);
}
