import type { Metadata } from "next";
import { useLocale, useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { FactorGate } from "@/components/accounts/second-factor/gate";
import { RecoveryCodes } from "@/components/accounts/second-factor/recovery-codes";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { ClientMessages } from "@/components/ui/client-messages";
import { canHaveSecondFactor } from "@/lib/accounts/second-factor/policy";
import { getSecondFactors } from "@/lib/accounts/second-factor/queries";
import { toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = toLocale((await params).locale);
  const t = await getTranslations({ locale, namespace: "secondFactor.recovery" });
  return { title: t("title") };
}

export default async function Page({ params }: Props) {
  setRequestLocale(toLocale((await params).locale));
  const viewer = await getViewer();
  if (!canHaveSecondFactor(viewer)) {
    return <FactorGate viewer={viewer} path="/account/tweede-factor/herstelcodes" />;
  }
  const { factors, recoveryCodesLeft } = await getSecondFactors(viewer);
  return <Recovery hasFactor={factors.length > 0} left={recoveryCodesLeft} />;
}

function Recovery({ hasFactor, left }: { hasFactor: boolean; left: number }) {
  const t = useTranslations("secondFactor");
  const locale = useLocale();
  const back = `/${locale}/account/tweede-factor`;
  return (
    <div className="measure">
      <Breadcrumbs
        trail={[
          { label: t("account"), path: "/account" },
          { label: t("title"), path: "/account/tweede-factor" },
        ]}
        here={t("recovery.title")}
      />
      <h1>{t("recovery.title")}</h1>
      <p className="mt-4">{t("recovery.intro")}</p>
      {hasFactor ? (
        <div className="mt-4">
          <ClientMessages namespaces={["secondFactor"]}>
            <RecoveryCodes left={left} doneHref={back} />
          </ClientMessages>
        </div>
      ) : (
        <p className="mt-4">
          {t("recovery.noFactor")} <a href={back}>{t("notice.setUp")}</a>
        </p>
      )}
    </div>
  );
}
