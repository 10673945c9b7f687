import { useLocale, useTranslations } from "next-intl";
import { BarList } from "@/components/ui/bar-list";
import type { Leader, Riser } from "@/lib/dashboard/figures/rules";
import type { Scope } from "@/lib/dashboard/scope/schema";
import { dashboardPath } from "./links";
import { useWords } from "./words";

type Props = { top: Leader[]; ofGemeenten: number; scope: Scope };

/** The facilities that most gemeenten use; each leads to its own dashboard. */
export function TopSolutions({ top, ofGemeenten, scope }: Props) {
  const t = useTranslations("dashboard.top");
  const { percent } = useWords();
  const bars = top.map(({ solution, count }) => ({
    key: solution.slug,
    label: <SolutionLink solution={solution} scope={scope} />,
    value: count,
    text: t("gemeenten", { count, whole: ofGemeenten, percent: percent(count, ofGemeenten) }),
  }));
  return bars.length > 0 ? <BarList label={t("title")} bars={bars} /> : <p>{t("empty")}</p>;
}

/** The facilities that won most gemeenten in a year. */
export function Risers({ risers, scope }: { risers: Riser[]; scope: Scope }) {
  const t = useTranslations("dashboard.risers");
  const { count: maybe } = useWords();
  const bars = risers.map(({ solution, count, before }) => ({
    key: solution.slug,
    label: <SolutionLink solution={solution} scope={scope} />,
    value: count - (before ?? 0),
    text: t("count", { count, before: maybe(before) }),
  }));
  return bars.length > 0 ? <BarList label={t("title")} bars={bars} /> : <p>{t("empty")}</p>;
}

function SolutionLink({ solution: { slug, name }, scope }: { solution: Leader["solution"]; scope: Scope }) {
  const locale = useLocale();
  return (
    <a href={dashboardPath(locale, { ...scope, solution: slug })} lang="nl">
      {name}
    </a>
  );
}
