import pg from "pg";
import { describe, expect, it, vi } from "vitest";
import { canSeeAdoption } from "@/lib/adoptions/policy";
import { type AdoptionStatus, statuses } from "@/lib/adoptions/rules";
import { today } from "@/lib/core/dates";
import { database } from "@/lib/core/db";
import { type Viewer, visitor } from "@/lib/core/roles";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { listStandings } from "../country/rules";
import { drawCourse, drawPlanned, lookAhead } from "../course/rules";
import {
  countPerGemeente,
  listLeaders,
  listRisers,
  measureFigures,
  measureProvinces,
  measureThemes,
} from "../figures/rules";
import { measureFunnel } from "../funnel/rules";
import { parseScope } from "../scope/schema";
import { getOverview } from "./queries";

const on = (search: Record<string, string> = {}) => parseScope(search, today());
const member = () => findDemoPerson("zwolle", "MEMBER");

/** Every figure of the dashboard as text. */
async function tellAll(viewer: Viewer, search: Record<string, string>): Promise<string> {
  const { country, declined } = await getOverview(viewer, on(search));
  const course = drawCourse(country);
  return JSON.stringify([
    measureFigures(country),
    course,
    drawPlanned(country),
    lookAhead(country, course),
    [...countPerGemeente(country, [country.scope.day])],
    measureProvinces(country),
    measureThemes(country),
    listLeaders(country).map(({ solution, count }) => [solution.slug, count]),
    listRisers(country).map(({ solution, count, before }) => [solution.slug, count, before]),
    measureFunnel(country),
    declined,
  ]);
}

type Live = {
  status: AdoptionStatus;
  gemeenteId: string;
  slug: string;
  isHidden: boolean;
  isPublic: boolean;
};

/** What is true now, from the rows that the mutations keep: the newest cycle of each gemeente that exists. */
function readLive(): Promise<(Live & { providerId: string; participationPublic: boolean })[]> {
  return database().$queryRawUnsafe(`
    SELECT a."status", a."gemeenteId", s."slug", a."isHidden", a."isPublic", s."providerId", s."participationPublic"
    FROM "Adoption" a JOIN "Solution" s ON s."id" = a."solutionId" AND s."publication" = 'PUBLISHED'
    JOIN "Gemeente" g ON g."organisationId" = a."gemeenteId" AND g."validTo" IS NULL
    WHERE NOT EXISTS (SELECT 1 FROM "Adoption" n WHERE n."gemeenteId" = a."gemeenteId"
      AND n."solutionId" = a."solutionId" AND n."cycle" > a."cycle")`);
}

const tell = (rows: { status: string; gemeenteId: string; slug: string }[]) =>
  rows.map(({ status, gemeenteId, slug }) => `${gemeenteId} ${slug} ${status}`).sort();

describe("the country today", () => {
  it("is what the live rows say, for who sees what", async () => {
    const live = await readLive();
    expect(live.length).toBeGreaterThan(1_000);
    for (const viewer of [visitor, await member(), await findDemoPerson("maykin", "MEMBER")]) {
      const { country } = await getOverview(viewer, on());
      const shown = (entries: typeof country.entries) =>
        tell(
          listStandings(entries).map(({ status, gemeente, solution }) => ({
            status,
            gemeenteId: gemeente.id,
            slug: solution.slug,
          })),
        );
      expect(shown(country.entries)).toEqual(tell(live));
      const visible = live.filter(({ providerId, participationPublic, ...row }) =>
        canSeeAdoption(viewer, { ...row, solution: { providerId, participationPublic } }),
      );
      expect(shown(country.seen)).toEqual(tell(visible));
    }
  });

  it("is the same when its day is asked for", async () => {
    const viewer = await member();
    expect(await tellAll(viewer, { stand: today() })).toBe(await tellAll(viewer, {}));
  });

  it("counts in a province and in a size class what the viewer may see, to the last one", async () => {
    const viewer = await member();
    const { country: whole } = await getOverview(viewer, on());
    const inDrenthe = listStandings(whole.seen).filter(({ gemeente }) => gemeente.province === "DRENTHE");
    const { country } = await getOverview(viewer, on({ provincie: "drenthe" }));
    expect(country.gemeenten).toHaveLength(12);
    const funnel = measureFunnel(country);
    expect(funnel.total).toBe(inDrenthe.length);
    for (const { status, count } of funnel.rows)
      expect(count).toBe(inDrenthe.filter((one) => one.status === status).length);
    const { country: small } = await getOverview(viewer, on({ grootte: "under20" }));
    expect(small.gemeenten).toHaveLength(64);
  });

  it("gives a supplier no row, in no province and for no gemeente", async () => {
    const supplier = await findDemoPerson("maykin", "MEMBER");
    const { country } = await getOverview(supplier, on());
    expect(country.seen).toEqual([]);
    expect(measureProvinces(country).every(({ uses }) => uses === 0)).toBe(true);
    const narrowed = await getOverview(supplier, on({ provincie: "drenthe", voorziening: "open-zaak" }));
    expect(narrowed.country.entries).toEqual([]);
    expect(JSON.stringify(narrowed.declined)).not.toMatch(/"gemeente":\{/);
  });
});

type Event = {
  adoption: string;
  pair: string;
  position: number;
  cycle: number;
  day: string;
  to: AdoptionStatus;
};

function readEvents(): Promise<Event[]> {
  return database().$queryRawUnsafe(`
    SELECT a."id"::text AS adoption, a."gemeenteId" || ' ' || s."slug" AS pair, e."position", a."cycle",
      e."occurredOn"::text AS day, e."to"
    FROM "AdoptionEvent" e JOIN "Adoption" a ON a."id" = e."adoptionId"
    JOIN "Solution" s ON s."id" = a."solutionId" AND s."publication" = 'PUBLISHED'`);
}

/** The slow way: of the newest cycle that had begun the last step entered among those with a day up to then. */
function replayOn(events: Event[], day: string): string[] {
  const last = new Map<string, Event>();
  for (const event of events) {
    if (event.day > day) continue;
    const known = last.get(event.pair);
    const isLater =
      !known || known.cycle < event.cycle || (known.cycle === event.cycle && known.position < event.position);
    if (isLater) last.set(event.pair, event);
  }
  return [...last.values()].map(({ pair, to }) => `${pair} ${to}`).sort();
}

describe("the country on a day in the past", () => {
  it("is a replay of every history until that day", async () => {
    const events = await readEvents();
    for (const stand of ["2019-06-15", "2021-12-31", "2023-02-28", "2025-06-30"]) {
      const { country } = await getOverview(visitor, on({ stand }));
      const shown = listStandings(country.entries).map(
        ({ gemeente, solution, status }) => `${gemeente.id} ${solution.slug} ${status}`,
      );
      expect(shown.sort()).toEqual(replayOn(events, stand));
    }
  });

  it("stays what it was when something happens today", async () => {
    const viewer = await member();
    const searches: Record<string, string>[] = [
      { stand: "2021-03-14" },
      { stand: "2024-11-02", voorziening: "open-zaak" },
      { stand: "2025-06-30" },
      { stand: "2025-06-30", provincie: "overijssel", thema: "informatievoorziening" },
    ];
    const before = await Promise.all(searches.map((search) => tellAll(viewer, search)));
    const now = await tellAll(viewer, {});
    await moveOn();
    expect(await Promise.all(searches.map((search) => tellAll(viewer, search)))).toEqual(before);
    expect(await tellAll(viewer, {})).not.toBe(now);
  });

  it("keeps its gemeenten and its counts when gemeenten merge later", async () => {
    const search = { stand: "2025-06-30" };
    const before = await tellAll(visitor, search);
    const { country: live } = await getOverview(visitor, on());
    const hilversum = await database().organisation.findUniqueOrThrow({ where: { slug: "hilversum" } });
    await database().gemeente.updateMany({
      where: { organisation: { slug: "wijdemeren" } },
      data: { validTo: new Date("2026-01-01"), successorId: hilversum.id },
    });
    expect(await tellAll(visitor, search)).toBe(before);
    const { country } = await getOverview(visitor, on());
    expect(country.gemeenten).toHaveLength(live.gemeenten.length - 1);
    expect(
      drawCourse(country)
        .slice(-13)
        .map(({ gemeenten }) => gemeenten),
    ).toContain(live.gemeenten.length - 1);
    await database().gemeente.updateMany({
      where: { organisation: { slug: "wijdemeren" } },
      data: { validTo: null, successorId: null },
    });
  });
});

/** Ten gemeenten that are interested explore from today on. */
async function moveOn(): Promise<void> {
  const interested = await database().adoption.findMany({
    where: { status: "INTERESTED", solution: { publication: "PUBLISHED" }, isHidden: false },
    select: { id: true, _count: { select: { events: true } } },
    orderBy: { id: "asc" },
    take: 10,
  });
  expect(interested).toHaveLength(10);
  const occurredOn = new Date(today());
  for (const { id, _count } of interested) {
    const step = { adoptionId: id, from: "INTERESTED", to: "EXPLORING", occurredOn } as const;
    await database().adoptionEvent.create({ data: { ...step, position: _count.events + 1 } });
    await database().adoption.update({ where: { id }, data: { status: "EXPLORING", since: occurredOn } });
  }
}

describe("what the public may know", () => {
  it("has no count of one or two of the whole country", async () => {
    const searches: Record<string, string>[] = [
      {},
      { stand: "2020-05-31" },
      { voorziening: "open-zaak" },
      { thema: "democratie" },
    ];
    for (const search of searches) {
      const { country, declined } = await getOverview(visitor, on(search));
      const figures = measureFigures(country);
      const counts = [
        ...drawCourse(country).flatMap(({ inUse, joining, interested }) => [inUse, joining, interested]),
        ...measureFunnel(country).rows.flatMap(({ count, stuck }) => [count, stuck]),
        ...listLeaders(country).map(({ count }) => count),
        ...listRisers(country).flatMap(({ count, before }) => [count, before]),
        ...[figures.gemeenten, figures.uses, declined.declined, declined.ended],
      ];
      expect(counts.filter((count) => count === 1 || count === 2)).toEqual([]);
    }
  });

  it("names in the funnel every state once", async () => {
    const { country } = await getOverview(visitor, on());
    expect(measureFunnel(country).rows.map(({ status }) => status)).toEqual(statuses);
  });
});

it("asks the database four questions", async () => {
  await getOverview(visitor, on());
  const spy = vi.spyOn(pg.Client.prototype, "query");
  await getOverview(visitor, on({ stand: "2025-06-30", thema: "sociaal-domein", provincie: "utrecht" }));
  expect(spy.mock.calls.length).toBe(4);
  spy.mockRestore();
});
