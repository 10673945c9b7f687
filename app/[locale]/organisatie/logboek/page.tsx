import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { LogGate } from "@/components/audit/log-gate";
import { LogView } from "@/components/audit/log-view";
import { canReadOrganisationLog } from "@/lib/audit/policy";
import { listLog } from "@/lib/audit/queries";
import { logFilters } from "@/lib/audit/schema";
import { toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";

type Search = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Search> };

const path = "/organisatie/logboek";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "audit.own" });
  return { title: t("title") };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const [t, viewer] = await Promise.all([getTranslations("audit.own"), getViewer()]);
  if (!canReadOrganisationLog(viewer)) {
    return <LogGate viewer={viewer} locale={locale} path={path} title={t("title")} />;
  }
  const filters = logFilters.parse(await searchParams);
  const log = await listLog({ member: viewer, scope: "organisation", filters });
  return (
    <>
      <h1>{t("heading", { organisation: viewer.organisation.name })}</h1>
      <p className="measure mt-3">{t("intro")}</p>
      <LogView path={path} part="organisatie" filters={filters} log={log} />
    </>
  );
}
