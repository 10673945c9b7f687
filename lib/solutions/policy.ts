import type { Publication } from "@/lib/core/generated/prisma/enums";
import { hasRole, hasRoleIn, type Viewer } from "@/lib/core/roles";

/** What of a solution decides who may do what with it. */
type Ownership = { providerId: string };

/** The one edit that is open, or the newest text: whose it is and how far it got. */
type EditInProgress = Ownership & Written & { publication: Publication };

/** Who wrote last, and everybody who wrote before. */
type Written = { authorId: string | null; writerIds: string[] };

/** May the viewer make a new solution, on behalf of the organisation they act for now? */
export function canCreate(viewer: Viewer): boolean {
  return hasRole(viewer, "COORDINATOR");
}

/** Only a coordinator of the provider writes about a solution. */
export function canEdit(viewer: Viewer, { providerId }: Ownership): boolean {
  return hasRoleIn(viewer, providerId, "COORDINATOR");
}

/** Drafts stay with the provider; a moderator reads along from the moment that a text is offered. */
export function canSeeDraft(
  viewer: Viewer,
  { providerId, publication }: Ownership & { publication: Publication },
): boolean {
  return canEdit(viewer, { providerId }) || (publication !== "DRAFT" && hasRole(viewer, "MODERATOR"));
}

/** Offering for review is for texts that are still being written. */
export function canSubmit(viewer: Viewer, { providerId, publication }: EditInProgress): boolean {
  return canEdit(viewer, { providerId }) && (publication === "DRAFT" || publication === "CHANGES_REQUESTED");
}

/** What was offered can be taken back by the provider, until somebody approves it. */
export function canWithdraw(viewer: Viewer, { providerId, publication }: EditInProgress): boolean {
  return canEdit(viewer, { providerId }) && publication === "IN_REVIEW";
}

/** Did the viewer write this text or a part of it, also when somebody else wrote last? */
export function hasWritten({ user }: Viewer, { authorId, writerIds }: Written): boolean {
  return user !== null && (user.id === authorId || writerIds.includes(user.id));
}

/**
 * A second person approves: another coordinator of the provider or a moderator, never whoever wrote
 * any of the text (docs/domain.md, "Voorziening"). The same people may ask for changes.
 */
export function canApprove(viewer: Viewer, edit: EditInProgress): boolean {
  if (edit.publication !== "IN_REVIEW" || hasWritten(viewer, edit)) return false;
  return hasRoleIn(viewer, edit.providerId, "COORDINATOR") || hasRole(viewer, "MODERATOR");
}

/** "This is still right" is said by the provider, about what is published. */
export function canConfirmFreshness(
  viewer: Viewer,
  { providerId, publication }: Ownership & { publication: Publication },
): boolean {
  return canEdit(viewer, { providerId }) && publication === "PUBLISHED";
}

/** An edit that nobody approved yet may be thrown away by the provider. */
export function canDiscard(viewer: Viewer, { providerId, publication }: EditInProgress): boolean {
  return canEdit(viewer, { providerId }) && publication !== "PUBLISHED" && publication !== "ARCHIVED";
}

/** Has the viewer any business on the pages for publishing? */
export function canManage(viewer: Viewer): boolean {
  return hasRole(viewer, "COORDINATOR", "MODERATOR");
}
