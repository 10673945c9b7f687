import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { StepListEditor } from "@/components/adoptions/templates/step-list";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { NoAccess } from "@/components/publications/access";
import { getSolutionSteps } from "@/lib/adoptions/templates/queries";
import { stepsNotice } from "@/lib/adoptions/templates/schema";
import { toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";
import { canManage } from "@/lib/solutions/policy";

type Props = {
  params: Promise<{ locale: string; slug: string }>;
  searchParams: Promise<{ melding?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "stepLists" });
  return { title: t("title") };
}

export default async function Page({ params, searchParams }: Props) {
  const { locale: language, slug } = await params;
  const locale = toLocale(language);
  setRequestLocale(locale);
  const viewer = await getViewer();
  const path = `/beheer/${slug}`;
  if (!canManage(viewer)) return <NoAccess viewer={viewer} locale={locale} path={`${path}/stappen`} />;
  const list = await getSolutionSteps(viewer, slug);
  if (!list) notFound();
  const [t, { melding }] = await Promise.all([getTranslations(), searchParams]);
  return (
    <>
      <Breadcrumbs
        trail={[
          { label: t("manage.title"), path: "/beheer" },
          { label: list.name, path },
        ]}
        here={t("stepLists.title")}
      />
      <h1>{t("stepLists.title")}</h1>
      <p lang="nl" className="mt-2 text-lg">
        {list.name}
      </p>
      <StepListEditor list={list} kind={list.kind} notice={stepsNotice.parse(melding)} />
    </>
  );
}
