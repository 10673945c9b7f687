import { beforeAll, describe, expect, test } from "vitest";
import { toDate } from "@/lib/core/dates";
import { database } from "@/lib/core/db";
import type { AdoptionStatus, Obligation, OrganisationKind, Role } from "@/lib/core/generated/prisma/enums";
import { type Viewer, visitor } from "@/lib/core/roles";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { toSizeClass } from "@/lib/gemeenten/rules";
import { canSeeAdoption, visibleAdoptions } from "./policy";
import { getOwnAdoption, getParticipation, type Participation } from "./queries";
import { statuses, toStatusGroup } from "./rules";

const viewers: Record<string, Viewer> = { visitor };
let provider: { id: string; slug: string; name: string; kind: OrganisationKind };

beforeAll(async () => {
  const people: [string, string, Role][] = [
    ["member", "zwolle", "MEMBER"],
    ["manager", "zwolle", "MANAGER"],
    ["elsewhere", "utrecht", "MANAGER"],
    ["coordinator", "vng-realisatie", "COORDINATOR"],
    ["other coordinator", "dimpact", "COORDINATOR"],
    ["moderator", "vng-realisatie", "MODERATOR"],
    ["supplier", "maykin", "MEMBER"],
  ];
  for (const [name, slug, role] of people) viewers[name] = await findDemoPerson(slug, role);
  const supplier = viewers.supplier as Viewer;
  viewers["coordinator of a supplier"] = { ...supplier, roles: ["COORDINATOR"] };
  provider = viewers.coordinator?.organisation as typeof provider;
});

const as = (name: string) => viewers[name] ?? visitor;

let made = 0;

type Adopter = {
  slug: string;
  status: AdoptionStatus;
  isHidden?: boolean;
  isPublic?: boolean;
  isPublicReason?: boolean;
};

/** A solution with exactly these adopters. */
async function makeSolution(
  adopters: Adopter[],
  traits: { participationPublic?: boolean; obligation?: Obligation } = {},
) {
  const solution = await database().solution.create({
    data: {
      slug: `zicht-${made++}`,
      name: `Zicht ${made}`,
      summary: "Om te toetsen.",
      kind: "DIENST",
      theme: "DIENSTVERLENING",
      phase: "MANAGED",
      publication: "PUBLISHED",
      providerId: provider.id,
      ...traits,
    },
    select: { id: true, kind: true, participationPublic: true, providerId: true },
  });
  for (const adopter of adopters) await adopt(solution.id, adopter);
  return solution;
}

async function adopt(solutionId: string, { slug, status, isPublicReason, ...flags }: Adopter, cycle = 1) {
  const { id: gemeenteId } = await database().organisation.findUniqueOrThrow({ where: { slug } });
  const occurredOn = toDate("2024-05-01");
  const reason = status === "DECLINED" ? "Wij gebruiken al een eigen standaard." : null;
  await database().adoption.create({
    data: {
      ...{ gemeenteId, solutionId, cycle, status, since: occurredOn, ...flags },
      contactName: "Geheime Contactpersoon",
      events: {
        create: {
          ...{ position: 1, to: status, occurredOn, reason, reference: "Geheim stuk" },
          data: isPublicReason ? { isPublicReason } : {},
        },
      },
    },
  });
}

const namesIn = ({ participants }: Participation) => participants.map(({ slug }) => slug);
const shownOn = ({ tiles }: Participation) =>
  tiles.filter(({ status }) => status !== null).map(({ slug }) => slug);

describe("who takes part", () => {
  const adopters: Adopter[] = [
    { slug: "assen", status: "IN_USE" },
    { slug: "deventer", status: "IN_USE", isPublic: true },
    { slug: "leeuwarden", status: "IN_USE", isHidden: true },
    { slug: "groningen", status: "INTERESTED" },
    { slug: "zwolle", status: "CONNECTING", isHidden: true },
  ];

  test.each<[string, string[], string[]]>([
    // viewer, names when participation is not public, names when it is
    ["visitor", ["deventer"], ["assen", "deventer"]],
    ["moderator", ["deventer"], ["assen", "deventer"]],
    ["other coordinator", ["deventer"], ["assen", "deventer"]],
    ["elsewhere", ["assen", "deventer", "groningen"], ["assen", "deventer", "groningen"]],
    ["coordinator", ["assen", "deventer", "groningen"], ["assen", "deventer", "groningen"]],
    ["member", ["assen", "deventer", "groningen", "zwolle"], ["assen", "deventer", "groningen", "zwolle"]],
    ["supplier", [], []],
    ["coordinator of a supplier", [], []],
  ])("for %s", async (name, closed, open) => {
    for (const [participationPublic, expected] of [
      [false, closed],
      [true, open],
    ] as const) {
      const solution = await makeSolution(adopters, { participationPublic });
      const participation = await getParticipation(as(name), solution);
      expect(namesIn(participation).sort()).toEqual(expected);
      expect(shownOn(participation).sort()).toEqual(expected);
      expect(participation.tiles.length === 0).toBe(expected.length === 0);
      expect(JSON.stringify(participation)).not.toContain("Gehei");
    }
  });

  test("hidden adoptions count, and small counts are masked for who may not see names", async () => {
    const solution = await makeSolution(adopters);
    const [open, seen] = await Promise.all([
      getParticipation(visitor, solution),
      getParticipation(as("elsewhere"), solution),
    ]);
    expect(open.counts.byGroup).toEqual({ interested: null, joining: null, inUse: 3, stopped: 0 });
    expect(open.counts.byStatus).toMatchObject({ IN_USE: 3, INTERESTED: null, PILOT: 0 });
    // The one that joins hides, also from other gemeenten: one without a name would be a name soon.
    expect(seen.counts.byGroup).toEqual({ interested: 1, joining: null, inUse: 3, stopped: 0 });
    expect(open.inUse).toMatchObject({ gemeenten: 3, ofGemeenten: 342, ofInhabitants: 18_130_208 });
  });

  test("inhabitants do not give away who is not named", async () => {
    const one = await makeSolution([{ slug: "assen", status: "IN_USE" }]);
    expect((await getParticipation(visitor, one)).inUse).toMatchObject({
      gemeenten: null,
      inhabitants: null,
    });
    // One hides: what all have together less those by name is that one.
    const hidden = await makeSolution(adopters);
    expect((await getParticipation(as("elsewhere"), hidden)).inUse).toMatchObject({
      gemeenten: 3,
      inhabitants: null,
    });
    // Three are not named to a visitor: nearly nothing can be told from the sum of all.
    const many = await makeSolution([...adopters, { slug: "almere", status: "IN_USE" }]);
    const exact = await sumInhabitants(["assen", "deventer", "leeuwarden", "almere"]);
    const rounded = (await getParticipation(visitor, many)).inUse.inhabitants;
    expect(rounded).toBe(Number(exact.toPrecision(2)));
    expect(rounded).not.toBe(exact);
    const all = await makeSolution(adopters.slice(0, 2));
    expect((await getParticipation(as("elsewhere"), all)).inUse.inhabitants).toBe(
      await sumInhabitants(["assen", "deventer"]),
    );
  });

  test("why there is no map", async () => {
    const nobody = await makeSolution([]);
    const closed = await makeSolution([{ slug: "assen", status: "IN_USE" }]);
    const reason = async (name: string, solution: typeof closed) =>
      (await getParticipation(as(name), solution)).mapReason;
    expect(await reason("visitor", closed)).toBe("notPublic");
    expect(await reason("supplier", closed)).toBe("supplier");
    expect(await reason("elsewhere", nobody)).toBe("nobody");
    expect(await reason("elsewhere", closed)).toBe(null);
  });

  test("those like mine come first: my size, then my province", async () => {
    const solution = await database().solution.findUniqueOrThrow({
      where: { slug: "ibd" },
      select: { id: true, kind: true, participationPublic: true, providerId: true },
    });
    const { participants } = await getParticipation(as("manager"), solution);
    const own = toSizeClass(await sumInhabitants(["zwolle"])).id;
    const distance = (at: number) => {
      const { inhabitants, province } = participants[at] ?? { inhabitants: 0, province: null };
      return (toSizeClass(inhabitants).id === own ? 0 : 2) + (province === "OVERIJSSEL" ? 0 : 1);
    };
    const distances = participants.map((_, at) => distance(at));
    expect(participants.length).toBeGreaterThan(50);
    expect(distances).toEqual([...distances].sort());
    expect(new Set(distances).size).toBe(4);
  });

  test("a gemeente that began anew counts once, as it is now", async () => {
    const solution = await makeSolution([{ slug: "assen", status: "DECLINED" }]);
    await adopt(solution.id, { slug: "assen", status: "INTERESTED" }, 2);
    const { counts, participants } = await getParticipation(as("elsewhere"), solution);
    expect(counts.byGroup).toEqual({ interested: 1, joining: 0, inUse: 0, stopped: 0 });
    expect(participants).toMatchObject([{ slug: "assen", status: "INTERESTED", since: "2024-05-01" }]);
  });

  test("counts agree with the counters of every published solution", async () => {
    const solutions = await database().solution.findMany({
      where: { publication: "PUBLISHED", adoptions: { some: {} } },
      take: 12,
      orderBy: { inUseCount: "desc" },
    });
    for (const solution of solutions) {
      const { counts, inUse } = await getParticipation(as("elsewhere"), solution);
      expect(counts.byGroup.inUse, solution.slug).toBe(solution.inUseCount);
      expect(counts.byGroup.joining).toBe(solution.joiningCount);
      expect(counts.byGroup.interested).toBe(solution.interestedCount);
      expect(inUse.gemeenten).toBe(solution.inUseCount);
    }
  });

  async function sumInhabitants(slugs: string[]): Promise<number> {
    const { _sum } = await database().gemeente.aggregate({
      where: { organisation: { slug: { in: slugs } } },
      _sum: { inhabitants: true },
    });
    return _sum.inhabitants ?? 0;
  }
});

describe("what is published anyway", () => {
  test("facts from public sources are for everybody, with their source", async () => {
    const solution = await makeSolution([]);
    const { id: gemeenteId } = await database().organisation.findUniqueOrThrow({ where: { slug: "assen" } });
    const fact = {
      origin: "PUBLIC_SOURCE" as const,
      gemeenteId,
      solutionId: solution.id,
      to: "IN_USE" as const,
    };
    await database().adoptionProposal.createMany({
      data: [
        { ...fact, evidenceKind: "news", evidenceDate: "2021", source: "https://voorbeeld.nl" },
        { ...fact, state: "REJECTED", decidedAt: new Date(), source: "afgewezen" },
        { ...fact, origin: "PROVIDER", source: "opgave" },
      ],
    });
    for (const name of ["visitor", "supplier", "member"]) {
      const { reported, tiles, participants } = await getParticipation(as(name), solution);
      expect(reported).toMatchObject([{ gemeente: "Assen", source: "https://voorbeeld.nl" }]);
      expect(participants).toEqual([]);
      expect(tiles.filter(({ isReported }) => isReported)).toMatchObject([{ slug: "assen", status: null }]);
    }
  });

  test("explanations are, nameless where hidden and for suppliers", async () => {
    const adopters: Adopter[] = [
      { slug: "assen", status: "DECLINED", isPublicReason: true },
      { slug: "deventer", status: "DECLINED", isPublicReason: true, isHidden: true },
    ];
    const explained = await makeSolution(adopters, { obligation: "COMPLY_OR_EXPLAIN" });
    const names = async (name: string) =>
      (await getParticipation(as(name), explained)).explanations.map(({ gemeente }) => gemeente).sort();
    expect(await names("visitor")).toEqual(["Assen", null]);
    expect(await names("supplier")).toEqual([null, null]);
    const voluntary = await makeSolution(adopters);
    expect((await getParticipation(visitor, voluntary)).explanations).toEqual([]);
  });

  test("a reason that was given before one had to explain is not", async () => {
    const solution = await makeSolution([{ slug: "assen", status: "DECLINED" }], {
      obligation: "COMPLY_OR_EXPLAIN",
    });
    expect((await getParticipation(visitor, solution)).explanations).toEqual([]);
  });

  test("the reason of a later correction is not", async () => {
    const solution = await makeSolution([{ slug: "assen", status: "DECLINED", isPublicReason: true }], {
      obligation: "COMPLY_OR_EXPLAIN",
    });
    const adoption = await database().adoption.findFirstOrThrow({ where: { solutionId: solution.id } });
    await database().adoptionEvent.create({
      data: {
        adoptionId: adoption.id,
        position: 2,
        from: "DECLINED",
        to: "DECLINED",
        occurredOn: adoption.since,
        isCorrection: true,
        reason: "Geheim overleg met de wethouder",
      },
    });
    const { explanations } = await getParticipation(visitor, solution);
    expect(explanations.map(({ reason }) => reason)).toEqual(["Wij gebruiken al een eigen standaard."]);
  });
});

describe("the rule as a question and as a WHERE", () => {
  test("select the same rows, for every viewer and every combination", async () => {
    const combinations = [true, false].flatMap((isHidden) =>
      [true, false].flatMap((isPublic) => statuses.map((status) => ({ isHidden, isPublic, status }))),
    );
    const slugs = (
      await database().organisation.findMany({
        where: { kind: "GEMEENTE" },
        orderBy: { slug: "asc" },
        take: combinations.length,
      })
    ).map(({ slug }) => slug);
    for (const participationPublic of [true, false]) {
      const adopters = combinations.flatMap((flags, at) => {
        const slug = slugs[at];
        return slug ? [{ slug, ...flags }] : [];
      });
      const { id } = await makeSolution([], { participationPublic });
      for (const { slug, status, ...flags } of adopters) {
        await adopt(id, { slug, status: legal(status), ...flags });
      }
    }
    const all = await database().adoption.findMany({ include: { solution: true } });
    expect(all.length).toBeGreaterThan(6000);
    for (const [name, viewer] of Object.entries(viewers)) {
      const selected = await database().adoption.findMany({
        where: visibleAdoptions(viewer),
        select: { id: true },
      });
      const asked = all.filter((adoption) => canSeeAdoption(viewer, adoption)).map(({ id }) => id);
      expect(selected.map(({ id }) => id).sort(), name).toEqual(asked.sort());
    }
  });

  /** States that need a second date or state in the table stand for those of their kind. */
  function legal(status: AdoptionStatus): AdoptionStatus {
    return status === "ON_HOLD" || status === "ENDED" ? "DECLINED" : status;
  }
});

describe("my own adoption", () => {
  test("tells where my gemeente stands and what can follow", async () => {
    const solution = await makeSolution([{ slug: "zwolle", status: "DECIDING", isHidden: true }]);
    const own = await getOwnAdoption(as("manager"), solution.id);
    expect(own).toMatchObject({ status: "DECIDING", since: "2024-05-01", version: 1, pending: null });
    expect(own?.next).toEqual(["COMMITTED", "ON_HOLD", "DECLINED", "NOT_APPLICABLE"]);
    expect(own?.canMove).toBe(true);
    expect((await getOwnAdoption(as("member"), solution.id))?.canMove).toBe(false);
  });

  test("is nothing to others, nor where there is none", async () => {
    const solution = await makeSolution([{ slug: "zwolle", status: "DECIDING" }]);
    for (const name of ["visitor", "elsewhere", "coordinator", "supplier"]) {
      expect(await getOwnAdoption(as(name), solution.id)).toBe(null);
    }
  });
});

test("every group has its states", () => {
  expect(new Set(statuses.map(toStatusGroup)).size).toBe(4);
});
