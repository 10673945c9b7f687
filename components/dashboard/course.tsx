import { useTranslations } from "next-intl";
import { levelOfGroup, takingPart } from "@/components/adoptions/group-shades";
import { StackedAreaChart } from "@/components/ui/area-chart";
import type { CoursePoint } from "@/lib/dashboard/course/rules";

/** How taking part moved in the scope, in the shades of map and badge. */
export function Course({ points, day }: { points: CoursePoint[]; day: string }) {
  const t = useTranslations("dashboard.curve");
  const terms = useTranslations("terms.statusGroup");
  return (
    <StackedAreaChart
      points={points.map((point) => ({
        date: point.month,
        values: takingPart.map((group) => point[group]),
      }))}
      series={takingPart.map((key) => ({ key, label: terms(key), level: levelOfGroup[key] }))}
      caption={t("captionScope")}
      whole={{ label: t("gemeenten"), values: points.map(({ gemeenten }) => gemeenten) }}
      updatedOn={day}
      source={t("source")}
    />
  );
}
