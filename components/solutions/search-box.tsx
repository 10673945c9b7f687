import { useTranslations } from "next-intl";
import { SuggestionPlace } from "@/components/search/suggestion-place";
import type { Locale } from "@/lib/core/locales";
import { longestQuestion } from "@/lib/search/schema";

type Props = {
  question?: string;
  /** The id of the form that this belongs to. */
  id: string;
  /** The address that answers: a path with its language. */
  action: string;
  hint?: boolean;
  locale: Locale;
};

/** A question to the catalogue: a plain GET form. */
export function SearchBox({ question = "", id, action, hint = false, locale }: Props) {
  const t = useTranslations("solutions.search");
  return (
    <search>
      <form id={id} action={action} data-search={locale} className="measure">
        <label htmlFor={`${id}-q`} className="mb-1 block font-semibold">
          {t("label")}
        </label>
        <div className="flex flex-wrap gap-2 sm:flex-nowrap">
          <div className="relative grow">
            <input
              id={`${id}-q`}
              type="search"
              name="q"
              defaultValue={question}
              maxLength={longestQuestion}
              autoComplete="off"
              aria-describedby={hint ? `${id}-hint` : undefined}
              aria-keyshortcuts="/"
              suppressHydrationWarning
              className="control"
            />
            <SuggestionPlace />
          </div>
          <button type="submit" className="button shrink-0">
            {t("submit")}
          </button>
        </div>
        {hint && (
          <p id={`${id}-hint`} className="mt-1 text-sm text-soft">
            {t("hint")}
          </p>
        )}
      </form>
    </search>
  );
}
