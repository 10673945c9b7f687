import { useTranslations } from "next-intl";
import type { Locale } from "@/lib/core/locales";
import type { Viewer } from "@/lib/core/roles";

type Props = { viewer: Viewer; locale: Locale; path: string };

/** For whoever may not publish: why, and what they can do. `path` is where they wanted to be. */
export function NoAccess({ viewer, locale, path }: Props) {
  const t = useTranslations("manage");
  return (
    <>
      <h1 data-gate={viewer.user ? "refused" : "sign-in"}>{t("title")}</h1>
      {viewer.user ? (
        <>
          <p className="measure mt-4">
            {t("access.notAllowed", { organisation: viewer.organisation?.name ?? "" })}
          </p>
          <p className="mt-6">
            <a href={`/${locale}/voorzieningen`} className="button">
              {t("access.browse")}
            </a>
          </p>
        </>
      ) : (
        <>
          <p className="measure mt-4">{t("access.signedOut")}</p>
          <p className="mt-6">
            <a href={`/${locale}/inloggen?naar=${path}`} className="button">
              {t("access.signIn")}
            </a>
          </p>
        </>
      )}
    </>
  );
}
