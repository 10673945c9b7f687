import { useFormatter, useLocale, useTranslations } from "next-intl";
import { StatusBadge } from "@/components/adoptions/status-badge";
import type { Standing } from "@/lib/dashboard/country/rules";

/** What gemeenten reached most recently, as far as the viewer may see it. */
export function Milestones({ milestones }: { milestones: Standing[] }) {
  const t = useTranslations("dashboard.milestones");
  return milestones.length > 0 ? (
    <ol className="measure">
      {milestones.map((milestone, index) => (
        <Item key={index} milestone={milestone} />
      ))}
    </ol>
  ) : (
    <p>{t("empty")}</p>
  );
}

function Item({ milestone: { gemeente, solution, status, since, isDemo } }: { milestone: Standing }) {
  const t = useTranslations("dashboard.milestones");
  const fictitious = useTranslations("common")("fictitious");
  const locale = useLocale();
  const format = useFormatter();
  return (
    <li className="border-line border-b py-2">
      <p>
        <a href={`/${locale}/gemeenten/${gemeente.slug}`}>{gemeente.name}</a>
        {": "}
        <a href={`/${locale}/voorzieningen/${solution.slug}`} lang="nl">
          {solution.name}
        </a>
      </p>
      <p className="mt-1 flex flex-wrap items-baseline gap-x-3 text-sm text-soft">
        <StatusBadge status={status} kind={solution.kind} />
        {t("since", { date: format.dateTime(new Date(since), "day") })}
        {isDemo && <span className="tag">{fictitious}</span>}
      </p>
    </li>
  );
}
