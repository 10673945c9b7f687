import type { Cell, Column } from "@/components/ui/row-table";
import type { AdoptionStatus } from "@/lib/adoptions/rules";
import { Province, type SolutionKind } from "@/lib/core/generated/prisma/enums";
import type { Country, Standing } from "@/lib/dashboard/country/rules";
import { type CoursePoint, monthOf, type Outlook, type PlannedPoint } from "@/lib/dashboard/course/rules";
import type { Declined } from "@/lib/dashboard/declined/rules";
import type { Figures, Leader, LeadingGemeente, ProvinceFigures, Riser } from "@/lib/dashboard/figures/rules";
import type { Funnel } from "@/lib/dashboard/funnel/rules";
import type { Scope } from "@/lib/dashboard/scope/schema";
import type { themeWords } from "@/lib/solutions/resource";
import { dashboardPath, rowsPath } from "./links";
import type { Words } from "./words";

// Every chart as a table: the same rows on the page and in the file.

export type Table = { columns: Column[]; rows: Cell[][] };

const number = (label: string): Column => ({ label, isNumber: true });

export function tabulateFigures(figures: Figures, { t, number: n, count }: Words): Table {
  const { named, ofGemeenten, ofInhabitants } = figures;
  return {
    columns: [
      { label: t("dashboard.files.figure") },
      number(t("dashboard.files.value")),
      number(t("dashboard.files.whole")),
    ],
    rows: [
      [t("dashboard.figures.gemeenten"), count(figures.gemeenten), n(ofGemeenten)],
      [t("dashboard.figures.named"), n(named.gemeenten), n(ofGemeenten)],
      [t("dashboard.figures.inhabitants"), n(named.inhabitants), n(ofInhabitants)],
      [t("dashboard.figures.solutions"), n(figures.solutions), ""],
      [t("dashboard.figures.uses"), count(figures.uses), ""],
    ],
  };
}

export function tabulateCourse(points: readonly CoursePoint[], { t, number: n, month, count }: Words): Table {
  return {
    columns: [
      { label: t("charts.curve.month") },
      number(t("terms.statusGroup.inUse")),
      number(t("terms.statusGroup.joining")),
      number(t("terms.statusGroup.interested")),
      number(t("dashboard.curve.gemeenten")),
    ],
    rows: points.map((point) => [
      month(point.month),
      count(point.inUse),
      count(point.joining),
      count(point.interested),
      n(point.gemeenten),
    ]),
  };
}

export type Ahead = { planned: PlannedPoint[]; outlook: Outlook };

/** What is to come: what gemeenten planned, and what is calculated. */
export function tabulateAhead({ planned, outlook }: Ahead, { t, number: n, month }: Words): Table {
  const calculated = typeof outlook === "object" ? outlook.points : [];
  const byMonth = new Map(calculated.map((point) => [monthOf(point.at), point]));
  const plans = new Map(planned.map((point) => [point.month, point.count]));
  const months = [...new Set([...byMonth.keys(), ...plans.keys()])].sort();
  const text = (value: number | undefined) => (value === undefined ? "" : n(Math.round(value)));
  return {
    columns: [
      { label: t("charts.curve.month") },
      number(t("dashboard.ahead.planned")),
      number(t("dashboard.ahead.expected")),
      number(t("dashboard.ahead.low")),
      number(t("dashboard.ahead.high")),
    ],
    rows: months.map((one) => {
      const point = byMonth.get(one);
      return [month(one), text(plans.get(one)), text(point?.expected), text(point?.low), text(point?.high)];
    }),
  };
}

/** Uses per gemeente on each of these days. */
export function tabulateMap(
  { ever }: Country,
  { days, counts }: { days: readonly string[]; counts: ReadonlyMap<string, readonly (number | null)[]> },
  { t, locale, number: n, day }: Words,
): Table {
  return {
    columns: [
      { label: t("gemeenten.column.name") },
      { label: t("gemeenten.column.province") },
      ...days.map((one) => number(day(one))),
    ],
    rows: ever.map(({ id, slug, name, province }) => [
      { text: name, href: `/${locale}/gemeenten/${slug}` },
      t(`terms.province.${province}`),
      ...days.map((_, at) => {
        const count = counts.get(id)?.[at] ?? null;
        return count === null ? "" : n(count);
      }),
    ]),
  };
}

export function tabulateProvinces(rows: readonly ProvinceFigures[], scope: Scope, words: Words): Table {
  const { t, locale, number: n, percent } = words;
  return {
    columns: [
      { label: t("dashboard.provinces.province") },
      number(t("dashboard.provinces.gemeenten")),
      number(t("dashboard.provinces.whole")),
      number(t("dashboard.provinces.inhabitants")),
      number(t("dashboard.provinces.uses")),
    ],
    rows: rows.map(({ province, ...row }) => [
      { text: t(`terms.province.${province}`), href: rowsPath(locale, { ...scope, province }) },
      n(row.gemeenten),
      n(row.ofGemeenten),
      percent(row.inhabitants, row.ofInhabitants),
      n(row.uses),
    ]),
  };
}

export function tabulateLeaders(
  rows: readonly Leader[],
  scope: Scope,
  { t, locale, number: n }: Words,
): Table {
  return {
    columns: [{ label: t("dashboard.files.solution") }, number(t("dashboard.files.gemeenten"))],
    rows: rows.map(({ solution, count }) => [
      { text: solution.name, href: dashboardPath(locale, { ...scope, solution: solution.slug }) },
      n(count),
    ]),
  };
}

export function tabulateRisers(rows: readonly Riser[], scope: Scope, words: Words): Table {
  const { t, locale, number: n, count: maybe } = words;
  return {
    columns: [
      { label: t("dashboard.files.solution") },
      number(t("dashboard.risers.now")),
      number(t("dashboard.risers.before")),
    ],
    rows: rows.map(({ solution, count, before }) => [
      { text: solution.name, href: dashboardPath(locale, { ...scope, solution: solution.slug }) },
      n(count),
      maybe(before),
    ]),
  };
}

export function tabulateLeading(rows: readonly LeadingGemeente[], { t, locale, number: n }: Words): Table {
  return {
    columns: [
      { label: t("gemeenten.column.name") },
      number(t("dashboard.risers.now")),
      number(t("dashboard.risers.before")),
    ],
    rows: rows.map(({ gemeente, count, before }) => [
      { text: gemeente.name, href: `/${locale}/gemeenten/${gemeente.slug}` },
      n(count),
      n(before),
    ]),
  };
}

export function tabulateFunnel({ rows }: Funnel, scope: Scope, { t, locale, number: n }: Words): Table {
  const kept = (value: number | null) => (value === null ? t("common.keptBack") : n(value));
  return {
    columns: [
      { label: t("dashboard.funnel.state") },
      number(t("dashboard.funnel.now")),
      number(t("dashboard.funnel.median")),
      number(t("dashboard.funnel.stuck")),
    ],
    rows: rows.map(({ status, count, medianDays, stuck }) => [
      { text: t(`terms.status.${status}`), href: rowsPath(locale, scope, status) },
      kept(count),
      medianDays === null ? "–" : n(Math.round(medianDays)),
      medianDays === null || stuck === null ? "–" : n(stuck),
    ]),
  };
}

export function tabulateThemes(
  rows: readonly { theme: keyof typeof themeWords; counts: readonly number[] }[],
  scope: Scope,
  { t, locale, number: n }: Words,
): Table {
  return {
    columns: [
      { label: t("dashboard.themes.corner") },
      ...Object.values(Province).map((province) => number(t(`terms.province.${province}`))),
    ],
    rows: rows.map(({ theme, counts }) => [
      { text: t(`terms.theme.${theme}`), href: rowsPath(locale, { ...scope, theme }) },
      ...counts.map((count, at) => {
        const province = Object.values(Province)[at] ?? null;
        return count === 0 ? n(0) : { text: n(count), href: rowsPath(locale, { ...scope, theme, province }) };
      }),
    ]),
  };
}

type Label = (status: AdoptionStatus, kind: SolutionKind) => string;

/** Who is where, and since when. */
export function tabulateRows(rows: readonly Standing[], { t, locale, day }: Words, label: Label): Table {
  return {
    columns: [
      { label: t("gemeenten.column.name") },
      { label: t("gemeenten.column.province") },
      { label: t("dashboard.files.solution") },
      { label: t("dashboard.funnel.state") },
      { label: t("dashboard.rows.since") },
      { label: t("dashboard.rows.remark") },
    ],
    rows: rows.map(({ gemeente, solution, status, since, isDemo }) => [
      { text: gemeente.name, href: `/${locale}/gemeenten/${gemeente.slug}` },
      t(`terms.province.${gemeente.province}`),
      { text: solution.name, href: `/${locale}/voorzieningen/${solution.slug}` },
      label(status, solution.kind),
      day(since),
      isDemo ? t("common.fictitious") : "",
    ]),
  };
}

export function tabulateDeclined({ explanations }: Declined, { t, locale, day }: Words): Table {
  return {
    columns: [
      { label: t("dashboard.files.solution") },
      { label: t("gemeenten.column.name") },
      { label: t("dashboard.rows.since") },
      { label: t("dashboard.declined.reason") },
      { label: t("dashboard.rows.remark") },
    ],
    rows: explanations.map(({ solution, gemeente, since, reason, isDemo }) => [
      { text: solution.name, href: `/${locale}/voorzieningen/${solution.slug}` },
      gemeente?.name ?? t("dashboard.declined.nameless"),
      day(since),
      reason,
      isDemo ? t("common.fictitious") : "",
    ]),
  };
}
