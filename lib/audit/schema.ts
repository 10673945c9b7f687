import { z } from "zod";
import { day } from "@/lib/core/forms";
import { locales } from "@/lib/core/locales";

/** Every kind of change; a closed list, so that a new one is named here first. */
export const auditActions = [
  "session.started",
  "session.ended",
  "session.othersEnded",
  "secondFactor.proven",
  "secondFactor.refused",
  "secondFactor.added",
  "secondFactor.removed",
  "secondFactor.reset",
  "recoveryCodes.renewed",
  "session.refused",
  "request.refused",
  "log.read",
  "log.exported",
  "person.downloaded",
  "person.erased",
  "retention.ran",
  "adoption.started",
  "adoption.moved",
  "adoption.corrected",
  "adoption.visibility",
  "adoption.confirmed",
  "portfolio.changed",
  "portfolio.imported",
  "portfolio.handedOver",
  "adoption.lead",
  "task.prepared",
  "task.added",
  "task.changed",
  "task.removed",
  "document.added",
  "document.changed",
  "document.removed",
  "proposal.made",
  "proposal.confirmed",
  "proposal.rejected",
  "proposal.withdrawn",
  "review.written",
  "review.changed",
  "review.answered",
  "solution.created",
  "solution.edited",
  "solution.submitted",
  "solution.returned",
  "solution.published",
  "solution.confirmed",
  "solution.withdrawn",
  "solution.discarded",
  "membership.requested",
  "membership.requestWithdrawn",
  "membership.approved",
  "membership.rejected",
  "membership.roleGiven",
  "membership.roleTaken",
  "membership.suspended",
  "membership.restored",
  "membership.ended",
  "membership.left",
  "membership.switched",
  "invitation.sent",
  "invitation.resent",
  "invitation.withdrawn",
  "invitation.accepted",
  "rights.reviewed",
  "user.disabled",
  "user.enabled",
  "user.created",
  "user.changed",
  "identity.linked",
  "identity.unlinked",
  "provider.created",
  "provider.changed",
  "provider.switchedOn",
  "provider.switchedOff",
  "synonym.added",
  "synonym.changed",
  "synonym.removed",
  "template.changed",
  "need.submitted",
  "search.saved",
  "search.removed",
  "follow.started",
  "follow.ended",
  "follow.mail",
  "partnership.joined",
  "partnership.left",
  "partnership.proposed",
  "adoption.viaEnded",
  "herindeling.planned",
  "herindeling.cancelled",
  "herindeling.carriedOut",
] as const;

export type AuditAction = (typeof auditActions)[number];

/** Nothing that a visitor sees changes by these: the first words of their actions. */
const ofPeople = new Set(
  ["session", "secondFactor", "recoveryCodes", "request", "log", "membership", "invitation", "rights"].concat(
    ["identity", "provider", "follow", "task", "template"],
  ),
);

/** May pages for visitors look different after this? In doubt yes: a page is soon made again. */
export function changesPages(action: AuditAction): boolean {
  return !ofPeople.has(action.split(".", 1)[0] ?? "");
}

/** What an event is about; a closed list too. The id of a Page is its path, that of a Log whose log it is. */
export const auditSubjects = [
  "Adoption",
  "AdoptionProposal",
  "IdentityProvider",
  "Follow",
  "Herindeling",
  "Invitation",
  "Log",
  "MembershipRequest",
  "Need",
  "Page",
  "Partnership",
  "Portfolio",
  "Review",
  "Retention",
  "RightsReview",
  "SavedSearch",
  "SecondFactor",
  "Session",
  "SignInRequest",
  "Solution",
  "Synonym",
  "TaskTemplate",
  "User",
] as const;

export type AuditSubject = (typeof auditSubjects)[number];

const isText = (value: string) => !value.includes("\0");
const filterDay = day.optional().catch(undefined);

/** What an address asks of the log; what makes no sense counts as not asked. */
export const logFilters = z.object({
  persoon: z.string().trim().max(100).refine(isText).catch("").default(""),
  actie: z.enum(auditActions).optional().catch(undefined),
  over: z.enum(auditSubjects).optional().catch(undefined),
  /** With `over`: everything about this one. */
  id: z.string().max(200).refine(isText).optional().catch(undefined),
  van: filterDay,
  tot: filterDay,
  /** A name or slug; in the log of the platform only. */
  organisatie: z.string().trim().max(200).refine(isText).catch("").default(""),
  /** A place: what is older than that. */
  voor: z.string().max(40).optional().catch(undefined),
});

export type LogFilters = z.output<typeof logFilters>;

/** What an export asks: which log, and in which language. */
export const exportFilters = logFilters.extend({
  deel: z.enum(["organisatie", "platform"]).catch("organisatie").default("organisatie"),
  taal: z.enum(locales).catch("nl").default("nl"),
});
