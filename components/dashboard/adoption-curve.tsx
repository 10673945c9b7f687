import { useTranslations } from "next-intl";
import { levelOfGroup, takingPart } from "@/components/adoptions/group-shades";
import { type ChartSeries, StackedAreaChart } from "@/components/ui/area-chart";
import { maskCount } from "@/lib/adoptions/policy";
import type { CurvePoint } from "@/lib/dashboard/rules";

type Props = {
  points: CurvePoint[];
  /** ISO day. */
  updatedOn: string;
};

/** Adoptions of all facilities together over time, in the shades of map and badge. */
export function AdoptionCurve({ points, updatedOn }: Props) {
  const t = useTranslations("dashboard.curve");
  const terms = useTranslations("terms.statusGroup");
  const series: ChartSeries[] = takingPart.map((key) => ({
    key,
    label: terms(key),
    level: levelOfGroup[key],
  }));
  return (
    <StackedAreaChart
      points={points.map((point) => ({
        date: point.month,
        values: takingPart.map((key) => maskCount(point[key], false)),
      }))}
      series={series}
      caption={t("caption")}
      whole={{ label: t("gemeenten"), values: points.map(({ gemeenten }) => gemeenten) }}
      updatedOn={updatedOn}
      source={t("source")}
    />
  );
}
