import type { AdoptionStatus } from "@/lib/adoptions/rules";
import { visitor } from "@/lib/core/roles";
import { toCountry } from "../country/rules";
import {
  type GemeenteEver,
  keepStanding,
  type SolutionHistories,
  type StandingStep,
} from "../histories/rules";
import { parseScope } from "../scope/schema";

type Course = [day: string, to: AdoptionStatus, plannedOn?: string][];

/** A made-up country: per solution the steps of its gemeenten, the first gemeente first. */
export function aCountry(courses: Record<string, Course[]>, search: Record<string, string> = {}) {
  const count = Math.max(3, ...Object.values(courses).map(({ length }) => length));
  const gemeenten = Array.from({ length: count }, (_, at) => aGemeente(at));
  const solutions = Object.entries(courses).map(([slug, steps]) => aSolution(slug, steps));
  return toCountry({ viewer: visitor, scope: parseScope(search, "2026-11-28"), gemeenten, solutions });
}

function aGemeente(at: number): GemeenteEver {
  return {
    ...{ id: `g${at}`, cbsCode: `GM${at}`, slug: `g${at}`, name: `G${at}` },
    province: "DRENTHE",
    ...{ hexCol: at, hexRow: 0, validFrom: null, validTo: null },
    years: { "2026": 10_000 * (at + 1) },
  };
}

function aSolution(slug: string, courses: Course[]): SolutionHistories {
  const toStep = ([day, to, plannedOn]: Course[number]): StandingStep => ({
    day,
    to,
    plannedOn: plannedOn ?? null,
  });
  return {
    ...{ id: slug, slug, name: slug },
    kind: "COMPONENT",
    theme: "DEMOCRATIE",
    provider: { id: "p", slug: "p", name: "P" },
    participationPublic: true,
    histories: courses.map((course, at) => ({
      ...{ cbsCode: `GM${at}`, cycle: 1, isHidden: false, isPublic: false, isDemo: true, until: null },
      steps: keepStanding(course.map(toStep)),
    })),
  };
}
