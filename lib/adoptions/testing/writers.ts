import { today } from "@/lib/core/dates";
import { database } from "@/lib/core/db";
import { DomainError } from "@/lib/core/errors";
import type { Member } from "@/lib/core/roles";
import { adjustPlan, moveAdoption, registerInterest } from "../mutations";
import { traitsOf } from "./commands";
import { findPeople, makeSolution, readView } from "./postgres";

const writers = 8;

/**
 * Eight people of two gemeenten who change the adoptions of one solution for so many seconds, as fast as they are
 * answered. Anything but a refusal of the domain is a failure and is thrown. Tells how many changes were made, how
 * many were refused (somebody else was first), and how many deadlocks PostgreSQL saw.
 */
export async function writeTogether(seconds: number) {
  const { manager, second, stranger } = await findPeople();
  const solutionId = await makeSolution(traitsOf.free ?? { obligation: "VOLUNTARY", priceModel: "FREE" });
  const before = await countDeadlocks();
  const until = Date.now() + seconds * 1000;
  const tally = { changes: 0, refused: 0 };
  await Promise.all(
    Array.from({ length: writers }, async (_, at) => {
      const viewer = [manager, second, stranger, stranger][at % 4] ?? manager;
      while (Date.now() < until) {
        if (await isDone(change(viewer, solutionId))) tally.changes++;
        else tally.refused++;
      }
    }),
  );
  // Throws when a row is not what its history tells.
  for (const { organisation } of [manager, stranger])
    await readView({ gemeenteId: organisation.id, solutionId });
  return { ...tally, deadlocks: (await countDeadlocks()) - before };
}

async function isDone(changed: Promise<unknown>): Promise<boolean> {
  try {
    await changed;
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

/** Begins, explores, plans anew or stops, whichever fits what is read. */
async function change(viewer: Member, solutionId: string): Promise<unknown> {
  const now = await database().adoption.findFirst({
    where: { solutionId, gemeenteId: viewer.organisation.id },
    orderBy: { cycle: "desc" },
    select: { id: true, version: true, status: true, events: { select: { id: true } } },
  });
  if (!now || now.status === "NOT_APPLICABLE")
    return registerInterest(viewer, { solutionId, contactName: "Iemand" });
  const input = { adoptionId: now.id, version: now.version };
  const [occurredOn, reason] = [today(), "Overleg"];
  if (now.status === "INTERESTED")
    return moveAdoption(viewer, {
      ...input,
      to: "EXPLORING",
      occurredOn,
      leadName: "Iemand",
      nextOn: occurredOn,
    });
  if (now.events.length < 20) return adjustPlan(viewer, { ...input, leadName: "Iemand", reason });
  return moveAdoption(viewer, { ...input, to: "NOT_APPLICABLE", occurredOn, reason });
}

async function countDeadlocks(): Promise<number> {
  const [row] = await database().$queryRaw<{ deadlocks: number }[]>`
    SELECT "deadlocks"::int FROM pg_stat_database WHERE "datname" = current_database()`;
  return row?.deadlocks ?? 0;
}
