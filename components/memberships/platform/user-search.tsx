import { useLocale, useTranslations } from "next-intl";

/** Finds somebody by name or mail address. */
export function UserSearch({ text }: { text: string }) {
  const t = useTranslations("memberships.users");
  const locale = useLocale();
  return (
    <form action={`/${locale}/platform/gebruikers`} className="measure no-print mt-6">
      <label htmlFor="zoek" className="mb-1 block font-semibold">
        {t("search")}
      </label>
      <div className="flex flex-wrap gap-3">
        <input
          id="zoek"
          type="search"
          name="zoek"
          defaultValue={text}
          maxLength={100}
          className="control min-w-0 flex-1 basis-52"
        />
        <button type="submit" className="button">
          {t("searchSubmit")}
        </button>
      </div>
    </form>
  );
}
