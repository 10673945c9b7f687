import { useFormatter, useLocale, useTranslations } from "next-intl";
import { BarList } from "@/components/ui/bar-list";
import type { TopSolution } from "@/lib/dashboard/queries";
import { toShare } from "@/lib/dashboard/rules";

type Props = { top: TopSolution[]; ofGemeenten: number };

/** The facilities that most gemeenten use. */
export function TopSolutions({ top, ofGemeenten }: Props) {
  const t = useTranslations("dashboard.top");
  const locale = useLocale();
  const format = useFormatter();
  const bars = top.map(({ slug, name, inUseCount, inUseInhabitants }) => ({
    key: slug,
    label: (
      <a href={`/${locale}/voorzieningen/${slug}`} lang="nl">
        {name}
      </a>
    ),
    value: inUseCount,
    text: tell(inUseCount, inUseInhabitants),
  }));
  return bars.length > 0 ? <BarList label={t("title")} bars={bars} /> : <p>{t("empty")}</p>;

  function tell(count: number, inhabitants: number | null) {
    const percent = format.number(toShare(count, ofGemeenten), "percent");
    const share = { count, whole: ofGemeenten, percent };
    // Left out where the sum would tell which gemeente hides its use.
    if (inhabitants === null) return t("gemeenten", share);
    return t("count", { ...share, inhabitants: format.number(inhabitants / 1_000_000, "millions") });
  }
}
