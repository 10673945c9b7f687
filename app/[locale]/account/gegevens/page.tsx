import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AccountGate, AccountPage } from "@/components/accounts/account-page";
import { DownloadLinks, Erasure } from "@/components/privacy/own-data";
import { toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";
import { canSeeOwnData } from "@/lib/privacy/policy";
import { getErasable } from "@/lib/privacy/queries";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "privacy.own" });
  return { title: t("title") };
}

export default async function Page({ params }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const [t, viewer] = await Promise.all([getTranslations("privacy.own"), getViewer()]);
  if (!canSeeOwnData(viewer)) return <AccountGate locale={locale} path="/account/gegevens" />;
  const { email, instead } = await getErasable(viewer);
  return (
    <AccountPage here="data">
      <div className="measure">
        <p>
          {t("intro")} <a href={`/${locale}/privacy`}>{t("privacy")}</a>
        </p>
        <DownloadLinks />
        <Erasure email={email} instead={instead} isDemo={viewer.user.isDemo} />
      </div>
    </AccountPage>
  );
}
