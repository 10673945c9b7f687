import { useLocale, useTranslations } from "next-intl";
import type { Viewer } from "@/lib/core/roles";
import { AccountGate, AccountPage } from "../account-page";

type Props = { viewer: Viewer; path?: string };

/** What whoever can have no second factor reads here: a visitor, or a person of the demonstration. */
export function FactorGate({ viewer, path = "/account/tweede-factor" }: Props) {
  const t = useTranslations("secondFactor");
  const locale = useLocale();
  if (!viewer.user) return <AccountGate locale={locale} path={path} />;
  return (
    <AccountPage here="secondFactor">
      <div className="measure" data-gate="refused">
        <p>{t("intro")}</p>
        <p className="mt-4">{t("demo")}</p>
      </div>
    </AccountPage>
  );
}
