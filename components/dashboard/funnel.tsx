import { useLocale, useTranslations } from "next-intl";
import { BarList } from "@/components/ui/bar-list";
import { RowTable } from "@/components/ui/row-table";
import { toStatusGroup } from "@/lib/adoptions/rules";
import type { FunnelRow, Funnel as Measured } from "@/lib/dashboard/funnel/rules";
import type { Scope } from "@/lib/dashboard/scope/schema";
import { rowsPath } from "./links";
import { tabulateFunnel } from "./tables";
import { useWords } from "./words";

type Props = { funnel: Measured; scope: Scope };

/** How many adoptions stand in each state, in the order of the road, how long that takes, and where it stalls. */
export function Funnel({ funnel, scope }: Props) {
  const t = useTranslations("dashboard.funnel");
  const terms = useTranslations("terms.status");
  const common = useTranslations("common");
  const locale = useLocale();
  const words = useWords();
  const stall = funnel.rows.find(({ status }) => status === funnel.stalls);
  const bars = funnel.rows.map(({ status, count }) => ({
    key: status,
    label: <a href={rowsPath(locale, scope, status)}>{terms(status)}</a>,
    value: count ?? 0,
    text:
      count === null
        ? t("small")
        : words.t("dashboard.funnel.count", {
            count,
            total: funnel.total,
            percent: words.percent(count, funnel.total),
          }),
    isMarked: toStatusGroup(status) === "inUse",
  }));
  return (
    <>
      {stall && <Stall row={stall} />}
      <BarList label={t("title")} bars={bars} />
      <details className="mt-3">
        <summary className="link text-sm">{common("showTable")}</summary>
        <RowTable caption={t("caption")} {...tabulateFunnel(funnel, scope, words)} />
        <p className="measure mt-2 text-sm text-soft">{t("explain")}</p>
      </details>
    </>
  );
}

function Stall({ row: { status, count, stuck, medianDays } }: { row: FunnelRow }) {
  const t = useTranslations("dashboard.funnel");
  const terms = useTranslations("terms.status");
  return (
    <p className="measure mb-4">
      {t("stall", {
        status: terms(status),
        stuck: stuck ?? 0,
        count: count ?? 0,
        months: Math.max(1, Math.round((2 * (medianDays ?? 0)) / 30.44)),
      })}
    </p>
  );
}
