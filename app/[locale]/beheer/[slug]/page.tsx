import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Participants } from "@/components/adoptions/participants";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { NoAccess } from "@/components/publications/access";
import { Completeness, Gate } from "@/components/publications/checklist";
import { EditState } from "@/components/publications/edit-state";
import { ManagedHeading } from "@/components/publications/managed-heading";
import { StatusCounts } from "@/components/publications/status-counts";
import { VersionsTable } from "@/components/publications/versions-table";
import { ParticipationFigures } from "@/components/solutions/detail/participation-figures";
import { Notice } from "@/components/ui/notice";
import { getParticipation } from "@/lib/adoptions/queries";
import { today } from "@/lib/core/dates";
import { toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";
import { getManaged, listVersions } from "@/lib/publications/queries";
import { canManage } from "@/lib/solutions/policy";
import { isBeforeGate } from "@/lib/solutions/rules";
import { noticeSchema } from "@/lib/solutions/schema";

type Props = {
  params: Promise<{ locale: string; slug: string }>;
  searchParams: Promise<{ melding?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const solution = await getManaged(await getViewer(), (await params).slug);
  return solution ? { title: solution.content.name } : {};
}

export default async function Page({ params, searchParams }: Props) {
  const { locale: language, slug } = await params;
  const locale = toLocale(language);
  setRequestLocale(locale);
  const viewer = await getViewer();
  if (!canManage(viewer)) return <NoAccess viewer={viewer} locale={locale} path={`/beheer/${slug}`} />;
  const solution = await getManaged(viewer, slug);
  if (!solution) notFound();
  const { content } = solution;
  const [t, participation, versions] = await Promise.all([
    getTranslations("manage"),
    getParticipation(viewer, { ...solution, ...(solution.published ?? content) }),
    listVersions(solution.id),
  ]);
  const notice = noticeSchema.parse((await searchParams).melding);
  return (
    <>
      <Breadcrumbs trail={[{ label: t("title"), path: "/beheer" }]} here={content.name} />
      {notice && <Notice>{t(`notice.${notice}`)}</Notice>}
      <ManagedHeading solution={solution} locale={locale} />
      <EditState solution={solution} viewer={viewer} locale={locale} today={today()} />
      <Completeness content={content} />
      {isBeforeGate(content.phase) && <Gate content={content} facts={solution} />}
      <section aria-labelledby="deelname" className="mt-8">
        <h2 id="deelname" className="mb-3">
          {t("adoption.title")}
        </h2>
        <ParticipationFigures participation={participation} />
        <StatusCounts participation={participation} />
        <Participants participation={participation} />
      </section>
      <section aria-labelledby="versies" className="mt-8">
        <h2 id="versies" className="mb-2">
          {t("versions.title")}
        </h2>
        <VersionsTable versions={versions} />
      </section>
    </>
  );
}
