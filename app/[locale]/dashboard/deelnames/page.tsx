import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { RowList } from "@/components/dashboard/row-list";
import { ScopeForm } from "@/components/dashboard/scope-form";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { today } from "@/lib/core/dates";
import { toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";
import { getOverview } from "@/lib/dashboard/overview/queries";
import { listRows, parseStatus } from "@/lib/dashboard/rows/rules";
import { parsePage, parseScope } from "@/lib/dashboard/scope/schema";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "dashboard" });
  return { title: t("rows.title"), robots: { index: false } };
}

/** The rows behind the figures of the dashboard. */
export default async function Page({ params, searchParams }: Props) {
  setRequestLocale(toLocale((await params).locale));
  const search = await searchParams;
  const scope = parseScope(search, today());
  const status = parseStatus(search.status);
  const [t, viewer] = await Promise.all([getTranslations("dashboard"), getViewer()]);
  const { country, options } = await getOverview(viewer, scope);
  const rows = listRows(country, { status, page: parsePage(search.page) });
  return (
    <>
      <Breadcrumbs trail={[{ label: t("title"), path: "/dashboard" }]} here={t("rows.title")} />
      <h1>{t("rows.title")}</h1>
      <p className="measure mt-3 text-lg">{t("rows.intro")}</p>
      <ScopeForm
        scope={scope}
        options={options}
        today={today()}
        path="/dashboard/deelnames"
        status={status}
      />
      <RowList rows={rows} scope={scope} status={status} />
    </>
  );
}
