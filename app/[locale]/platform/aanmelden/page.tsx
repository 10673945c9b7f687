import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ProviderTable } from "@/components/accounts/provider-table";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PlatformGate } from "@/components/layout/platform-gate";
import { canManageProviders } from "@/lib/accounts/providers/policy";
import { listProviders } from "@/lib/accounts/providers/queries";
import { toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";

type Props = { params: Promise<{ locale: string }> };

const path = "/platform/aanmelden";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "platform" });
  return { title: t("providers.title") };
}

export default async function Page({ params }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const viewer = await getViewer();
  if (!canManageProviders(viewer)) return <PlatformGate viewer={viewer} locale={locale} path={path} />;
  const [t, rows] = await Promise.all([getTranslations("platform"), listProviders(viewer)]);
  return (
    <>
      <Breadcrumbs trail={[{ label: t("title"), path: "/platform" }]} here={t("providers.title")} />
      <h1>{t("providers.title")}</h1>
      <p className="measure mt-4">{t("providers.intro")}</p>
      <p className="mt-6">
        <a href={`/${locale}${path}/nieuw`} className="button">
          {t("providers.new")}
        </a>
      </p>
      {rows.length > 0 ? (
        <ProviderTable rows={rows} locale={locale} />
      ) : (
        <p className="mt-6">{t("providers.empty")}</p>
      )}
    </>
  );
}
