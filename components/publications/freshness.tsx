import { useFormatter, useTranslations } from "next-intl";
import { isStale } from "@/lib/solutions/rules";

type Props = { confirmedOn: string | null; today: string };

/** When somebody last said that the text is right, in words. */
export function Freshness({ confirmedOn, today }: Props) {
  const t = useTranslations("manage.fresh");
  const format = useFormatter();
  if (confirmedOn === null) return t("never");
  const date = format.dateTime(new Date(confirmedOn), "short");
  return isStale(confirmedOn, today) ? <strong>{t("stale", { date })}</strong> : t("on", { date });
}
