import { useTranslations } from "next-intl";
import { levelOfGroup, takingPart } from "@/components/adoptions/group-shades";
import { StackedAreaChart } from "@/components/ui/area-chart";
import { maskCount } from "@/lib/adoptions/policy";
import type { CurvePoint } from "@/lib/dashboard/rules";

type Props = { points: CurvePoint[]; today: string };

/**
 * How adoption moved over the years, per quarter. One or two are masked for everybody: the curve does not
 * tell whether somebody hides among them.
 */
export function AdoptionCurve({ points, today }: Props) {
  const t = useTranslations();
  const first = points.findIndex((point) => takingPart.some((key) => point[key] > 0));
  const quarters = points.slice(Math.max(first, 0)).filter(({ month }, index, all) => {
    return Number(month.slice(5)) % 3 === 0 || index === 0 || index === all.length - 1;
  });
  if (first === -1 || quarters.length < 2) return null;
  const shown = quarters.map((point) => ({
    date: point.month,
    values: takingPart.map((key) => maskCount(point[key], false)),
  }));
  const isMasked = shown.some(({ values }) => values.includes(null));
  return (
    <div className="no-print mt-10">
      <StackedAreaChart
        caption={t("facility.who.curve")}
        series={takingPart.map((key) => ({
          key,
          level: levelOfGroup[key],
          label: t(`terms.statusGroup.${key}`),
        }))}
        points={shown}
        whole={{ label: t("facility.who.curveWhole"), values: quarters.map(({ gemeenten }) => gemeenten) }}
        updatedOn={today}
        source={t("facility.who.curveSource")}
      />
      {isMasked && <p className="mt-1 text-sm text-soft">{t("facility.who.curveMasked")}</p>}
    </div>
  );
}
