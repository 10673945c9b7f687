import "server-only";
import { createTranslator } from "next-intl";
import { recordAudit } from "@/lib/audit/mutations";
import { inTransaction, type Transaction } from "@/lib/core/db";
import { DomainError, refuseDemoOnReal, requirePermission } from "@/lib/core/errors";
import { isGemeenteMember, type Member, type Viewer } from "@/lib/core/roles";
import { messages } from "@/messages";
import { lockMany, readNewest, recordMany, toWriter } from "../bulk/mutations";
import { type CurrentAdoption, toPlanChange } from "../bulk/rules";
import { canHandOver, canMove } from "../policy";
import type { BulkEditInput, HandOverInput } from "./schema";

/**
 * Sets who leads, whom to contact, when the next step is or when the contract ends of many adoptions, each
 * with a line in its history. All or none. Errors: forbidden, not-found when one is not of this gemeente or
 * not its newest cycle, conflict while a decision about one of them waits.
 */
export async function editMany(viewer: Viewer, input: BulkEditInput): Promise<void> {
  const isManager = isGemeenteMember(viewer) && canMove(viewer, { gemeenteId: viewer.organisation.id });
  requirePermission(isManager, viewer);
  const { ids, reason, ...fields } = input;
  const told = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const asked = new Set(ids);
  await inTransaction(async (tx) => {
    const chosen = await lockWhere(tx, viewer, ({ id }) => asked.has(id));
    if (chosen.length < asked.size) throw new DomainError("not-found", "notFound");
    if (chosen.some(({ isPending }) => isPending)) throw new DomainError("conflict", "decisionPending");
    const changes = chosen.map((current) => toPlanChange(current, told, reason));
    const adoptionIds = await recordMany(tx, toWriter(viewer), changes);
    await recordAudit(tx, viewer, {
      action: "portfolio.changed",
      subjectType: "Portfolio",
      subjectId: viewer.organisation.id,
      detail: { adoptionIds, fields: Object.keys(told) },
    });
  });
}

/**
 * Everything that stands under one name, as lead or as contact, goes to another, also where a decision
 * waits. Errors: forbidden (for a manager or an administrator of the gemeente), not-found when nothing
 * stands under that name.
 */
export async function handOver(viewer: Viewer, { from, to }: HandOverInput): Promise<void> {
  const mayHandOver = isGemeenteMember(viewer) && canHandOver(viewer, viewer.organisation.id);
  requirePermission(mayHandOver, viewer);
  const say = createTranslator({ locale: "nl", messages: messages.nl, namespace: "portfolio.handOver" });
  const reason = say("reason", { from, to });
  await inTransaction(async (tx) => {
    const theirs = await lockWhere(
      tx,
      viewer,
      ({ leadName, contactName }) => leadName === from || contactName === from,
    );
    if (theirs.length === 0) throw new DomainError("not-found", "nothingToHandOver");
    const changes = theirs.map((current) => {
      const told = {
        ...(current.leadName === from && { leadName: to }),
        ...(current.contactName === from && { contactName: to }),
      };
      return toPlanChange(current, told, reason);
    });
    const adoptionIds = await recordMany(tx, toWriter(viewer), changes);
    await recordAudit(tx, viewer, {
      action: "portfolio.handedOver",
      subjectType: "Portfolio",
      subjectId: viewer.organisation.id,
      detail: { adoptionIds },
    });
  });
}

/** The newest cycles of my gemeente that pass, read again behind their locks. */
async function lockWhere(
  tx: Transaction,
  member: Member,
  passes: (adoption: CurrentAdoption) => boolean,
): Promise<CurrentAdoption[]> {
  const gemeenteId = member.organisation.id;
  const find = async () => [...(await readNewest(tx, gemeenteId)).values()].filter(passes);
  const solutionIds = (await find()).map(({ solutionId }) => solutionId);
  await lockMany(tx, gemeenteId, solutionIds);
  const locked = new Set(solutionIds);
  const found = (await find()).filter(({ solutionId }) => locked.has(solutionId));
  refuseDemoOnReal(
    member,
    found.some(({ isDemo }) => !isDemo),
  );
  return found;
}
