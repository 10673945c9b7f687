import { useFormatter, useTranslations } from "next-intl";
import { LineChart } from "@/components/ui/line-chart";
import { type Cell, RowTable } from "@/components/ui/row-table";
import { statuses } from "@/lib/adoptions/rules";
import type { ScopeOptions } from "@/lib/dashboard/country/queries";
import type { Country } from "@/lib/dashboard/country/rules";
import { drawCourse } from "@/lib/dashboard/course/rules";
import { measureFigures } from "@/lib/dashboard/figures/rules";
import { measureFunnel } from "@/lib/dashboard/funnel/rules";
import { dashboardPath, filePath, rowsPath } from "./links";
import { useWords, type Words } from "./words";

type Props = { countries: Country[]; options: ScopeOptions };

/** Two scopes in one chart and one table. */
export function PairView({ countries, options }: Props) {
  const t = useTranslations("dashboard.pair");
  const words = useWords();
  const names = useNames(countries, options);
  const day = countries[0]?.scope.day ?? "";
  const isByName = countries[0]?.isByName ?? false;
  return (
    <div className="mt-10 grid gap-10">
      <p role="status" className="font-semibold text-lg">
        {t("heading", { first: names[0] ?? "", second: names[1] ?? "", date: words.day(day) })}
      </p>
      {isByName && <p className="measure text-soft">{words.t("dashboard.scope.byName")}</p>}
      <Chart countries={countries} names={names} />
      <RowTable
        caption={t("caption")}
        columns={[{ label: t("figure") }, ...names.map((label) => ({ label, isNumber: true }))]}
        rows={tabulate(countries, words)}
      />
      <ul className="no-print flex flex-wrap gap-x-4 text-sm">
        {countries.map(({ scope }, at) => (
          <li key={names[at]} className="flex flex-wrap gap-x-4">
            <a href={dashboardPath(words.locale, scope)}>{t("more", { name: names[at] ?? "" })}</a>
            <a href={filePath(words.locale, scope, "verloop")} download>
              {t("file", { name: names[at] ?? "" })}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function useNames(countries: readonly Country[], { solutions, solution: chosen }: ScopeOptions): string[] {
  const terms = useTranslations("terms.province");
  return countries.map(({ scope: { province, solution } }) => {
    if (province) return terms(province);
    const known = [...solutions, ...(chosen ? [chosen] : [])].find(({ slug }) => slug === solution);
    return known?.name ?? solution ?? "";
  });
}

function Chart({ countries, names }: { countries: Country[]; names: string[] }) {
  const t = useTranslations("dashboard.pair");
  const { month, count } = useWords();
  const format = useFormatter();
  const courses = countries.map(drawCourse);
  const months = [...new Set(courses.flat().map((point) => point.month))].sort();
  const byMonth = courses.map((course) => new Map(course.map((point) => [point.month, point.inUse])));
  const day = countries[0]?.scope.day ?? "";
  return (
    <LineChart
      caption={t("chart")}
      source={t("source", { date: format.dateTime(new Date(day), "day") })}
      lines={courses.map((course, at) => ({
        key: String(at),
        label: names[at] ?? "",
        look: at === 0 ? ("solid" as const) : ("dashed" as const),
        points: course.map((point) => ({ date: point.month, value: point.inUse })),
      }))}
    >
      <RowTable
        caption={t("chart")}
        columns={[{ label: t("month") }, ...names.map((label) => ({ label, isNumber: true }))]}
        rows={months
          .toReversed()
          .map((one) => [
            month(one),
            ...byMonth.map((known) => count(known.has(one) ? (known.get(one) ?? null) : 0)),
          ])}
      />
    </LineChart>
  );
}

/** The figures of both, one below the other; each state leads to its rows. */
function tabulate(countries: readonly Country[], words: Words): Cell[][] {
  const { t, number, count, percent, locale } = words;
  const figures = countries.map(measureFigures);
  const funnels = countries.map(measureFunnel);
  const line = (label: string, toText: (at: number) => Cell): Cell[] => [
    label,
    ...countries.map((_, at) => toText(at)),
  ];
  const of = (at: number) => figures[at];
  return [
    line(t("dashboard.figures.gemeenten"), (at) => count(of(at)?.gemeenten ?? null)),
    line(t("dashboard.pair.share"), (at) => percent(of(at)?.gemeenten ?? 0, of(at)?.ofGemeenten ?? 0)),
    line(t("dashboard.figures.named"), (at) => number(of(at)?.named.gemeenten ?? 0)),
    line(t("dashboard.figures.inhabitants"), (at) => number(of(at)?.named.inhabitants ?? 0)),
    line(t("dashboard.figures.uses"), (at) => count(of(at)?.uses ?? null)),
    ...statuses.map((status, place) =>
      line(t(`terms.status.${status}`), (at) => {
        const value = funnels[at]?.rows[place]?.count ?? null;
        const scope = countries[at]?.scope;
        const text = value === null ? t("common.keptBack") : number(value);
        return scope && value !== 0 ? { text, href: rowsPath(locale, scope, status) } : text;
      }),
    ),
  ];
}
