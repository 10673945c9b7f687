import { useLocale, useTranslations } from "next-intl";
import type { Overview } from "@/lib/dashboard/overview/queries";
import type { Scope } from "@/lib/dashboard/scope/schema";
import { rowsPath } from "./links";
import { useWords } from "./words";

type Props = { scope: Scope; overview: Overview };

/** What is counted here, on which day, and what of it the reader may see. */
export function ScopeTitle({ scope, overview: { country, options } }: Props) {
  const t = useTranslations("dashboard.scope");
  const terms = useTranslations("terms");
  const locale = useLocale();
  const { day } = useWords();
  const names = [
    scope.theme && terms(`theme.${scope.theme}`),
    scope.solution && (options.solution?.name ?? t("unknown", { slug: scope.solution })),
    scope.provider && (options.provider?.name ?? t("unknown", { slug: scope.provider })),
    scope.province && terms(`province.${scope.province}`),
    scope.size && terms(`sizeClass.${scope.size}`),
  ].filter(Boolean);
  return (
    <div className="mt-6">
      <p className="font-semibold text-lg" role="status">
        {t("heading", { what: names.length > 0 ? names.join(", ") : t("whole"), date: day(scope.day) })}
      </p>
      <p className="measure mt-1 text-sm text-soft">
        {country.isByName ? t("byName") : t("masked")} {!scope.isToday && t("past")}
      </p>
      <p className="no-print mt-2 flex flex-wrap gap-x-4">
        <a href={rowsPath(locale, scope)}>{t("rows")}</a>
        <a href={`/${locale}/dashboard/vergelijken`}>{t("compare")}</a>
      </p>
    </div>
  );
}
