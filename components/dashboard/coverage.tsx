import { useFormatter, useTranslations } from "next-intl";
import { KeyFigures } from "@/components/ui/key-figures";
import { type Coverage, toShare } from "@/lib/dashboard/rules";

type Props = { coverage: Coverage; published: number; used: number };

/** How far the country is: in gemeenten, in people, in facilities and in uses. */
export function CoverageFigures({ coverage, published, used }: Props) {
  const t = useTranslations("dashboard.figures");
  const format = useFormatter();
  const { gemeenten, ofGemeenten, inhabitants, ofInhabitants, uses } = coverage;
  const percent = (part: number, whole: number) => format.number(toShare(part, whole), "percent");
  const millions = (people: number) => format.number(people / 1_000_000, "millions");
  return (
    <KeyFigures
      figures={[
        {
          label: t("gemeenten"),
          value: format.number(gemeenten),
          whole: t("gemeentenOf", { whole: ofGemeenten, percent: percent(gemeenten, ofGemeenten) }),
        },
        {
          label: t("inhabitants"),
          value: t("millions", { count: millions(inhabitants) }),
          whole: t("inhabitantsOf", {
            whole: millions(ofInhabitants),
            percent: percent(inhabitants, ofInhabitants),
          }),
        },
        {
          label: t("solutions"),
          value: format.number(used),
          whole: t("solutionsOf", { whole: published, percent: percent(used, published) }),
        },
        {
          label: t("uses"),
          value: format.number(uses),
          whole: t("usesOf", { mean: format.number(ofGemeenten === 0 ? 0 : uses / ofGemeenten, "decimal") }),
        },
      ]}
    />
  );
}
