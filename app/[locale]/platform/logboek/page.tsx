import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { LogGate } from "@/components/audit/log-gate";
import { LogView } from "@/components/audit/log-view";
import { recordLogUse } from "@/lib/audit/mutations";
import { canReadPlatformLog } from "@/lib/audit/policy";
import { listLog } from "@/lib/audit/queries";
import { logFilters } from "@/lib/audit/schema";
import { toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";

type Search = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Search> };

const path = "/platform/logboek";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "audit.all" });
  return { title: t("title") };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const [t, viewer] = await Promise.all([getTranslations("audit.all"), getViewer()]);
  if (!canReadPlatformLog(viewer)) {
    return <LogGate viewer={viewer} locale={locale} path={path} title={t("title")} />;
  }
  const filters = logFilters.parse(await searchParams);
  // Who reads what others did, is read too; turning a page is not a reading of its own.
  if (!filters.voor) await recordLogUse(viewer, { action: "log.read", scope: "platform", filters });
  const log = await listLog({ member: viewer, scope: "platform", filters });
  return (
    <>
      <h1>{t("title")}</h1>
      <p className="measure mt-3">{t("intro")}</p>
      <LogView path={path} part="platform" filters={filters} log={log} />
    </>
  );
}
