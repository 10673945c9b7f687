import type { Metadata } from "next";
import { getFormatter, getTranslations, setRequestLocale } from "next-intl/server";
import { NoAccess } from "@/components/publications/access";
import { ManagedTable } from "@/components/publications/managed-table";
import { WaitingList } from "@/components/publications/waiting-list";
import { Notice } from "@/components/ui/notice";
import { today } from "@/lib/core/dates";
import { type Locale, toLocale } from "@/lib/core/locales";
import type { Viewer } from "@/lib/core/roles";
import { getViewer } from "@/lib/core/viewer";
import { listManaged, listWaiting, type Managed } from "@/lib/publications/queries";
import { canEditSynonyms } from "@/lib/search/synonyms/policy";
import { canCreate, canManage } from "@/lib/solutions/policy";
import { isStale } from "@/lib/solutions/rules";
import { noticeSchema } from "@/lib/solutions/schema";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ melding?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "manage" });
  return { title: t("title") };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const viewer = await getViewer();
  if (!canManage(viewer)) return <NoAccess viewer={viewer} locale={locale} path="/beheer" />;
  const [t, waiting, rows] = await Promise.all([
    getTranslations("manage"),
    listWaiting(viewer),
    listManaged(viewer),
  ]);
  const notice = noticeSchema.parse((await searchParams).melding);
  return (
    <>
      <h1>{t("title")}</h1>
      {notice && (
        <div className="mt-4">
          <Notice>{t(`notice.${notice}`)}</Notice>
        </div>
      )}
      <p className="measure mt-4">
        {canCreate(viewer)
          ? t("intro", { organisation: viewer.organisation?.name ?? "" })
          : t("introModerator")}
      </p>
      {canEditSynonyms(viewer) && (
        <p className="mt-4">
          <a href={`/${locale}/beheer/zoekwoorden`}>{t("searchWords")}</a>
        </p>
      )}
      <WaitingList waiting={waiting} locale={locale} />
      {canCreate(viewer) && <Own rows={rows} viewer={viewer} locale={locale} />}
    </>
  );
}

type OwnProps = { rows: Managed[]; viewer: Viewer; locale: Locale };

async function Own({ rows, viewer, locale }: OwnProps) {
  const [t, format] = await Promise.all([getTranslations("manage.list"), getFormatter()]);
  const now = today();
  const published = rows.filter(({ publication }) => publication === "PUBLISHED");
  const stale = published.filter(({ confirmedOn }) => confirmedOn === null || isStale(confirmedOn, now));
  return (
    <section aria-labelledby="eigen" className="mt-10">
      <h2 id="eigen">{t("title", { organisation: viewer.organisation?.name ?? "" })}</h2>
      <p className="measure mt-2">
        {rows.length === 0
          ? t("empty")
          : t("count", {
              count: rows.length,
              published: format.number(published.length),
              stale: format.number(stale.length),
            })}
      </p>
      <p className="mt-4">
        <a href={`/${locale}/beheer/nieuw`} className="button">
          {t("new")}
        </a>
      </p>
      {rows.length > 0 && <ManagedTable rows={rows} locale={locale} today={now} />}
    </section>
  );
}
