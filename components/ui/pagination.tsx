import { useTranslations } from "next-intl";

type Props = { page: number; pages: number; hrefOf: (page: number) => string };

export function Pagination({ page, pages, hrefOf }: Props) {
  const t = useTranslations("common");
  if (pages <= 1) return null;
  return (
    <nav aria-label={t("pagination")} className="no-print mt-8 flex items-center gap-4">
      {page > 1 && (
        <a href={hrefOf(page - 1)} rel="prev" className="button button-quiet">
          {t("previous")}
        </a>
      )}
      <span>{t("page", { page, pages })}</span>
      {page < pages && (
        <a href={hrefOf(page + 1)} rel="next" className="button button-quiet">
          {t("next")}
        </a>
      )}
    </nav>
  );
}
