import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { CountryView } from "@/components/dashboard/country-view";
import { ScopeForm } from "@/components/dashboard/scope-form";
import { ScopeTitle } from "@/components/dashboard/scope-title";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { today } from "@/lib/core/dates";
import { toLocale } from "@/lib/core/locales";
import { isSupplier } from "@/lib/core/roles";
import { getViewer } from "@/lib/core/viewer";
import { getOverview } from "@/lib/dashboard/overview/queries";
import { parseScope } from "@/lib/dashboard/scope/schema";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "dashboard" });
  return { title: t("title"), description: t("intro") };
}

export default async function Page({ params, searchParams }: Props) {
  setRequestLocale(toLocale((await params).locale));
  const scope = parseScope(await searchParams, today());
  const viewer = await getViewer();
  const [t, overview] = await Promise.all([getTranslations("dashboard"), getOverview(viewer, scope)]);
  return (
    <>
      <Breadcrumbs trail={[]} here={t("title")} />
      <h1>{t("title")}</h1>
      <p className="measure mt-3 text-lg">{t("intro")}</p>
      <ScopeForm scope={scope} options={overview.options} today={today()} />
      <ScopeTitle scope={scope} overview={overview} />
      <CountryView overview={overview} isSupplier={isSupplier(viewer)} />
    </>
  );
}
