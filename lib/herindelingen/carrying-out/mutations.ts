import "server-only";
import { createTranslator } from "next-intl";
import { recordMany } from "@/lib/adoptions/bulk/mutations";
import type { Change } from "@/lib/adoptions/bulk/rules";
import { keptDocuments } from "@/lib/adoptions/policy";
import { toDate } from "@/lib/core/dates";
import type { Transaction } from "@/lib/core/db";
import { DomainError } from "@/lib/core/errors";
import { groupBy } from "@/lib/core/groups";
import { messages } from "@/messages";
import type { Merging, Outcome } from "../outcome/queries";
import { readOutcome } from "../outcome/queries";
import type { CarriedOver, Closing } from "../outcome/rules";
import { type Herindeling, readHerindeling } from "../queries";
import { isDue, nameOfSuccessor } from "../rules";
import { endGemeenten } from "./gemeenten/mutations";
import { movePeople } from "./people/mutations";

/** How many of what were changed: kept with the herindeling and in the log. */
export type Counts = Record<"adoptions" | "proposals" | "people" | "asked", number> & Outcome["counts"];

/**
 * Carries a herindeling out, whole or not at all: adoptions close, the furthest states are proposed, people, needs
 * and what else goes on move to the successor. Whoever waits for one of these locks finds the gemeente ended.
 * Returns what to leave as trace. Error: conflict when it was carried out or cancelled meanwhile.
 */
export async function carryOut(tx: Transaction, id: string, enteredById: string | null): Promise<Counts> {
  await tx.$queryRaw`SELECT "id" FROM "Herindeling" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const plan = await readHerindeling(tx, id);
  if (!plan || plan.carriedOutAt) throw new DomainError("conflict", "herindelingDone");
  await lockAll(tx, plan);
  const outcome = await readOutcome(tx, plan);
  await closeAdoptions(tx, plan, outcome.closings, enteredById);
  const successorId = await endGemeenten(tx, plan);
  await withdrawProposals(tx, plan);
  await propose(tx, successorId, outcome.carriedOver);
  const name = nameOfSuccessor(plan);
  await movePeople(tx, { ids: idsOf(plan), successorId, name, people: outcome.people });
  await moveDocuments(tx, idsOf(plan), successorId);
  await moveRest(tx, idsOf(plan), successorId);
  await recountAll(tx, [...idsOf(plan), successorId]);
  const { closings, carriedOver, people, counts } = outcome;
  const asked = people.filter((one) => one.asked !== null).length;
  const done = { adoptions: closings.length, proposals: carriedOver.length, people: people.length, asked };
  const result = { ...done, ...counts };
  await tx.herindeling.update({
    where: { id },
    data: { carriedOutAt: new Date(), successorId, outcome: result },
    select: { id: true },
  });
  return result;
}

const idsOf = ({ predecessors }: Merging) => predecessors.map(({ id }) => id);

/**
 * In the order of the house: organisations (people wait for those), all solutions by id, the adoptions, the
 * gemeenten. All solutions, because which ones it is about is only sure behind the last lock; a herindeling is
 * rare and takes a second.
 */
async function lockAll(tx: Transaction, plan: Merging): Promise<void> {
  const ids = [...idsOf(plan), ...(plan.successor ? [plan.successor.id] : [])];
  await tx.$queryRaw`SELECT count(*) FROM (SELECT "id" FROM "Organisation" WHERE "id" = ANY(${ids}::uuid[])
    ORDER BY "id" FOR NO KEY UPDATE) locked`;
  await tx.$queryRaw`SELECT count(*) FROM (SELECT "id" FROM "Solution" ORDER BY "id" FOR NO KEY UPDATE) locked`;
  await tx.$queryRaw`SELECT count(*) FROM (SELECT "id" FROM "Adoption" WHERE "gemeenteId" = ANY(${ids}::uuid[])
    ORDER BY "id" FOR NO KEY UPDATE) locked`;
  await tx.$queryRaw`SELECT count(*) FROM (SELECT "organisationId" FROM "Gemeente"
    WHERE "organisationId" = ANY(${ids}::uuid[]) ORDER BY "organisationId" FOR NO KEY UPDATE) locked`;
}

/** What was invented closes with a step that goes with it when the demonstration is cleared. */
async function closeAdoptions(
  tx: Transaction,
  plan: Herindeling,
  closings: readonly Closing[],
  enteredById: string | null,
): Promise<void> {
  for (const own of groupBy(closings, ({ gemeenteId, current }) => `${gemeenteId} ${current.isDemo}`)) {
    const [{ gemeenteId, current }] = own;
    const writer = { gemeenteId, enteredById, isDemo: current.isDemo };
    await recordMany(
      tx,
      writer,
      own.map((closing) => toEnd(plan, closing)),
    );
  }
}

/** On the day itself; after it where the gemeente recorded something that came later. */
function toEnd(plan: Herindeling, { gemeente, solution, current }: Closing): Change {
  const { effectiveOn } = plan;
  const occurredOn = isDue(effectiveOn, current.since) ? current.since : effectiveOn;
  const date = new Intl.DateTimeFormat("nl", { dateStyle: "long", timeZone: "UTC" }).format(
    toDate(effectiveOn),
  );
  const say = createTranslator({ locale: "nl", messages: messages.nl, namespace: "herindelingen" });
  const reason = say("reason", { gemeente, date, successor: nameOfSuccessor(plan) });
  return {
    ...{ solutionId: solution.id, current, isNewCycle: false, isCorrection: false, reason },
    step: { to: "ENDED", occurredOn },
    told: {},
  };
}

/** Nobody is left to answer them. */
async function withdrawProposals(tx: Transaction, plan: Merging): Promise<void> {
  await tx.adoptionProposal.updateMany({
    where: { gemeenteId: { in: idsOf(plan) }, state: "OPEN" },
    data: { state: "WITHDRAWN", decidedAt: new Date(), decisionReason: messages.nl.herindelingen.withdrawn },
  });
}

async function propose(
  tx: Transaction,
  gemeenteId: string,
  carriedOver: readonly CarriedOver[],
): Promise<void> {
  await tx.adoptionProposal.createMany({
    data: carriedOver.map(({ solution, to, since, from, isHidden, viaId, isDemo }) => ({
      ...{ origin: "HERINDELING" as const, gemeenteId, solutionId: solution.id, to, isDemo },
      ...{ evidenceKind: "herindeling", evidenceDate: since, source: from.join(", ") },
      step: { ...(isHidden && { isHidden }), ...(viaId && { viaId }) },
    })),
  });
}

/** Documents stay with the decision that they are of, and their files where they are; the successor keeps them. */
async function moveDocuments(tx: Transaction, ids: string[], keptById: string): Promise<void> {
  await tx.adoptionDocument.updateMany({ where: keptDocuments(...ids), data: { keptById } });
}

/** What goes on under the successor. Oordelen stay with who gave them; needs are still to be met. */
async function moveRest(tx: Transaction, ids: string[], successorId: string): Promise<void> {
  await tx.need.updateMany({ where: { gemeenteId: { in: ids } }, data: { gemeenteId: successorId } });
  await tx.solution.updateMany({ where: { providerId: { in: ids } }, data: { providerId: successorId } });
  const partners = await tx.partnershipMember.findMany({ where: { gemeenteId: { in: ids } } });
  await tx.partnershipMember.createMany({
    data: partners.map((one) => ({ ...one, gemeenteId: successorId })),
    skipDuplicates: true,
  });
  await tx.partnershipMember.deleteMany({ where: { gemeenteId: { in: ids } } });
  await tx.portfolioImport.deleteMany({ where: { gemeenteId: { in: ids } } });
  await tx.$executeRaw`
    UPDATE "Follow" f SET "gemeenteId" = ${successorId}::uuid
    WHERE f."id" IN (SELECT DISTINCT ON ("userId") "id" FROM "Follow" WHERE "gemeenteId" = ANY(${ids}::uuid[])
        ORDER BY "userId", "createdAt")
      AND NOT EXISTS (SELECT FROM "Follow" o WHERE o."userId" = f."userId" AND o."gemeenteId" = ${successorId}::uuid)`;
  await tx.follow.deleteMany({ where: { gemeenteId: { in: ids } } });
}

/** Everything that any of them has to do with: they no longer count, and the successor counts for more people. */
async function recountAll(tx: Transaction, ids: string[]): Promise<void> {
  await tx.$executeRaw`
    SELECT recount_solution(s."solutionId") FROM (
      SELECT "solutionId" FROM "Adoption" WHERE "gemeenteId" = ANY(${ids}::uuid[])
      UNION SELECT "solutionId" FROM "AdoptionProposal" WHERE "gemeenteId" = ANY(${ids}::uuid[])) s`;
  await tx.$executeRaw`SELECT recount_gemeente(g.id) FROM unnest(${ids}::uuid[]) AS g(id)`;
}
