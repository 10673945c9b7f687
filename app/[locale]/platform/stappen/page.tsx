import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PlatformGate } from "@/components/layout/platform-gate";
import { RowTable } from "@/components/ui/row-table";
import { listKindSteps } from "@/lib/adoptions/templates/queries";
import { toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "stepLists" });
  return { title: t("title") };
}

export default async function Page({ params }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const viewer = await getViewer();
  const kinds = await listKindSteps(viewer);
  const path = "/platform/stappen";
  if (!kinds) return <PlatformGate viewer={viewer} locale={locale} path={path} />;
  const t = await getTranslations();
  return (
    <>
      <Breadcrumbs trail={[{ label: t("platform.title"), path: "/platform" }]} here={t("stepLists.title")} />
      <h1>{t("stepLists.title")}</h1>
      <p className="measure mt-4">{t("stepLists.introKinds")}</p>
      <div className="measure mt-6">
        <RowTable
          caption={t("stepLists.caption")}
          columns={[{ label: t("stepLists.kind") }, { label: t("stepLists.count"), isNumber: true }]}
          rows={kinds.map(({ kind, count }) => [
            { text: t(`terms.kind.${kind}`), href: `/${locale}${path}/${kind.toLowerCase()}` },
            String(count),
          ])}
        />
      </div>
    </>
  );
}
