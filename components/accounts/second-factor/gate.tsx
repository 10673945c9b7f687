import { useLocale, useTranslations } from "next-intl";
import type { Viewer } from "@/lib/core/roles";

type Props = { viewer: Viewer; path?: string };

/** What whoever can have no second factor reads here: a visitor, or a person of the demonstration. */
export function FactorGate({ viewer, path = "/account/tweede-factor" }: Props) {
  const t = useTranslations("secondFactor");
  const locale = useLocale();
  return (
    <div className="measure">
      <h1>{t(viewer.user ? "title" : "signIn.title")}</h1>
      <p className="mt-4">{t("intro")}</p>
      <p className="mt-4">{t(viewer.user ? "demo" : "signIn.text")}</p>
      {!viewer.user && (
        <p className="mt-6">
          <a href={`/${locale}/inloggen?naar=${path}`} className="button">
            {t("signIn.link")}
          </a>
        </p>
      )}
    </div>
  );
}
