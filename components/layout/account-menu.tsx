import { useTranslations } from "next-intl";
import { signOutAction } from "@/lib/accounts/actions";
import type { Locale } from "@/lib/core/locales";
import type { Viewer } from "@/lib/core/roles";

type Props = { viewer: Viewer; locale: Locale };

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
    <form action={signOutAction} className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="locale" value={locale} />
      <a href={`/${locale}/account`} className="link">
        {viewer.organisation ? t("onBehalf", { name, organisation: viewer.organisation.name }) : name}
      </a>
      <button type="submit" className="button button-quiet button-small">
        {t("signOut")}
      </button>
    </form>
  );
}
