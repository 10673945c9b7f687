import { useLocale, useTranslations } from "next-intl";

const places = [
  { path: "", label: "profile" },
  { path: "/sessies", label: "sessions" },
  { path: "/inlogaccounts", label: "identities" },
  { path: "/tweede-factor", label: "secondFactor" },
  { path: "/lidmaatschap", label: "membership" },
  { path: "/volgen", label: "follows" },
  { path: "/zoekopdrachten", label: "searches" },
  { path: "/gegevens", label: "data" },
] as const;

export type AccountPlace = (typeof places)[number]["label"];

/** The pages about one's own account. */
export function AccountNav({ here }: { here: AccountPlace }) {
  const t = useTranslations("accounts.nav");
  const locale = useLocale();
  return (
    <nav aria-label={t("label")} className="no-print mt-4 mb-8 border-line border-b pb-3">
      <ul className="-mx-2 flex flex-wrap gap-x-1">
        {places.map(({ path, label }) => (
          <li key={label}>
            <a
              href={`/${locale}/account${path}`}
              aria-current={label === here ? "page" : undefined}
              className="inline-block rounded-md px-2 py-1.5 text-action-text underline underline-offset-4 hover:bg-raised aria-[current=page]:font-semibold aria-[current=page]:text-ink aria-[current=page]:no-underline"
            >
              {t(label)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
