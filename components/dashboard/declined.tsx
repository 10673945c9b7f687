import { useLocale, useTranslations } from "next-intl";
import { BarList } from "@/components/ui/bar-list";
import type { Explanation, Declined as Listed } from "@/lib/dashboard/declined/rules";
import type { Scope } from "@/lib/dashboard/scope/schema";
import { dashboardPath } from "./links";
import { useWords } from "./words";

type Props = { declined: Listed; scope: Scope };

/** Who does not take part or stopped, and the reasons that were published. */
export function Declined({
  declined: { declined, ended, perSolution, explanations, explained },
  scope,
}: Props) {
  const t = useTranslations("dashboard.declined");
  const locale = useLocale();
  const { count } = useWords();
  const bars = perSolution.map(({ solution, count: times }) => ({
    key: solution.slug,
    label: (
      <a href={dashboardPath(locale, { ...scope, solution: solution.slug })} lang="nl">
        {solution.name}
      </a>
    ),
    value: times,
    text: t("times", { count: times }),
  }));
  return (
    <div className="grid gap-x-12 gap-y-6 *:min-w-0 lg:grid-cols-2">
      <div>
        <p className="mb-4">{t("sum", { declined: count(declined), ended: count(ended) })}</p>
        {bars.length > 0 && <BarList label={t("perSolution")} bars={bars} />}
      </div>
      <div>
        <h3>{t("reasons")}</h3>
        {explanations.length === 0 && <p className="mt-2">{t("noReasons")}</p>}
        <ul className="mt-2 grid gap-4">
          {explanations.map((one, at) => (
            <Reason key={at} explanation={one} />
          ))}
        </ul>
        {explained > explanations.length && (
          <p className="mt-3 text-sm text-soft">
            {t("more", { shown: explanations.length, all: explained })}
          </p>
        )}
      </div>
    </div>
  );
}

function Reason({
  explanation: { solution, gemeente, since, reason, isDemo },
}: {
  explanation: Explanation;
}) {
  const t = useTranslations("dashboard.declined");
  const common = useTranslations("common");
  const locale = useLocale();
  const { day } = useWords();
  return (
    <li className="border-line border-l-2 pl-3">
      <blockquote lang="nl">{reason}</blockquote>
      <p className="mt-1 flex flex-wrap gap-x-2 text-sm text-soft">
        {gemeente ? <a href={`/${locale}/gemeenten/${gemeente.slug}`}>{gemeente.name}</a> : t("nameless")}
        <a href={`/${locale}/voorzieningen/${solution.slug}`} lang="nl">
          {solution.name}
        </a>
        {day(since)}
        {isDemo && <span className="tag">{common("fictitious")}</span>}
      </p>
    </li>
  );
}
