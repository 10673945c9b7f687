import { useTranslations } from "next-intl";

/**
 * Where public/zoeken.js puts its suggestions, beside the input of a `form[data-search]`. The script may be
 * ahead of React, which leaves alone what is inside a place whose content was given as text. The input beside
 * it gets the role of a combobox from the script, so that it is no such thing without.
 */
export function SuggestionPlace() {
  const t = useTranslations("search.box");
  return (
    <>
      <div
        data-suggestions={t("suggestions")}
        suppressHydrationWarning
        dangerouslySetInnerHTML={{ __html: "" }}
      />
      <script type="module" src="/zoeken.js" async fetchPriority="low" />
    </>
  );
}
