import "server-only";
import { announceChange, insertRow, inTransaction, type Transaction } from "@/lib/core/db";
import { requirePermission } from "@/lib/core/errors";
import type { Prisma } from "@/lib/core/generated/prisma/client";
import type { AuditResult } from "@/lib/core/generated/prisma/enums";
import { logError } from "@/lib/core/log";
import type { Viewer } from "@/lib/core/roles";
import { canReadLog, type LogScope } from "./policy";
import { findOrganisations } from "./queries";
import { type AuditAction, type AuditSubject, changesPages, type LogFilters } from "./schema";

type Subject = {
  action: AuditAction;
  subjectType: AuditSubject;
  subjectId: string;
  /** What changed, without personal data. */
  detail?: Prisma.InputJsonObject;
  /** DONE unless said otherwise: a try that fails can leave its trace in a transaction that stays. */
  result?: AuditResult;
};

/**
 * Leaves the trace of one change, in the transaction of that change: no change without it. Always the
 * last statement: the row waits for the other writers of its organisation, until they commit.
 */
export async function recordAudit(tx: Transaction, viewer: Viewer, subject: Subject): Promise<void> {
  await insertEvent(tx, viewer, subject);
}

/**
 * Leaves the trace of what was refused, in a transaction of its own: that of the attempt is undone. A
 * trace that cannot be left does not stand in the way of the refusal itself.
 */
export async function recordRefusal(viewer: Viewer, subject: Subject): Promise<void> {
  try {
    await inTransaction((tx) => insertEvent(tx, viewer, { ...subject, result: "REFUSED" }));
  } catch (error) {
    logError(error, "a refusal was not recorded");
  }
}

/**
 * That somebody read or fetched a log is itself in the log; the organisation whose log it was, sees it. What
 * was searched for is not kept, only by what. Errors: forbidden.
 */
export async function recordLogUse(
  viewer: Viewer,
  { action, scope, filters }: { action: "log.read" | "log.exported"; scope: LogScope; filters: LogFilters },
): Promise<void> {
  const mayRead = canReadLog(viewer, scope);
  requirePermission(mayRead, viewer);
  const { persoon, actie, over, van, tot, organisatie } = filters;
  const asked = Object.entries({ actie, over, van, tot }).filter(([, value]) => value);
  const [other, ...more] = scope === "platform" && organisatie ? await findOrganisations(organisatie) : [];
  const isOne = other !== undefined && more.length === 0;
  const detail = {
    ...Object.fromEntries(asked),
    ...(persoon && { byPerson: true }),
    ...(isOne && { organisationId: other }),
  };
  const subjectId = scope === "organisation" ? viewer.organisation.id : isOne ? other : "platform";
  await inTransaction((tx) => recordAudit(tx, viewer, { action, subjectType: "Log", subjectId, detail }));
}

async function insertEvent(tx: Transaction, viewer: Viewer, subject: Subject): Promise<void> {
  const isDemo = viewer.user?.isDemo ?? false;
  await insertRow(tx, "AuditEvent", {
    ...subject,
    detail: JSON.stringify(subject.detail ?? {}),
    result: subject.result ?? "DONE",
    actorId: viewer.user?.id ?? null,
    organisationId: viewer.organisation?.id ?? null,
    // Any visitor can be a person of the demonstration, and read what others did as that person.
    address: isDemo ? null : (viewer.origin?.address ?? null),
    requestId: viewer.origin?.requestId ?? null,
    isDemo,
  });
  if (changesPages(subject.action)) announceChange(tx);
}
