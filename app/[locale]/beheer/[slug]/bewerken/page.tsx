import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { NoAccess } from "@/components/publications/access";
import { EditorForm } from "@/components/solutions/editor/editor-form";
import { ClientMessages } from "@/components/ui/client-messages";
import { Notice } from "@/components/ui/notice";
import { toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";
import { getManaged } from "@/lib/publications/queries";
import { canEdit, canManage } from "@/lib/solutions/policy";
import { isBeingWritten } from "@/lib/solutions/rules";
import { noticeSchema } from "@/lib/solutions/schema";

type Props = {
  params: Promise<{ locale: string; slug: string }>;
  searchParams: Promise<{ melding?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const solution = await getManaged(await getViewer(), slug);
  const t = await getTranslations({ locale: toLocale(locale), namespace: "manage" });
  return solution ? { title: t("editor.title", { name: solution.content.name }) } : {};
}

export default async function Page({ params, searchParams }: Props) {
  const { locale: language, slug } = await params;
  const locale = toLocale(language);
  setRequestLocale(locale);
  const viewer = await getViewer();
  if (!canManage(viewer))
    return <NoAccess viewer={viewer} locale={locale} path={`/beheer/${slug}/bewerken`} />;
  const solution = await getManaged(viewer, slug);
  if (!solution || !canEdit(viewer, solution)) notFound();
  const { content, edit, id, version } = solution;
  const path = `/beheer/${slug}`;
  const t = await getTranslations("manage");
  const title = t("editor.title", { name: content.name });
  const notice = noticeSchema.parse((await searchParams).melding);
  return (
    <>
      <Breadcrumbs
        trail={[
          { label: t("title"), path: "/beheer" },
          { label: content.name, path },
        ]}
        here={title}
      />
      {notice && <Notice>{t(`notice.${notice}`)}</Notice>}
      <h1>{title}</h1>
      {edit && !isBeingWritten(edit.publication) ? (
        <p className="measure mt-4">
          {t("editor.locked")} <a href={`/${locale}${path}`}>{content.name}</a>
        </p>
      ) : (
        <div className="measure">
          <p className="mt-4">{t("editor.intro")}</p>
          <p className="mt-2">
            <a href={`/${locale}${path}/voorbeeld`}>{t("editor.compare")}</a>
          </p>
          <ClientMessages namespaces={["manage", "terms"]}>
            <EditorForm
              solutionId={id}
              revision={edit?.revision ?? 0}
              version={version}
              content={content}
              cancelHref={`/${locale}${path}`}
            />
          </ClientMessages>
        </div>
      )}
    </>
  );
}
