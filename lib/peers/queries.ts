import "server-only";
import { visibleAdoptions } from "@/lib/adoptions/policy";
import { isClosed } from "@/lib/adoptions/rules";
import { database } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/generated/prisma/client";
import type { Member } from "@/lib/core/roles";
import { listGemeenten } from "@/lib/gemeenten/queries";
import { likenessOf, type Weights } from "./rules";

/** The gemeenten most like mine of which the use is looked at. */
const nearest = 10;

const inUse = { status: { in: ["IN_USE", "PHASING_OUT"] } } satisfies Prisma.AdoptionWhereInput;

/**
 * Every other gemeente of today, the most alike first, and what the ten most alike use that mine does
 * not take part in. Only from use that this member may see. Four statements; computed when asked
 * (docs/decisions/0021): the answer is never old and costs a few milliseconds. null when the
 * organisation is no gemeente of today.
 */
export async function getPeers(member: Member, weights: Weights) {
  const [gemeenten, own] = await Promise.all([listGemeenten(), listOwn(member)]);
  const found = gemeenten.find(({ id }) => id === member.organisation.id);
  if (!found) return null;
  const used = own.filter(({ isInUse }) => isInUse).map(({ solutionId }) => solutionId);
  // Its own members know what it hides from others, and that is among what may be shared.
  const mine = { ...found, inUseCount: used.length };
  const shared = await countShared(member, used);
  const peers = gemeenten
    .filter(({ id }) => id !== mine.id)
    .map((other) => ({
      ...other,
      ...likenessOf(mine, other, { shared: shared.get(other.id) ?? 0, weights }),
    }))
    .sort((a, b) => b.total - a.total);
  const alike = peers.slice(0, nearest);
  return {
    mine,
    peers,
    alike,
    ideas: await listIdeas(
      member,
      alike.map(({ id }) => id),
      own,
    ),
  };
}

export type Peers = NonNullable<Awaited<ReturnType<typeof getPeers>>>;
export type Peer = Peers["peers"][number];
export type Idea = Peers["ideas"][number];

type Own = { solutionId: string; isInUse: boolean };

/** What mine takes part in or considers; what it stopped or declined may be an idea again. */
async function listOwn({ organisation }: Member): Promise<Own[]> {
  const rows = await database().adoption.findMany({
    where: { gemeenteId: organisation.id },
    orderBy: [{ solutionId: "asc" }, { cycle: "desc" }],
    distinct: ["solutionId"],
    select: { solutionId: true, status: true },
  });
  return rows
    .filter(({ status }) => !isClosed(status))
    .map(({ solutionId, status }) => ({
      solutionId,
      isInUse: status === "IN_USE" || status === "PHASING_OUT",
    }));
}

async function countShared(member: Member, solutionIds: string[]): Promise<Map<string, number>> {
  const groups = await database().adoption.groupBy({
    by: ["gemeenteId"],
    where: { AND: [{ solutionId: { in: solutionIds } }, inUse, visibleAdoptions(member)] },
    _count: { _all: true },
  });
  return new Map(groups.map(({ gemeenteId, _count }) => [gemeenteId, _count._all]));
}

/** By solution, the one that most of them use first, with who they are: whom to ask. */
async function listIdeas(member: Member, gemeenteIds: string[], own: Own[]) {
  const rows = await database().adoption.findMany({
    where: {
      AND: [
        { gemeenteId: { in: gemeenteIds }, solutionId: { notIn: own.map(({ solutionId }) => solutionId) } },
        { solution: { publication: "PUBLISHED" } },
        inUse,
        visibleAdoptions(member),
      ],
    },
    relationLoadStrategy: "join",
    select: {
      isDemo: true,
      solution: { select: { slug: true, name: true, summary: true, kind: true } },
      gemeente: { select: { organisation: { select: { slug: true, name: true } } } },
    },
    orderBy: { solution: { name: "asc" } },
  });
  const ideas = new Map<string, (typeof rows)[number]["solution"] & { users: User[] }>();
  for (const { solution, gemeente, isDemo } of rows) {
    const idea = ideas.get(solution.slug) ?? { ...solution, users: [] };
    idea.users.push({ ...gemeente.organisation, isDemo });
    ideas.set(solution.slug, idea);
  }
  return [...ideas.values()].sort((a, b) => b.users.length - a.users.length);
}

type User = { slug: string; name: string; isDemo: boolean };
