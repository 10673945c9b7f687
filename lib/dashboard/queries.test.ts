import { describe, expect, it } from "vitest";
import { type AdoptionStatus, toStatusGroup } from "@/lib/adoptions/rules";
import { today } from "@/lib/core/dates";
import { database } from "@/lib/core/db";
import { visitor } from "@/lib/core/roles";
import { getAdoptionCurve, getPortfolio, listMilestones, listReportedFacts } from "./queries";
import type { CurvePoint } from "./rules";

type Event = { adoptionId: string; solutionId: string; position: number; day: string; to: AdoptionStatus };

async function readEvents(): Promise<Event[]> {
  return database().$queryRawUnsafe(
    `SELECT e."adoptionId", a."solutionId", e."position", e."occurredOn"::text AS day, e."to"
     FROM "AdoptionEvent" e JOIN "Adoption" a ON a."id" = e."adoptionId"
     JOIN "Solution" s ON s."id" = a."solutionId" AND s."publication" = 'PUBLISHED'`,
  );
}

/** The slow way: per adoption the last step entered among those with a day up to the month's end. */
function replayAt(events: Event[], month: string) {
  const last = new Map<string, Event>();
  for (const event of events) {
    const known = last.get(event.adoptionId);
    if (event.day.slice(0, 7) <= month && (!known || known.position < event.position))
      last.set(event.adoptionId, event);
  }
  const groups = [...last.values()].map(({ to }) => toStatusGroup(to));
  const count = (group: string) => groups.filter((one) => one === group).length;
  return { month, inUse: count("inUse"), joining: count("joining"), interested: count("interested") };
}

const withoutWhole = ({ gemeenten: _, ...point }: CurvePoint) => point;

/** A history in which a correction goes back over two months, as a plain client may enter it. */
async function enterCorrection(): Promise<string> {
  const solution = await database().solution.findFirstOrThrow({
    where: { publication: "PUBLISHED", obligation: "VOLUNTARY", adoptions: { some: {} } },
  });
  const taken = await database().adoption.findMany({
    where: { solutionId: solution.id },
    select: { gemeenteId: true },
  });
  const gemeente = await database().gemeente.findFirstOrThrow({
    where: { organisationId: { notIn: taken.map(({ gemeenteId }) => gemeenteId) } },
  });
  const adoption = await database().adoption.create({
    data: {
      gemeenteId: gemeente.organisationId,
      solutionId: solution.id,
      status: "EXPLORING",
      since: new Date("2022-03-10"),
      interestedOn: new Date("2021-06-01"),
    },
  });
  const steps = [
    { from: null, to: "INTERESTED", occurredOn: new Date("2021-06-01"), isCorrection: false },
    { from: "INTERESTED", to: "CONNECTING", occurredOn: new Date("2022-05-20"), isCorrection: false },
    {
      from: "CONNECTING",
      to: "EXPLORING",
      occurredOn: new Date("2022-03-10"),
      isCorrection: true,
      reason: "Te vroeg",
    },
  ] as const;
  for (const [index, step] of steps.entries())
    await database().adoptionEvent.create({
      data: { ...step, adoptionId: adoption.id, position: index + 1 },
    });
  return solution.id;
}

describe("adoption curve", () => {
  it("equals a replay of every history at every month's end, corrections back in time included", async () => {
    await enterCorrection();
    const events = await readEvents();
    expect(events.length).toBeGreaterThan(1_000);
    const curve = await getAdoptionCurve();
    expect(curve[0]?.month).toBe("2019-01");
    expect(curve.at(-1)?.month).toBe(today().slice(0, 7));
    for (const point of curve) expect(withoutWhole(point)).toEqual(replayAt(events, point.month));
  });

  it("equals it for one solution as well", async () => {
    const solutionId = await enterCorrection();
    const events = (await readEvents()).filter((event) => event.solutionId === solutionId);
    for (const point of await getAdoptionCurve({ solutionIds: [solutionId] }))
      expect(withoutWhole(point)).toEqual(replayAt(events, point.month));
  });

  it("knows how many gemeenten there were", async () => {
    const current = await database().gemeente.count({ where: { validTo: null } });
    expect((await getAdoptionCurve()).at(-1)?.gemeenten).toBe(current);
  });
});

const supplier = {
  user: { id: "00000000-0000-0000-0000-000000000001", name: "L", isDemo: false },
  organisation: {
    id: "00000000-0000-0000-0000-000000000002",
    slug: "l",
    name: "L",
    kind: "LEVERANCIER" as const,
  },
  roles: ["COORDINATOR" as const],
  organisations: [],
};

async function memberOf(offset: number) {
  const organisation = await database().organisation.findFirstOrThrow({
    where: { gemeente: { inUseCount: { gt: 10 }, validTo: null } },
    orderBy: { name: "asc" },
    skip: offset,
    select: { id: true, slug: true, name: true, kind: true },
  });
  return { ...supplier, organisation, roles: ["MEMBER" as const] };
}

describe("who may see what", () => {
  it("shows a supplier no adoption and no name", async () => {
    const { organisation } = await memberOf(0);
    expect(await getPortfolio(supplier, organisation.id)).toEqual([]);
    expect(await listMilestones(supplier, 50)).toEqual([]);
  });

  it("lists only milestones that the viewer may see by name", async () => {
    const milestones = await listMilestones(visitor, 50);
    expect(milestones).toHaveLength(50);
    expect(milestones.filter(({ status }) => status !== "IN_USE")).toEqual([]);
    const other = await memberOf(0);
    const everyState = await listMilestones(other, 50);
    expect(everyState.some(({ status }) => status !== "IN_USE")).toBe(true);
    const [newest] = everyState.filter(({ gemeente }) => gemeente.slug !== other.organisation.slug);
    if (!newest) throw new Error("the demo layer has milestones");
    const where = {
      gemeente: { organisation: { slug: newest.gemeente.slug } },
      solution: { slug: newest.solution.slug },
    };
    await database().adoption.updateMany({ where, data: { isHidden: true } });
    expect(await listMilestones(other, 50)).not.toContainEqual(newest);
  });

  it("shows a visitor confirmed use only, and another gemeente every state but what is hidden", async () => {
    const own = await memberOf(0);
    const other = await memberOf(1);
    const id = own.organisation.id;
    const hidden = await database().adoption.findFirstOrThrow({
      where: { gemeenteId: id, status: "IN_USE", solution: { publication: "PUBLISHED" } },
      select: { id: true, solutionId: true },
    });
    await database().adoption.update({ where: { id: hidden.id }, data: { isHidden: true } });
    const [byOwn, byOther, byVisitor] = await Promise.all(
      [own, other, visitor].map((viewer) => getPortfolio(viewer, id)),
    );
    const has = (list: typeof byOwn) => list?.some(({ solutionId }) => solutionId === hidden.solutionId);
    expect([has(byOwn), has(byOther), has(byVisitor)]).toEqual([true, false, false]);
    expect(byOther).toEqual(byOwn?.filter(({ isHidden }) => !isHidden));
    expect(byVisitor?.filter(({ status }) => !["IN_USE", "PHASING_OUT"].includes(status))).toEqual([]);
  });

  it("lists each solution once, with its newest cycle, also when that one is hidden", async () => {
    const again = await database().adoption.findFirstOrThrow({
      where: { cycle: 2, solution: { publication: "PUBLISHED" } },
      select: { id: true, gemeenteId: true, solutionId: true, status: true },
    });
    await database().adoption.update({ where: { id: again.id }, data: { isHidden: true } });
    const organisation = await database().organisation.findUniqueOrThrow({
      where: { id: again.gemeenteId },
      select: { id: true, slug: true, name: true, kind: true },
    });
    const items = await getPortfolio({ ...supplier, organisation, roles: ["MEMBER"] }, again.gemeenteId);
    const found = items.filter(({ solutionId }) => solutionId === again.solutionId);
    expect(found.map(({ status }) => status)).toEqual([again.status]);
    const byOther = await getPortfolio(await memberOf(0), again.gemeenteId);
    expect(byOther.filter(({ solutionId }) => solutionId === again.solutionId)).toEqual([]);
  });

  it("keeps public facts apart: only open ones from a public source", async () => {
    const fact = await database().adoptionProposal.findFirstOrThrow({
      where: { origin: "PUBLIC_SOURCE", state: "OPEN", solution: { publication: "PUBLISHED" } },
      select: { id: true, gemeenteId: true },
    });
    const before = await listReportedFacts(fact.gemeenteId);
    expect(before.map(({ id }) => id)).toContain(fact.id);
    await database().adoptionProposal.update({
      where: { id: fact.id },
      data: { state: "WITHDRAWN", decidedAt: new Date() },
    });
    expect(await listReportedFacts(fact.gemeenteId)).toHaveLength(before.length - 1);
  });
});
