import { useLocale, useTranslations } from "next-intl";
import { hasFreshProof, type Viewer } from "@/lib/core/roles";

/** Where the viewer stands, and what to do before anything can be changed here. */
export function FactorState({ viewer }: { viewer: Viewer }) {
  const t = useTranslations("secondFactor.state");
  const locale = useLocale();
  const isFresh = hasFreshProof(viewer);
  const prove = `/${locale}/inloggen/tweede-factor?naar=/account/tweede-factor`;
  if (!viewer.hasSecondFactor) {
    return (
      <p className="mt-4">
        {t("none")}{" "}
        {!isFresh && (
          <>
            {t("signInAgain")}{" "}
            <a href={`/${locale}/inloggen?naar=/account/tweede-factor`}>{t("signInAgainLink")}</a>
          </>
        )}
      </p>
    );
  }
  if (!viewer.provenAt) {
    return (
      <p className="mt-4">
        {t("unproven")} <a href={prove}>{t("prove")}</a>
      </p>
    );
  }
  return (
    <p className="mt-4">
      {t("proven")}{" "}
      {!isFresh && (
        <>
          {t("stale")} <a href={prove}>{t("confirm")}</a>
        </>
      )}
    </p>
  );
}
