import { useFormatter, useTranslations } from "next-intl";
import { LineChart } from "@/components/ui/line-chart";
import type { Line } from "@/components/ui/line-chart-layout";
import { RowTable } from "@/components/ui/row-table";
import { type CoursePoint, monthOf, type Outlook, type PlannedPoint } from "@/lib/dashboard/course/rules";
import { certainty, type Forecast, least } from "@/lib/dashboard/forecast/rules";
import { tabulateAhead } from "./tables";
import { useWords } from "./words";

type Props = { course: CoursePoint[]; planned: PlannedPoint[]; outlook: Outlook };

/** In use until now, as gemeenten planned it (dotted), and as it is calculated (dashed, with its band). */
export function Ahead({ course, planned, outlook }: Props) {
  const t = useTranslations("dashboard.ahead");
  const isKnown = typeof outlook === "object";
  const hasChart = isKnown || planned.length > 0;
  return (
    <>
      {hasChart && <Chart {...{ course, planned, outlook }} />}
      {planned.length === 0 && <p className="measure">{t("noPlans")}</p>}
      {isKnown ? (
        <Explanation outlook={outlook} />
      ) : (
        <p className="measure mt-3">{t(`refusal.${outlook}`, least)}</p>
      )}
    </>
  );
}

function Chart({ course, planned, outlook }: Props) {
  const t = useTranslations("dashboard.ahead");
  const words = useWords();
  const now = course.at(-1);
  const start = now ? [{ date: now.month, value: now.inUse }] : [];
  const calculated = typeof outlook === "object" ? outlook.points : [];
  const lines: Line[] = [
    {
      key: "now",
      label: t("now"),
      look: "solid",
      points: course.map(({ month, inUse }) => ({ date: month, value: inUse })),
    },
  ];
  if (planned.length > 0) {
    const points = planned.map(({ month, count }) => ({ date: month, value: count }));
    lines.push({ key: "planned", label: t("planned"), look: "dotted", points: [...start, ...points] });
  }
  if (calculated.length > 0) {
    const points = calculated.map(({ at, expected }) => ({ date: monthOf(at), value: expected }));
    lines.push({ key: "expected", label: t("expected"), look: "dashed", points: [...start, ...points] });
  }
  const band = calculated.map(({ at, low, high }) => ({ date: monthOf(at), low, high }));
  const first = now?.inUse ?? null;
  const anchored =
    now && first !== null && band.length > 0 ? [{ date: now.month, low: first, high: first }] : [];
  const table = tabulateAhead({ planned, outlook }, words);
  return (
    <LineChart lines={lines} band={[...anchored, ...band]} caption={t("caption")} source={t("source")}>
      <RowTable caption={t("caption")} {...table} />
    </LineChart>
  );
}

/** A calculation says that it is one, by which formula, from how many numbers, and how sure it is. */
function Explanation({ outlook: { curve, ceiling, fit, quarters, points } }: { outlook: Forecast }) {
  const t = useTranslations("dashboard.ahead");
  const format = useFormatter();
  const { number } = useWords();
  const last = points.at(-1);
  const whole = (value: number) => number(Math.round(value));
  return (
    <div className="measure mt-3 border-action border-l-4 pl-4">
      <p className="font-semibold">{t("calculation")}</p>
      {last && (
        <p>
          {t("outcome", {
            month: format.dateTime(new Date(monthOf(last.at)), "month"),
            expected: whole(last.expected),
            low: whole(last.low),
            high: whole(last.high),
            certainty: format.number(certainty, "percent"),
          })}
        </p>
      )}
      <p className="mt-1 text-sm text-soft">
        {t("method", {
          quarters,
          ceiling: whole(curve.ceiling),
          low: whole(ceiling.low),
          high: whole(ceiling.high),
          fit: format.number(fit, { maximumFractionDigits: 3 }),
          year: monthOf(curve.midpoint).slice(0, 4),
        })}
      </p>
    </div>
  );
}
