import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { NoAccess } from "@/components/publications/access";
import { Decision } from "@/components/publications/decision";
import { Preview } from "@/components/publications/preview";
import { Notice } from "@/components/ui/notice";
import { toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";
import { getManaged } from "@/lib/publications/queries";
import { canManage } from "@/lib/solutions/policy";
import { noticeSchema } from "@/lib/solutions/schema";

type Props = {
  params: Promise<{ locale: string; slug: string }>;
  searchParams: Promise<{ melding?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const solution = await getManaged(await getViewer(), slug);
  const t = await getTranslations({ locale: toLocale(locale), namespace: "manage" });
  return solution ? { title: t("preview.title", { name: solution.content.name }) } : {};
}

export default async function Page({ params, searchParams }: Props) {
  const { locale: language, slug } = await params;
  const locale = toLocale(language);
  setRequestLocale(locale);
  const viewer = await getViewer();
  if (!canManage(viewer))
    return <NoAccess viewer={viewer} locale={locale} path={`/beheer/${slug}/voorbeeld`} />;
  const solution = await getManaged(viewer, slug);
  if (!solution) notFound();
  const t = await getTranslations("manage");
  const title = t("preview.title", { name: solution.content.name });
  const notice = noticeSchema.parse((await searchParams).melding);
  return (
    <>
      <Breadcrumbs
        trail={[
          { label: t("title"), path: "/beheer" },
          { label: solution.content.name, path: `/beheer/${slug}` },
        ]}
        here={title}
      />
      {notice && <Notice>{t(`notice.${notice}`)}</Notice>}
      <h1>{title}</h1>
      <p className="measure mt-4">{t("preview.intro")}</p>
      <Preview content={solution.content} published={solution.published} />
      <Decision solution={solution} viewer={viewer} locale={locale} />
    </>
  );
}
