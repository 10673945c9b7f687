import { toDate } from "@/lib/core/dates";
import { database } from "@/lib/core/db";
import type { AdoptionStatus, Province } from "@/lib/core/generated/prisma/enums";
import type { Viewer } from "@/lib/core/roles";
import { drawCourse, drawPlanned, lookAhead } from "@/lib/dashboard/course/rules";
import {
  countPerGemeente,
  listLeaders,
  listLeadingGemeenten,
  listRisers,
  listYearEnds,
  measureFigures,
  measureProvinces,
  measureThemes,
} from "@/lib/dashboard/figures/rules";
import { measureFunnel } from "@/lib/dashboard/funnel/rules";
import { getOverview } from "@/lib/dashboard/overview/queries";
import { getAdoptionCurve } from "@/lib/dashboard/queries";
import { listNamed } from "@/lib/dashboard/rows/rules";
import { parseScope } from "@/lib/dashboard/scope/schema";

/** Everything that the dashboard and the map say of a day, letter by letter, for each of these viewers. */
export async function tellDay(viewers: Viewer[], stand: string, more: Record<string, string> = {}) {
  const scope = parseScope({ ...more, stand }, "2100-01-01");
  const told = await Promise.all(
    viewers.map(async (viewer) => {
      const { country, declined } = await getOverview(viewer, scope);
      const course = drawCourse(country);
      const days = listYearEnds(country);
      return [
        ...[measureFigures(country), course, drawPlanned(country), lookAhead(country, course)],
        ...[days, [...countPerGemeente(country, days)], country.gemeenten, country.ever],
        ...[measureProvinces(country), measureThemes(country), measureFunnel(country), declined],
        listLeaders(country).map(({ solution, count }) => [solution.slug, count]),
        listRisers(country).map(({ solution, count, before }) => [solution.slug, count, before]),
        listLeadingGemeenten(country),
        listNamed(country, null).map(({ gemeente, status, since }) => [gemeente.slug, status, since]),
      ];
    }),
  );
  return JSON.stringify(told.map(withoutLater));
}

/** When a gemeente ends and who lives there in later years are no figures of the day; no page of it says them. */
function withoutLater(told: unknown): unknown {
  const isLater = (key: string) => key === "validTo" || key === "years";
  return JSON.parse(JSON.stringify(told, (key, value: unknown) => (isLater(key) ? undefined : value)));
}

/** The curve of all solutions together until the month before this day. */
export async function tellCurve(day: string): Promise<string> {
  const points = await getAdoptionCurve();
  return JSON.stringify(points.filter(({ month }) => month < day.slice(0, 7)));
}

let column = 100;

/** A gemeente of former days, beside the map. */
export async function makeGemeente(wish: {
  name: string;
  cbsCode: string;
  province: Province;
  inhabitants: number;
}): Promise<string> {
  const { name, ...rest } = wish;
  const slug = name.toLowerCase().replaceAll(" ", "-");
  const { id } = await database().organisation.create({
    data: {
      ...{ slug, kind: "GEMEENTE", name },
      gemeente: { create: { ...rest, officialName: name, hexCol: column++, hexRow: 0 } },
    },
    select: { id: true },
  });
  return id;
}

/** A published facility that nobody takes part in yet. */
export async function makeSolution(slug: string): Promise<string> {
  const { id: providerId } = await database().organisation.findUniqueOrThrow({
    where: { slug: "vng-realisatie" },
    select: { id: true },
  });
  const { id } = await database().solution.create({
    data: {
      ...{ slug, name: slug, summary: "Om te toetsen.", kind: "DIENST", theme: "DIENSTVERLENING" },
      ...{ phase: "MANAGED", publication: "PUBLISHED", providerId },
    },
    select: { id: true },
  });
  return id;
}

export type Course = [day: string, to: AdoptionStatus][];

/** An adoption with this history, as it was recorded at the time. */
export async function makeAdoption(gemeenteId: string, slug: string, course: Course, isHidden = false) {
  const solution = await database().solution.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  const [since = "", status = "INTERESTED"] = course.at(-1) ?? [];
  const events = course.map(([day, to], at) => ({
    ...{ position: at + 1, from: course[at - 1]?.[1] ?? null, to, occurredOn: toDate(day) },
  }));
  const { id } = await database().adoption.create({
    data: {
      ...{ gemeenteId, solutionId: solution.id, status, since: toDate(since), isHidden },
      ...(status === "ON_HOLD" && { resumeStatus: course.at(-2)?.[1] ?? null }),
    },
    select: { id: true },
  });
  for (const event of events) await database().adoptionEvent.create({ data: { ...event, adoptionId: id } });
  await database().$executeRaw`SELECT recount_solution(${solution.id}::uuid)`;
  await database().$executeRaw`SELECT recount_gemeente(${gemeenteId}::uuid)`;
  return id;
}
