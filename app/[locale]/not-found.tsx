import { useLocale, useTranslations } from "next-intl";

export default function NotFound() {
  const t = useTranslations("layout.notFound");
  const locale = useLocale();
  return (
    <>
      <h1>{t("title")}</h1>
      <p className="measure mt-4">{t("text")}</p>
      <form action={`/${locale}/voorzieningen`} className="measure mt-6 flex flex-wrap items-end gap-3">
        <label className="grow">
          <span className="mb-1 block font-semibold">{t("search")}</span>
          <input type="search" name="q" className="control" />
        </label>
        <button type="submit" className="button">
          {t("search")}
        </button>
      </form>
      <p className="mt-6">
        <a href={`/${locale}`}>{t("home")}</a>
      </p>
    </>
  );
}
