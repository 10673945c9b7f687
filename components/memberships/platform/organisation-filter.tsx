import { useLocale, useTranslations } from "next-intl";

type Props = { text: string; only: "all" | "requests" | "members" };

/** Narrows the list down; a GET form, so that it works without JavaScript. */
export function OrganisationFilter({ text, only }: Props) {
  const t = useTranslations("memberships.platform");
  const locale = useLocale();
  const choices = [
    { value: "", label: t("all"), isChosen: only === "all" },
    { value: "aanvragen", label: t("withRequests"), isChosen: only === "requests" },
    { value: "leden", label: t("withMembers"), isChosen: only === "members" },
  ];
  return (
    <form
      action={`/${locale}/platform/organisaties`}
      className="no-print mt-6 flex flex-wrap items-end gap-x-4 gap-y-3"
    >
      <div className="min-w-0 basis-64">
        <label htmlFor="zoek" className="mb-1 block font-semibold">
          {t("search")}
        </label>
        <input id="zoek" type="search" name="zoek" defaultValue={text} maxLength={100} className="control" />
      </div>
      <div className="min-w-0 basis-64">
        <label htmlFor="toon" className="mb-1 block font-semibold">
          {t("show")}
        </label>
        <select
          id="toon"
          name="toon"
          defaultValue={choices.find(({ isChosen }) => isChosen)?.value}
          className="control"
        >
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="button">
        {t("searchSubmit")}
      </button>
    </form>
  );
}
