import { useTranslations } from "next-intl";
import type { Locale } from "@/lib/core/locales";
import type { Viewer } from "@/lib/core/roles";

type Props = { viewer: Viewer; locale: Locale; path: string };

/** For whoever is no administrator of the platform: why, and the way on. `path` is where they wanted to be. */
export function PlatformGate({ viewer, locale, path }: Props) {
  const t = useTranslations("platform");
  return (
    <>
      <h1 data-gate={viewer.user ? "refused" : "sign-in"}>{t("title")}</h1>
      <p className="measure mt-4">{t(viewer.user ? "access.notAllowed" : "access.signedOut")}</p>
      <p className="mt-6">
        {viewer.user ? (
          <a href={`/${locale}`} className="button">
            {t("access.home")}
          </a>
        ) : (
          <a href={`/${locale}/inloggen?naar=${path}`} className="button">
            {t("access.signIn")}
          </a>
        )}
      </p>
    </>
  );
}
