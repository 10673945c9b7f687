import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { Messages } from "@/messages";

type Key = keyof Messages["portfolio"]["notice"];

/** What just changed, when the address names a change that exists. */
export function PortfolioNotice({ melding, count = 0 }: { melding: unknown; count?: number }) {
  const t = useTranslations("portfolio.notice");
  if (typeof melding !== "string" || !/^[a-zA-Z]+$/.test(melding) || !t.has(melding as Key)) return null;
  return <Notice>{t(melding as Key, { count })}</Notice>;
}
