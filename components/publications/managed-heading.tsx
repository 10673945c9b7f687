import { useTranslations } from "next-intl";
import type { Locale } from "@/lib/core/locales";
import type { ManagedSolution } from "@/lib/publications/queries";

type Props = { solution: ManagedSolution; locale: Locale };

export function ManagedHeading({ solution, locale }: Props) {
  const t = useTranslations();
  const { content, publication, provider, isDemo, slug } = solution;
  return (
    <>
      <h1 lang="nl">{content.name}</h1>
      <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1">
        <span>{t("manage.overview.state", { state: t(`terms.publication.${publication}`) })}</span>
        <span>{t("manage.overview.provider", { provider })}</span>
        {isDemo && <span className="tag">{t("common.fictitious")}</span>}
        {publication === "PUBLISHED" && (
          <a href={`/${locale}/voorzieningen/${slug}`}>{t("manage.overview.view")}</a>
        )}
      </p>
    </>
  );
}
