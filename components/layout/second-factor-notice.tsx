import { useFormatter, useTranslations } from "next-intl";
import type { Locale } from "@/lib/core/locales";
import type { Viewer } from "@/lib/core/roles";

type Props = { viewer: Viewer; locale: Locale };

/** Says on every page that a role waits for the second step, and leads there. */
export function SecondFactorNotice({ viewer, locale }: Props) {
  const t = useTranslations();
  const format = useFormatter();
  const withheld = viewer.withheldRoles ?? [];
  if (withheld.length === 0) return null;
  const roles = format.list(withheld.map((role) => t(`terms.role.${role}`)));
  return (
    <aside
      aria-label={t("secondFactor.notice.title")}
      className="no-print border-warning-edge border-b bg-warning"
    >
      <p className="mx-auto max-w-7xl px-4 py-1.5 text-sm sm:px-6">
        {t("secondFactor.notice.text", { count: withheld.length, roles })}{" "}
        <a href={`/${locale}/inloggen/tweede-factor`} className="link">
          {t(viewer.hasSecondFactor ? "secondFactor.notice.prove" : "secondFactor.notice.setUp")}
        </a>
      </p>
    </aside>
  );
}
