import { useTranslations } from "next-intl";
import { type ChartSeries, StackedAreaChart } from "@/components/ui/area-chart";
import type { CurvePoint } from "@/lib/dashboard/rules";

type Props = {
  points: CurvePoint[];
  /** How many gemeenten, of one facility; or how many adoptions, of all facilities together. */
  counts: "gemeenten" | "adoptions";
  /** ISO day. */
  updatedOn: string;
  /** May the viewer know the names? If not, one or two are "fewer than three". */
  mayName: boolean;
};

const groups = ["inUse", "joining", "interested"] as const;
const levels = { inUse: 5, joining: 3, interested: 1 } as const;

/** Adoption over time in the shades of map and badge. */
export function AdoptionCurve({ points, counts, updatedOn, mayName }: Props) {
  const t = useTranslations("dashboard.curve");
  const terms = useTranslations("terms.statusGroup");
  const series: ChartSeries[] = groups.map((key) => ({ key, label: terms(key), level: levels[key] }));
  const mask = (value: number) => (mayName || value === 0 || value >= 3 ? value : null);
  return (
    <StackedAreaChart
      points={points.map((point) => ({ date: point.month, values: groups.map((key) => mask(point[key])) }))}
      series={series}
      caption={t(`caption.${counts}`)}
      whole={{ label: t("gemeenten"), values: points.map(({ gemeenten }) => gemeenten) }}
      updatedOn={updatedOn}
      source={t("source")}
    />
  );
}
