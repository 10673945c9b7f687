import type { View } from "@/lib/adoptions/testing/commands";
import { readView } from "@/lib/adoptions/testing/postgres";
import { findSharing } from "@/lib/adoptions/testing/sequences";
import { today } from "@/lib/core/dates";
import { database } from "@/lib/core/db";
import type { AdoptionStatus } from "@/lib/core/generated/prisma/enums";
import type { Member } from "@/lib/core/roles";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { planHerindeling } from "../mutations";

// What random lives become when their gemeenten merge, told once more from docs/domain.md and decision 0029:
// it shares no rule with what carries a herindeling out.

const road: AdoptionStatus[] = [
  ...(["INTERESTED", "EXPLORING", "DECIDING", "COMMITTED"] as const),
  ...(["CONNECTING", "PILOT", "IN_USE", "PHASING_OUT"] as const),
];

type Lives = [View | null, View | null, View | null, View | null];

/**
 * Merges the first two gemeenten that `compareOnDatabase` used into the third, with the real mutation, and throws
 * where one of their lives, or one of the fourth, becomes something else than the domain says. Run it once.
 */
export async function compareMerged() {
  const gemeenten = await findSharing();
  const [first, second, heir] = gemeenten;
  if (!first || !second || !heir) throw new Error("too few gemeenten");
  const ids = gemeenten.map(({ id }) => id);
  const solutions = await listModelSolutions();
  const before = new Map<string, Lives>();
  for (const id of solutions) before.set(id, await readLives(id, ids));
  const day = `${today().slice(0, 4)}-01-01`;
  const chosen = { predecessors: [first.slug, second.slug], into: heir.slug, cbsCode: "", law: "" };
  await planHerindeling(await findAdmin(), { ...chosen, effectiveOn: day, typed: heir.name });
  const tally = { lives: 0, closed: 0, proposed: 0 };
  for (const [solutionId, lives] of before) {
    const expected = merge(lives, day);
    const after = {
      lives: await readLives(solutionId, ids),
      proposals: await readOpen(solutionId, ids, heir.id),
    };
    if (JSON.stringify(after) !== JSON.stringify(expected))
      throw new Error(`${told(lives)} became ${told(after)} instead of ${told(expected)}`);
    tally.lives += lives.filter((life) => life !== null).length;
    tally.closed += lives.slice(0, 2).filter(runs).length;
    tally.proposed += expected.proposals.length;
  }
  return tally;
}

const told = (value: unknown) => JSON.stringify(value, null, 1);

/** The two close, on the day or on that of a later step; the others stay as they are. */
function merge([first, second, heir, other]: Lives, day: string) {
  const furthest = Math.max(reached(first), reached(second));
  return {
    lives: [close(first, day), close(second, day), heir, other],
    // The successor hears of it only where it is less far itself.
    proposals: furthest > reached(heir) ? [`HERINDELING ${road[furthest]}`] : [],
  };
}

function runs(life: View | null): life is View {
  return life !== null && !["ENDED", "DECLINED", "NOT_APPLICABLE"].includes(life.status);
}

/** The place on the road, of a pause that where it began; -1 where nothing goes on. */
const reached = (life: View | null) => (runs(life) ? road.indexOf(life.resumeStatus ?? life.status) : -1);

function close(life: View | null, day: string): View | null {
  if (!runs(life)) return life;
  const endedOn = life.since > day ? life.since : day;
  return {
    ...life,
    ...{ status: "ENDED", since: endedOn, endedOn, resumeStatus: null },
    ...{ steps: life.steps + 1, pending: null },
  };
}

/** The history of each must tell what its row says. */
async function readLives(solutionId: string, [a = "", b = "", c = "", d = ""]: string[]): Promise<Lives> {
  const read = (gemeenteId: string) => readView({ gemeenteId, solutionId });
  return [await read(a), await read(b), await read(c), await read(d)];
}

/** What waits for an answer: nothing at the two that ended, and at the successor what the herindeling proposed. */
async function readOpen(solutionId: string, [first = "", second = ""]: string[], heir: string) {
  const ofHeir = { gemeenteId: heir, origin: "HERINDELING" as const };
  const rows = await database().adoptionProposal.findMany({
    where: { solutionId, state: "OPEN", OR: [ofHeir, { gemeenteId: { in: [first, second] } }] },
    select: { origin: true, to: true },
  });
  return rows.map(({ origin, to }) => `${origin} ${to}`);
}

async function listModelSolutions(): Promise<string[]> {
  const rows = await database().solution.findMany({
    where: { slug: { startsWith: "model-" } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** The demonstration may only plan what is still to come, so this one counts as somebody real who just signed in. */
async function findAdmin(): Promise<Member> {
  const admin = await findDemoPerson("vng-realisatie", "PLATFORM_ADMIN");
  return { ...admin, user: { ...admin.user, isDemo: false }, provenAt: new Date() };
}
