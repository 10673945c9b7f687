import { useTranslations } from "next-intl";
import { SiteSearch } from "@/components/search/site-search";
import type { Locale } from "@/lib/core/locales";
import { hasRole, isGemeenteMember, type Viewer } from "@/lib/core/roles";
import { AccountMenu } from "./account-menu";
import { LanguageSwitch } from "./language-switch";

type Props = { viewer: Viewer; locale: Locale };

export function Header({ viewer, locale }: Props) {
  const t = useTranslations("layout");
  return (
    <header className="border-line border-b">
      <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3 sm:px-6">
        <a
          href={`/${locale}`}
          className="mr-auto flex items-center gap-2 font-bold text-ink text-lg no-underline lg:mr-0"
        >
          <Sign />
          {/* Somebody's name takes its place on a phone; the sign stays. */}
          <span className={viewer.user ? "sr-only sm:not-sr-only" : undefined}>{t("name")}</span>
        </a>
        <nav aria-label={t("nav.label")} className="order-3 w-full lg:order-none lg:mr-auto lg:w-auto">
          <ul className="-mx-2 flex flex-wrap gap-x-1">
            {listDestinations(viewer).map(({ path, label }) => (
              <li key={path}>
                <a
                  href={`/${locale}/${path}`}
                  className="inline-block rounded-md px-2 py-1.5 text-ink hover:bg-raised hover:underline"
                >
                  {t(`nav.${label}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <SiteSearch locale={locale} />
        <div className="no-print flex flex-wrap items-center justify-end gap-x-4 gap-y-1 text-sm">
          <LanguageSwitch locale={locale} />
          <AccountMenu viewer={viewer} locale={locale} />
        </div>
      </div>
    </header>
  );
}

/** The drawing of public/icoon.svg: fetching it would take longer than these words. */
function Sign() {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" className="size-8">
      <path fill="#00594c" d="M16 1 29.9 8.5v15L16 31 2.1 23.5v-15z" />
      <path
        {...{ fill: "none", stroke: "#fff", strokeWidth: 3, strokeLinecap: "round" }}
        d="M7.5 16h7M11 12.5v7M19 13l3.5-2.5v11"
      />
    </svg>
  );
}

function listDestinations(viewer: Viewer) {
  const all = [
    { path: "voorzieningen", label: "solutions", isFor: true },
    { path: "gemeenten", label: "gemeenten", isFor: true },
    { path: "dashboard", label: "dashboard", isFor: true },
    { path: "mijn", label: "mine", isFor: isGemeenteMember(viewer) },
    { path: "beheer", label: "manage", isFor: hasRole(viewer, "COORDINATOR", "MODERATOR") },
    { path: "organisatie", label: "organisation", isFor: hasRole(viewer, "ORGANISATION_ADMIN") },
    { path: "platform", label: "platform", isFor: hasRole(viewer, "PLATFORM_ADMIN") },
  ] as const;
  return all.filter(({ isFor }) => isFor);
}
