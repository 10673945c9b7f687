import { useLocale, useTranslations } from "next-intl";
import {
  type PortfolioFilters,
  parsePortfolioQuery,
  toPortfolioQuery,
} from "@/lib/adoptions/portfolio/schema";

type Props = { views: { id: string; name: string; query: string }[]; filters: PortfolioFilters };

/** The views that the reader keeps, and the way to keep this one. */
export function SavedViews({ views, filters }: Props) {
  const t = useTranslations("portfolio.saved");
  const locale = useLocale();
  const query = toPortfolioQuery({ ...filters, pagina: 1 });
  const isKept = views.some((view) => toPortfolioQuery(parsePortfolioQuery(view.query)) === query);
  const canKeep = query !== "" && !isKept;
  if (views.length === 0 && !canKeep) return null;
  return (
    <div className="no-print mt-3 flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {views.length > 0 && <span className="font-semibold">{t("title")}</span>}
      {views.map((view) => (
        <a key={view.id} href={`/${locale}/mijn?${view.query}#alle`} className="link">
          {view.name}
        </a>
      ))}
      {canKeep && (
        <a
          href={`/${locale}/account/zoekopdrachten?waar=mijn&nieuw=${encodeURIComponent(query)}`}
          className="link"
        >
          {t("keep")}
        </a>
      )}
      {views.length > 0 && (
        <a href={`/${locale}/account/zoekopdrachten`} className="link">
          {t("manage")}
        </a>
      )}
    </div>
  );
}
