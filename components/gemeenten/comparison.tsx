import { useTranslations } from "next-intl";
import { BarList } from "@/components/ui/bar-list";
import type { GemeenteProfile } from "@/lib/gemeenten/queries";
import { type Comparison as ComparisonOf, toSizeClass } from "@/lib/gemeenten/rules";

type Props = { gemeente: GemeenteProfile; comparison: ComparisonOf[]; updatedOn: string };

/** How many facilities the gemeente uses, beside the median of those of its size, its province and all. */
export function Comparison({ gemeente, comparison, updatedOn }: Props) {
  const t = useTranslations("gemeenten.comparison");
  const terms = useTranslations("terms");
  const names = {
    sizeClass: terms(`sizeClass.${toSizeClass(gemeente.inhabitants).id}`),
    province: terms(`province.${gemeente.province}`),
    country: t("country"),
  };
  const others = comparison.map(({ group, median, size }) => ({
    key: group,
    label: t("median", { group: names[group] }),
    value: median,
    text: t("medianText", { median, count: size }),
  }));
  const own = {
    key: "own",
    label: gemeente.organisation.name,
    value: gemeente.inUseCount,
    text: t("ownText", { count: gemeente.inUseCount }),
    isMarked: true,
  };
  return (
    <section aria-labelledby="vergelijking" className="measure">
      <h2 id="vergelijking">{t("title")}</h2>
      <p className="mt-2 mb-4 text-sm text-soft">{t("help", { date: updatedOn })}</p>
      <BarList label={t("title")} bars={[own, ...others]} />
    </section>
  );
}
