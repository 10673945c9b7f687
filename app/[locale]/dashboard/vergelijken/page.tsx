import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PairForms } from "@/components/dashboard/pair-forms";
import { PairView } from "@/components/dashboard/pair-view";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { today } from "@/lib/core/dates";
import { toLocale } from "@/lib/core/locales";
import { isSupplier } from "@/lib/core/roles";
import { getViewer } from "@/lib/core/viewer";
import { getPair } from "@/lib/dashboard/overview/queries";
import { parsePair } from "@/lib/dashboard/scope/schema";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "dashboard.pair" });
  return { title: t("title"), description: t("intro") };
}

/** Two facilities or two provinces side by side. */
export default async function Page({ params, searchParams }: Props) {
  setRequestLocale(toLocale((await params).locale));
  const pair = parsePair(await searchParams, today());
  const viewer = await getViewer();
  const [t, { countries, options }] = await Promise.all([
    getTranslations("dashboard"),
    getPair(viewer, pair),
  ]);
  const isOfProvinces = pair?.[0].province !== null;
  return (
    <>
      <Breadcrumbs trail={[{ label: t("title"), path: "/dashboard" }]} here={t("pair.title")} />
      <h1>{t("pair.title")}</h1>
      <p className="measure mt-3 text-lg">{t("pair.intro")}</p>
      <PairForms pair={pair} options={options} today={today()} />
      {countries && isOfProvinces && isSupplier(viewer) && <p className="mt-8">{t("supplier")}</p>}
      {countries && !(isOfProvinces && isSupplier(viewer)) && (
        <PairView countries={countries} options={options} />
      )}
    </>
  );
}
