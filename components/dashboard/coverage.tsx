import { useFormatter, useTranslations } from "next-intl";
import { KeyFigures } from "@/components/ui/key-figures";
import type { Figures } from "@/lib/dashboard/figures/rules";
import { useWords } from "./words";

type Props = { figures: Figures; published: number };

/** How far the country is: in gemeenten, in people, in facilities and in uses. */
export function CoverageFigures({ figures, published }: Props) {
  const t = useTranslations("dashboard.figures");
  const format = useFormatter();
  const { count, percent, number } = useWords();
  const { gemeenten, ofGemeenten, named, ofInhabitants, solutions, uses } = figures;
  const millions = (people: number) => format.number(people / 1_000_000, "millions");
  return (
    <KeyFigures
      figures={[
        {
          label: t("gemeenten"),
          value: count(gemeenten),
          whole: t("gemeentenOf", { whole: ofGemeenten, percent: percent(gemeenten ?? 0, ofGemeenten) }),
        },
        {
          label: t("inhabitants"),
          value: t("millions", { count: millions(named.inhabitants) }),
          whole: t("inhabitantsOf", {
            whole: millions(ofInhabitants),
            percent: percent(named.inhabitants, ofInhabitants),
            gemeenten: named.gemeenten,
          }),
        },
        {
          label: t("solutions"),
          value: number(solutions),
          whole: t("solutionsOf", { whole: published, percent: percent(solutions, published) }),
        },
        {
          label: t("uses"),
          value: count(uses),
          whole: t("usesOf", {
            mean: format.number(ofGemeenten === 0 ? 0 : (uses ?? 0) / ofGemeenten, "decimal"),
          }),
        },
      ]}
    />
  );
}
