import { useFormatter, useTranslations } from "next-intl";
import { BarList } from "@/components/ui/bar-list";
import { maskTable } from "@/lib/adoptions/policy";
import { statuses, toStatusGroup } from "@/lib/adoptions/rules";
import { type CrossCount, sumBy, toShare } from "@/lib/dashboard/rules";

type Props = { counts: CrossCount[] };

/** How many adoptions stand in each state, in the order of the road. */
export function Funnel({ counts }: Props) {
  const t = useTranslations("dashboard.funnel");
  const terms = useTranslations("terms.status");
  const format = useFormatter();
  const perStatus = sumBy(counts, "status");
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  // The total stands beside it: a single small count would be what is left of it.
  const [shown = []] = maskTable([statuses.map((status) => perStatus.get(status) ?? 0)]);
  const bars = statuses.map((status, at) => {
    const count = shown[at] ?? null;
    const percent = format.number(toShare(count ?? 0, total), "percent");
    return {
      key: status,
      label: terms(status),
      value: count ?? 0,
      text: count === null ? t("small") : t("count", { count, total, percent }),
      isMarked: toStatusGroup(status) === "inUse",
    };
  });
  return <BarList label={t("title")} bars={bars} />;
}
