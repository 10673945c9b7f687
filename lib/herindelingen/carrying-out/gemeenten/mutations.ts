import "server-only";
import { toDate } from "@/lib/core/dates";
import type { Transaction } from "@/lib/core/db";
import { DomainError } from "@/lib/core/errors";
import type { Province } from "@/lib/core/generated/prisma/enums";
import { toSlug } from "@/lib/solutions/rules";
import type { Herindeling } from "../../queries";
import { mergedInhabitants } from "../../rules";

const columns = {
  organisationId: true,
  province: true,
  inhabitants: true,
  hexCol: true,
  hexRow: true,
  years: { select: { year: true, inhabitants: true } },
} as const;

/**
 * Ends the predecessors on the day, with the gemeente that they go on as, which is made where it is new: on the
 * tile of the largest of them. Returns its id. Nothing of an earlier day changes.
 */
export async function endGemeenten(tx: Transaction, plan: Herindeling): Promise<string> {
  const { effectiveOn } = plan;
  const where = { organisationId: { in: plan.predecessors.map(({ id }) => id) } };
  const predecessors = await tx.gemeente.findMany({
    where,
    select: columns,
    orderBy: { inhabitants: "desc" },
  });
  // First they leave their tile, then somebody else can have it.
  await tx.gemeente.updateMany({ where, data: { validTo: toDate(effectiveOn) } });
  const existing = plan.successor
    ? await tx.gemeente.findUnique({ where: { organisationId: plan.successor.id }, select: columns })
    : null;
  const year = Number(effectiveOn.slice(0, 4));
  const { inhabitants, isAdded } = mergedInhabitants(existing, predecessors, year);
  const successorId = existing?.organisationId ?? (await makeSuccessor(tx, plan, predecessors, inhabitants));
  if (isAdded) await addYear(tx, { gemeenteId: successorId, year, inhabitants });
  await tx.gemeente.updateMany({ where, data: { successorId } });
  return successorId;
}

type Place = { province: Province; hexCol: number; hexRow: number };

async function makeSuccessor(
  tx: Transaction,
  { fresh, effectiveOn }: Herindeling,
  [largest]: readonly Place[],
  inhabitants: number,
): Promise<string> {
  if (!fresh || !largest) throw new DomainError("invalid", "invalid");
  const { name, cbsCode } = fresh;
  const { province, hexCol, hexRow } = largest;
  const { id } = await tx.organisation.create({
    data: {
      ...{ slug: toSlug(name), kind: "GEMEENTE", name },
      gemeente: {
        create: {
          ...{ cbsCode, officialName: name, province, inhabitants, hexCol, hexRow },
          validFrom: toDate(effectiveOn),
        },
      },
    },
    select: { id: true },
  });
  return id;
}

type Year = { gemeenteId: string; year: number; inhabitants: number };

async function addYear(tx: Transaction, { gemeenteId, year, inhabitants }: Year): Promise<void> {
  await tx.gemeenteYear.create({ data: { gemeenteId, year, inhabitants } });
  await tx.gemeente.update({
    where: { organisationId: gemeenteId },
    data: { inhabitants },
    select: { organisationId: true },
  });
}
