import { useTranslations } from "next-intl";
import type { Locale } from "@/lib/core/locales";
import { version } from "@/package.json";

export function Footer({ locale }: { locale: Locale }) {
  const t = useTranslations("layout.footer");
  return (
    <footer className="mt-12 border-line border-t bg-subtle text-sm">
      <div className="mx-auto flex max-w-7xl flex-wrap gap-x-6 gap-y-2 px-4 py-6 sm:px-6">
        <ul className="flex flex-wrap gap-x-6 gap-y-1">
          <li>
            <a href={`/${locale}/toegankelijkheid`}>{t("accessibility")}</a>
          </li>
          <li>
            <a href={`/${locale}/privacy`}>{t("privacy")}</a>
          </li>
          <li>
            <a href="/api/v1/voorzieningen">{t("api")}</a>
          </li>
        </ul>
        <p className="text-soft">{t("source")}</p>
        <p className="ml-auto text-soft">{t("version", { version })}</p>
      </div>
    </footer>
  );
}
