import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AccountNav, type AccountPlace } from "./account-nav";

/** The frame of a page about one's own account; its heading is the part that it is about. */
export function AccountPage({ here, children }: { here: AccountPlace; children: ReactNode }) {
  const t = useTranslations("accounts.nav");
  return (
    <>
      <h1>{t(here)}</h1>
      <AccountNav here={here} />
      {children}
    </>
  );
}

/** What a visitor reads here: sign in first, then come back. `path` is without the language. */
export function AccountGate({ locale, path }: { locale: string; path: string }) {
  const t = useTranslations("accounts.gate");
  return (
    <div className="measure">
      <h1 data-gate="sign-in">{t("title")}</h1>
      <p className="mt-4 mb-6">{t("text")}</p>
      <a href={`/${locale}/inloggen?naar=${path}`} className="button">
        {t("signIn")}
      </a>
    </div>
  );
}
