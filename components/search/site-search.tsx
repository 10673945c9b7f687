import { useTranslations } from "next-intl";
import type { Locale } from "@/lib/core/locales";
import { longestQuestion } from "@/lib/search/schema";
import { SuggestionPlace } from "./suggestion-place";

/** The box in the header of every page; a page with a larger one of its own hides this one (globals.css). */
export function SiteSearch({ locale }: { locale: Locale }) {
  const t = useTranslations("search.box");
  return (
    <search className="site-search no-print order-2 w-full sm:order-none sm:w-auto sm:max-w-72 sm:grow sm:basis-44">
      <form action={`/${locale}/voorzieningen`} data-search={locale} className="flex">
        <label htmlFor="zoek-overal" className="sr-only">
          {t("label")}
        </label>
        <div className="relative grow">
          <input
            id="zoek-overal"
            type="search"
            name="q"
            maxLength={longestQuestion}
            autoComplete="off"
            placeholder={t("placeholder")}
            aria-keyshortcuts="/"
            suppressHydrationWarning
            className="control rounded-r-none"
          />
          <SuggestionPlace />
        </div>
        <button type="submit" className="button rounded-l-none px-3">
          <span className="sr-only">{t("submit")}</span>
          <svg
            aria-hidden="true"
            viewBox="0 0 20 20"
            className="size-5"
            fill="none"
            stroke="currentColor"
            strokeWidth={2}
          >
            <circle cx={8.5} cy={8.5} r={5.5} />
            <path d="m13 13 5 5" />
          </svg>
        </button>
      </form>
    </search>
  );
}
