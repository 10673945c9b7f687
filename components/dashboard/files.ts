import { type AdoptionStatus, adoptionVerb } from "@/lib/adoptions/rules";
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
import type { Overview } from "@/lib/dashboard/overview/queries";
import { listNamed } from "@/lib/dashboard/rows/rules";
import type { Part } from "./links";
import {
  type Table,
  tabulateAhead,
  tabulateCourse,
  tabulateDeclined,
  tabulateFigures,
  tabulateFunnel,
  tabulateLeaders,
  tabulateLeading,
  tabulateMap,
  tabulateProvinces,
  tabulateRisers,
  tabulateRows,
  tabulateThemes,
} from "./tables";
import type { Words } from "./words";

type Given = { overview: Overview; words: Words; status: AdoptionStatus | null };

/** Each part of the dashboard as the table that its file holds. */
const tableOf: Record<Part, (given: Given) => Table> = {
  cijfers: ({ overview: { country }, words }) => tabulateFigures(measureFigures(country), words),
  verloop: ({ overview: { country }, words }) => tabulateCourse(drawCourse(country), words),
  vooruitblik: ({ overview: { country }, words }) => {
    const outlook = lookAhead(country, drawCourse(country));
    return tabulateAhead({ planned: drawPlanned(country), outlook }, words);
  },
  kaart: ({ overview: { country }, words }) => {
    const days = listYearEnds(country);
    return tabulateMap(country, { days, counts: countPerGemeente(country, days) }, words);
  },
  provincies: ({ overview: { country }, words }) =>
    tabulateProvinces(measureProvinces(country), country.scope, words),
  "meest-gebruikt": ({ overview: { country }, words }) =>
    tabulateLeaders(listLeaders(country, 1_000), country.scope, words),
  stijgers: ({ overview: { country }, words }) =>
    tabulateRisers(listRisers(country, 1_000), country.scope, words),
  koplopers: ({ overview: { country }, words }) =>
    tabulateLeading(listLeadingGemeenten(country, 1_000).most, words),
  standen: ({ overview: { country }, words }) => tabulateFunnel(measureFunnel(country), country.scope, words),
  themas: ({ overview: { country }, words }) => tabulateThemes(measureThemes(country), country.scope, words),
  afgehaakt: ({ overview: { declined }, words }) => tabulateDeclined(declined, words),
  deelnames: ({ overview: { country }, words, status }) =>
    tabulateRows(listNamed(country, status), words, (one, kind) =>
      one === "CONNECTING"
        ? words.t(`terms.connecting.${adoptionVerb(kind)}`)
        : words.t(`terms.status.${one}`),
    ),
};

/** One part as lines of text, the names of the columns first. */
export function toLines(part: Part, given: Given): string[][] {
  const { columns, rows } = tableOf[part](given);
  const text = (cell: (typeof rows)[number][number]) => (typeof cell === "string" ? cell : cell.text);
  return [columns.map(({ label }) => label), ...rows.map((cells) => cells.map(text))];
}
