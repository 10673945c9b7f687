import { useTranslations } from "next-intl";
import type { Locale } from "@/lib/core/locales";
import type { Viewer } from "@/lib/core/roles";

type Props = { viewer: Viewer; locale: Locale; path: string; title: string };

/** For whoever may not read this log: why, and the way on. */
export function LogGate({ viewer, locale, path, title }: Props) {
  const t = useTranslations("audit.gate");
  const isWithheld = (viewer.withheldRoles?.length ?? 0) > 0;
  return (
    <div className="measure">
      <h1 data-gate={viewer.user ? "refused" : "sign-in"}>{title}</h1>
      <p className="mt-4">{t(viewer.user ? (isWithheld ? "withheld" : "forbidden") : "signedOut")}</p>
      <p className="mt-6">
        {!viewer.user && (
          <a href={`/${locale}/inloggen?naar=${path}`} className="button">
            {t("signIn")}
          </a>
        )}
        {viewer.user && isWithheld && (
          <a href={`/${locale}/inloggen/tweede-factor?naar=${path}`} className="button">
            {t("secondStep")}
          </a>
        )}
        {viewer.user && !isWithheld && (
          <a href={`/${locale}`} className="button">
            {t("home")}
          </a>
        )}
      </p>
    </div>
  );
}
