import { useTranslations } from "next-intl";

/** Says on every page that what follows is partly invented. */
export function DemoBanner() {
  const t = useTranslations("layout.demo");
  return (
    <aside aria-label={t("title")} className="border-warning-edge border-b bg-warning">
      <p className="mx-auto max-w-7xl px-4 py-1.5 text-sm sm:px-6">
        <strong>{t("title")}.</strong> {t("text")}
      </p>
    </aside>
  );
}
