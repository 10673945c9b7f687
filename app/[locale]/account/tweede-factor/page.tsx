import type { Metadata } from "next";
import { useLocale, useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AccountPage } from "@/components/accounts/account-page";
import { FactorList } from "@/components/accounts/second-factor/factor-list";
import { StartTotpForm } from "@/components/accounts/second-factor/forms";
import { FactorGate } from "@/components/accounts/second-factor/gate";
import { AddPasskeyForm } from "@/components/accounts/second-factor/passkey-form";
import { FactorState } from "@/components/accounts/second-factor/state";
import { ClientMessages } from "@/components/ui/client-messages";
import { Notice } from "@/components/ui/notice";
import { canHaveSecondFactor } from "@/lib/accounts/second-factor/policy";
import { getSecondFactors } from "@/lib/accounts/second-factor/queries";
import { toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<{ melding?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "secondFactor" });
  return { title: t("title") };
}

const notices = ["added", "removed", "recoveryUsed", "proven"] as const;

export default async function Page({ params, searchParams }: Props) {
  setRequestLocale(toLocale((await params).locale));
  const [t, viewer, { melding }] = await Promise.all([
    getTranslations("secondFactor"),
    getViewer(),
    searchParams,
  ]);
  if (!canHaveSecondFactor(viewer)) return <FactorGate viewer={viewer} />;
  const { factors, recoveryCodesLeft } = await getSecondFactors(viewer);
  const notice = notices.find((key) => key === melding);
  return (
    <AccountPage here="secondFactor">
      {notice && <Notice>{t(`melding.${notice}`)}</Notice>}
      <div className="measure">
        <p>{t("intro")}</p>
        <ClientMessages namespaces={["secondFactor"]}>
          <FactorState viewer={viewer} />
          {factors.length > 0 && <FactorList factors={factors} />}
          {factors.length > 0 && <Recovery left={recoveryCodesLeft} />}
          <Add />
        </ClientMessages>
      </div>
    </AccountPage>
  );
}

function Recovery({ left }: { left: number }) {
  const t = useTranslations("secondFactor.recovery");
  const locale = useLocale();
  return (
    <section className="mt-8">
      <h2>{t("title")}</h2>
      <p className="mt-2">{t("intro")}</p>
      <p className="mt-2">
        {t("left", { count: left })}{" "}
        <a href={`/${locale}/account/tweede-factor/herstelcodes`}>{t(left > 0 ? "renew" : "make")}</a>
      </p>
    </section>
  );
}

function Add() {
  const t = useTranslations("secondFactor.add");
  return (
    <section className="mt-8">
      <h2>{t("title")}</h2>
      <p className="mt-2">{t("more")}</p>
      <div className="card mt-4">
        <h3>{t("totpTitle")}</h3>
        <p className="mt-1 mb-4">{t("totpText")}</p>
        <StartTotpForm />
      </div>
      <div className="card mt-4">
        <h3>{t("passkeyTitle")}</h3>
        <p className="mt-1 mb-4">{t("passkeyText")}</p>
        <AddPasskeyForm />
      </div>
    </section>
  );
}
