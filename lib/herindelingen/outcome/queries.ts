import "server-only";
import { readNewest } from "@/lib/adoptions/bulk/mutations";
import { keptDocuments } from "@/lib/adoptions/policy";
import type { Transaction } from "@/lib/core/db";
import type { Role } from "@/lib/core/generated/prisma/enums";
import { groupBy } from "@/lib/core/groups";
import {
  listCarriedOver,
  listClosings,
  listMoved,
  type Moved,
  type Predecessor,
  type Receiving,
} from "./rules";

export type Named = { id: string; slug: string; name: string };
/** Which gemeenten go on as which; null is one that does not exist yet. */
export type Merging = { predecessors: Named[]; successor: Named | null };

export type Outcome = Awaited<ReturnType<typeof readOutcome>>;

/**
 * Everything that a herindeling does, from what is there now. The dry run and the carrying out read the same, so
 * that what is shown is what is done. A fixed number of statements per gemeente.
 */
export async function readOutcome(tx: Transaction, { predecessors, successor }: Merging) {
  const ids = predecessors.map(({ id }) => id);
  const [ending, newest, people, counts] = [
    await readPredecessors(tx, predecessors),
    successor ? await readNewest(tx, successor.id) : new Map(),
    await readPeople(tx, ids, successor),
    await countRest(tx, ids),
  ];
  const closings = listClosings(ending, await readSolutions(tx, ending));
  return { closings, carriedOver: listCarriedOver(closings, newest), people, counts };
}

async function readPredecessors(tx: Transaction, predecessors: Named[]): Promise<Predecessor[]> {
  const found: Predecessor[] = [];
  for (const { id, name } of predecessors) found.push({ id, name, newest: await readNewest(tx, id) });
  return found;
}

async function readSolutions(tx: Transaction, predecessors: Predecessor[]) {
  const ids = predecessors.flatMap(({ newest }) => [...newest.keys()]);
  const rows = await tx.solution.findMany({
    where: { id: { in: ids } },
    select: {
      ...{ id: true, slug: true, name: true, kind: true },
      ...{ obligation: true, publication: true, phase: true },
    },
  });
  return new Map(rows.map((row) => [row.id, row]));
}

async function readPeople(tx: Transaction, ids: string[], successor: Named | null): Promise<Moved[]> {
  const live = { disabledAt: null, user: { disabledAt: null } };
  const seats = await tx.membership.findMany({
    where: { organisationId: { in: ids }, ...live },
    select: {
      userId: true,
      role: true,
      organisation: { select: { name: true } },
      user: { select: { name: true, isDemo: true } },
    },
    orderBy: [{ user: { name: "asc" } }, { userId: "asc" }],
  });
  const receiving = await readReceiving(tx, successor);
  return listMoved(
    seats.map(({ userId, role, organisation, user }) => ({ userId, role, from: organisation.name, ...user })),
    receiving,
  );
}

async function readReceiving(tx: Transaction, successor: Named | null): Promise<Receiving> {
  if (!successor) return { hasAdmin: false, held: new Map() };
  const rows = await tx.membership.findMany({
    where: { organisationId: successor.id, disabledAt: null, user: { disabledAt: null } },
    select: { userId: true, role: true },
  });
  const held = groupBy(rows, ({ userId }) => userId).map((own): [string, Role[]] => [
    own[0].userId,
    own.map(({ role }) => role),
  ]);
  return { hasAdmin: rows.some(({ role }) => role === "ORGANISATION_ADMIN"), held: new Map(held) };
}

/** What is not listed but counted. */
async function countRest(tx: Transaction, ids: string[]) {
  const ofGemeente = { gemeenteId: { in: ids } };
  const ofOrganisation = { organisationId: { in: ids } };
  const open = { state: "OPEN" } as const;
  return {
    decisions: await tx.adoptionProposal.count({
      where: { ...ofGemeente, ...open, origin: "SECOND_PERSON" },
    }),
    facts: await tx.adoptionProposal.count({
      where: { ...ofGemeente, ...open, origin: { not: "SECOND_PERSON" } },
    }),
    documents: await tx.adoptionDocument.count({ where: keptDocuments(...ids) }),
    partnerships: await tx.partnershipMember.count({ where: ofGemeente }),
    reviews: await tx.review.count({ where: ofGemeente }),
    needs: await tx.need.count({ where: ofGemeente }),
    follows: await tx.follow.count({ where: ofGemeente }),
    requests: await tx.membershipRequest.count({ where: { ...ofOrganisation, ...open } }),
    invitations: await tx.invitation.count({
      where: { ...ofOrganisation, acceptedAt: null, withdrawnAt: null, expiresAt: { gt: new Date() } },
    }),
    providers: await tx.identityProvider.count({ where: ofOrganisation }),
    solutions: await tx.solution.count({ where: { providerId: { in: ids } } }),
  };
}
