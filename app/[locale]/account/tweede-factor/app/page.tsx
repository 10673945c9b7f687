import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AddTotpForm } from "@/components/accounts/second-factor/forms";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { ClientMessages } from "@/components/ui/client-messages";
import { QrCode } from "@/components/ui/qr-code";
import { getWaitingSecret } from "@/lib/accounts/second-factor/queries";
import { toGroups, toKeyUri } from "@/lib/accounts/second-factor/rules";
import { toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({
    locale: toLocale((await params).locale),
    namespace: "secondFactor.totp",
  });
  return { title: t("title") };
}

export default async function Page({ params }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const waiting = await getWaitingSecret(await getViewer());
  if (!waiting) redirect(`/${locale}/account/tweede-factor`);
  return <Setup {...waiting} />;
}

function Setup({ secret, account }: { secret: string; account: string }) {
  const t = useTranslations("secondFactor");
  const locale = useLocale();
  return (
    <div className="measure">
      <Breadcrumbs
        trail={[
          { label: t("account"), path: "/account" },
          { label: t("title"), path: "/account/tweede-factor" },
        ]}
        here={t("totp.title")}
      />
      <h1>{t("totp.title")}</h1>
      <p className="mt-4">{t("totp.expires")}</p>
      <h2 className="mt-6">{t("totp.scan")}</h2>
      <div className="mt-3">
        <QrCode text={toKeyUri({ secret, account })} label={t("totp.qr")} />
      </div>
      <p className="mt-4">{t("totp.type")}</p>
      <p className="mt-1 font-mono text-lg">{toGroups(secret)}</p>
      <p className="mt-1 text-sm text-soft">{t("totp.account", { account })}</p>
      <h2 className="mt-8 mb-4">{t("totp.confirm")}</h2>
      <ClientMessages namespaces={["secondFactor"]}>
        <AddTotpForm cancelHref={`/${locale}/account/tweede-factor`} />
      </ClientMessages>
    </div>
  );
}
