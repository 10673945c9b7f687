import { useTranslations } from "next-intl";
import { OrganisationSwitch } from "@/components/memberships/organisation-switch";
import { signOutAction } from "@/lib/accounts/actions";
import type { Locale } from "@/lib/core/locales";
import type { Viewer } from "@/lib/core/roles";

type Props = { viewer: Viewer; locale: Locale };

/** Who is signed in, on whose behalf, and the ways to their account, to another organisation and out. */
export function AccountMenu({ viewer, locale }: Props) {
  const t = useTranslations("layout.account");
  if (!viewer.user) {
    return (
      <a href={`/${locale}/inloggen`} className="button button-quiet button-small">
        {t("signIn")}
      </a>
    );
  }
  const name = viewer.user.name ?? t("nameless");
  return (
    <div className="flex flex-wrap items-center justify-end gap-x-3 gap-y-1">
      <a href={`/${locale}/account`} className="link max-w-48 py-1 text-xs leading-tight">
        {viewer.organisation
          ? t.rich("onBehalf", {
              name,
              organisation: viewer.organisation.name,
              line: (text) => <span className="block">{text}</span>,
            })
          : name}
      </a>
      {viewer.organisations.length > 1 && <OrganisationSwitch viewer={viewer} />}
      <form action={signOutAction}>
        <input type="hidden" name="locale" value={locale} />
        <button type="submit" className="button button-quiet button-small">
          {t("signOut")}
        </button>
      </form>
    </div>
  );
}
