import { useLocale, useTranslations } from "next-intl";
import { type PortfolioFilters, toPortfolioQuery, viewWords } from "@/lib/adoptions/portfolio/schema";

/** Table, board or timeline: the same rows, the same filters. */
export function ViewLinks({ filters }: { filters: PortfolioFilters }) {
  const t = useTranslations("portfolio.view");
  const locale = useLocale();
  return (
    <nav aria-label={t("label")} className="no-print mt-4">
      <ul className="flex flex-wrap gap-2">
        {viewWords.map((beeld) => (
          <li key={beeld}>
            <a
              href={`/${locale}/mijn?${toPortfolioQuery({ ...filters, beeld, pagina: 1 })}#alle`}
              aria-current={beeld === filters.beeld ? "page" : undefined}
              className={`button button-small ${beeld === filters.beeld ? "" : "button-quiet"}`}
            >
              {t(beeld)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
